import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isLink, linkTo, sourceOf } from './link.ts';

test('a program comes back from its link as it was', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 500 }), async (source) => {
      const link = await linkTo(source);
      expect(link).not.toBeNull();
      expect(isLink(link ?? '')).toBe(true);
      expect(link).toMatch(/^#code=[\w-]*$/);
      expect(await sourceOf(link ?? '')).toBe(source);
    }),
  );
});

test('what is no link of ours holds no program', async () => {
  expect(isLink('#q1.3')).toBe(false);
  for (const fragment of ['#code=', '#code=!!', '#code=AAAA', '#code=%F0'])
    expect(await sourceOf(fragment), fragment).toBeNull();
  await fc.assert(
    fc.asyncProperty(fc.string({ maxLength: 200 }), async (text) => {
      const source = await sourceOf(`#code=${text}`);
      expect(source === null || typeof source === 'string').toBe(true);
    }),
  );
});

test('a small link that unpacks to more than a program is refused', async () => {
  const zeros = new Blob([new Uint8Array(10_000_000)]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const packed = new Uint8Array(await new Response(zeros).arrayBuffer());
  expect(packed.length).toBeLessThan(16_000);
  expect(await sourceOf(`#code=${Buffer.from(packed).toString('base64url')}`)).toBeNull();
});

test('a program that does not fit gets no link', async () => {
  let state = 1;
  const random = () => (state = (Math.imul(state, 1103515245) + 12345) >>> 0) >>> 16;
  const noise = Array.from({ length: 65_000 }, () => String.fromCharCode(33 + (random() % 90))).join('');
  expect(await linkTo(noise)).toBeNull();
  expect(await linkTo('x'.repeat(64 * 1024 + 1))).toBeNull();
});
