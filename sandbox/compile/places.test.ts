import { SourceMap } from 'node:module';
import { transform } from 'esbuild';
import { expect, test } from 'vitest';
import { solution } from '#challenges/content.ts';
import { challenges } from '#challenges/index.ts';
import { inOwnLines, locate } from './places.ts';

test('every place of every solution is where Node’s own reader of source maps finds it', async () => {
  expect(challenges.length).toBeGreaterThan(10);
  for (const { id } of challenges) {
    const { code, map } = await transform(solution(id), { loader: 'ts', format: 'cjs', sourcemap: 'external' });
    const nodes = new SourceMap(JSON.parse(map));
    for (const [line, text] of code.split('\n').entries())
      for (let column = 0; column < text.length; column += 3) {
        const entry = nodes.findEntry(line, column);
        const found = locate(`    at f (submission.js:${line + 2}:${column + 1})`, map);
        const wanted = 'originalLine' in entry ? entry : null;
        expect(found).toStrictEqual(
          wanted === null
            ? { line: null, column: null }
            : { line: wanted.originalLine + 1, column: wanted.originalColumn + 1 },
        );
      }
  }
});

test('text is told in the lines of the source, and other text is left alone', async () => {
  const source = 'type A = 1;\n\nthrow new Error("x");\n';
  const { map } = await transform(source, { loader: 'ts', sourcemap: 'external' });
  expect(inOwnLines('Error: x\n    at submission.js:2:7', map)).toBe('Error: x\n    at solution.ts:3:7');
  expect(inOwnLines('at submission.js:2:7', '')).toBe('at solution.ts');
  expect(inOwnLines('nothing of ours', map)).toBe('nothing of ours');
});
