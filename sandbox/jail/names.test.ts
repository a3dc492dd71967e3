import { build } from 'esbuild';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import * as engine from '#engine/index.ts';
import { bundle } from '../bundle.ts';
import { withoutNeedlessNames } from './names.ts';

async function bundled(contents: string, minifyWhitespace: boolean): Promise<string> {
  const result = await build({
    stdin: { contents, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'made',
    target: 'es2024',
    keepNames: true,
    minifyWhitespace,
  });
  return result.outputFiles[0]?.text ?? '';
}

const evaluated = (code: string, result: string): unknown => runInNewContext(`${code};${result}`);

test.each([true, false])(
  'functions keep the names of their source, whatever the bundle calls them (minified: %s)',
  async (minified) => {
    const code = await bundled(
      `const rename = (class Linear {}, { Linear: 1 });
     class Linear { static from() { return new Linear(); } }
     const apart = () => {
       class Linear { inner = () => 1; }
       const plain = () => 2, other = function () {}, own = function named() {};
       return [Linear, plain, other, own, { key: () => 3 }.key, new Linear().inner, (() => () => 4)()];
     };
     export const names = [Linear, Linear.from, apart, ...apart()].map((f) => f.name);`,
      minified,
    );
    const shorter = withoutNeedlessNames(code);
    expect(shorter.split('__name(').length).toBeLessThan(code.split('__name(').length);
    expect(evaluated(shorter, 'made.names')).toEqual(evaluated(code, 'made.names'));
    expect(evaluated(shorter, 'made.names.slice(0, 6)')).toEqual([
      'Linear',
      'from',
      'apart',
      'Linear',
      'plain',
      'other',
    ]);
  },
);

test('all that the engine shows is called in the bundle what it is called in the source', async () => {
  const code = withoutNeedlessNames(await bundle({ entry: 'engine/index.ts', format: 'iife', globalName: 'made' }));
  const there = new Map(namesOf(evaluated(code, '({ ...made })')));
  const here = namesOf({ ...engine });
  expect(here.length).toBeGreaterThan(1000);
  expect(here.filter(([path, name]) => there.get(path) !== name)).toEqual([]);
});

/** Path and name of each function that exported objects and prototypes lead to, the first path to each. */
function namesOf(from: unknown): [path: string, name: unknown][] {
  const found: [string, unknown][] = [];
  const seen = new Set<unknown>();
  const open: [string, unknown][] = [['', from]];
  for (const [path, value] of open) {
    if ((typeof value !== 'object' && typeof value !== 'function') || value === null || seen.has(value)) continue;
    seen.add(value);
    if (typeof value === 'function') found.push([path, value.name]);
    else if (path.split('.').length > 6) continue;
    for (const key of Object.keys(Object.getOwnPropertyDescriptors(value)).toSorted()) {
      const descriptor = Object.getOwnPropertyDescriptor(value, key);
      if (descriptor && 'value' in descriptor && !ArrayBuffer.isView(value))
        open.push([`${path}.${key}`, descriptor.value]);
    }
  }
  return found;
}
