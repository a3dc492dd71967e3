// Processes that speak to the GPU as no isolate would: they are ended, and the broker serves on.
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { GpuClient } from '#sandbox/gpu/client.ts';
import { createGrader, type Grader } from '#sandbox/grade.ts';

const catalogueUrl = new URL('./catalogue.ts', import.meta.url).href;
const runner = fileURLToPath(new URL('./compromised.cjs', import.meta.url));
let grader: Grader;
let withoutGpu: Grader;
beforeAll(async () => {
  const options = { concurrency: 1, poolSize: 1, catalogueUrl, runner };
  [grader, withoutGpu] = await Promise.all([
    createGrader({ ...options, device: 'webgpu' }),
    createGrader({ ...options, device: 'cpu' }),
  ]);
}, 120_000);
afterAll(() => Promise.all([grader.close(), withoutGpu.close()]));

const play = async (trick: string, by = grader): Promise<string> =>
  (await by.grade({ challenge: 'says', source: `export const trick = '${trick}';`, kind: 'submit', seed: 1 })).verdict;

test.each(['two at once', 'another id', 'works and dies', 'an ordinary answer'])('%s: RE', async (trick) => {
  expect(await play(trick)).toBe('RE');
});
test('garbage for ever: ended by the clock', async () => {
  expect(await play('garbage for ever')).toMatch(/TLE|MLE/);
});
test('commands where there is no GPU: RE', async () => {
  expect(await play('an ordinary answer', withoutGpu)).toBe('RE');
});

test('the broker frees what a session held when its jail is gone, and serves the next', async () => {
  const client = await GpuClient.start({
    device: 'webgpu',
    environment: Object.fromEntries(
      Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
    ),
    dataFolder: fileURLToPath(new URL('../../../.data', import.meta.url)),
    sessionsMax: 2,
  });
  try {
    const words = (...list: number[]): Uint8Array => new Uint8Array(Uint32Array.from(list).buffer);
    const [dying, other] = [client.open(), client.open()];
    await dying.exchange(words(1, 1, 1 << 26));
    await other.exchange(words(1, 1, 1 << 20));
    expect(await client.status()).toMatchObject({ sessions: 2, bytes: (1 << 26) + (1 << 20) });
    const last = dying.exchange(words(8, 1, 0, 1 << 20));
    dying.end();
    await last;
    expect((await other.exchange(words(8, 1, 0, 16))).slice(0, 8)).toEqual(new Uint8Array(8));
    expect(await client.status()).toMatchObject({ sessions: 1, bytes: 1 << 20 });
  } finally {
    client.close();
  }
});
