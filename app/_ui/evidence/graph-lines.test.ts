import { expect, test } from 'vitest';
import type { Cut } from '#sandbox/result.ts';
import { graphLines } from './graph-lines.ts';

const node = (name: string, inputs: (number | null)[], leaf: string | null = null) => ({
  name,
  shape: [2],
  inputs,
  leaf,
  cuts: inputs.map((to): Cut | null => (to === null ? 'detach' : null)),
});

test('every node stands once with its inputs under it; a second mention says so, and an input without gradient too', () => {
  const nodes = [node('AddBackward0', [1, 1, null]), node('MulBackward0', [2]), node('AccumulateGrad', [], 'x')];
  expect(
    graphLines({ nodes, truncated: false, cut: null }).map(({ depth, text, again, stops, cut }) => [
      depth,
      text,
      again,
      stops,
      cut,
    ]),
  ).toStrictEqual([
    [0, 'AddBackward0', false, false, null],
    [1, 'MulBackward0', false, false, null],
    [2, 'x', false, false, null],
    [1, 'MulBackward0', true, false, null],
    [1, '', false, true, 'detach'],
  ]);
});
test('no graph has no lines', () => {
  expect(graphLines({ nodes: [], truncated: false, cut: null })).toStrictEqual([]);
});
