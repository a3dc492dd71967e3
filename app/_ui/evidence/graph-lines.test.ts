import { expect, test } from 'vitest';
import { graphLines } from './graph-lines.ts';

const node = (name: string, inputs: (number | null)[], leaf: string | null = null) => ({
  name,
  shape: [2],
  inputs,
  leaf,
});

test('every node stands once with its inputs under it; a second mention says so, and an input without gradient too', () => {
  const nodes = [node('AddBackward0', [1, 1, null]), node('MulBackward0', [2]), node('AccumulateGrad', [], 'x')];
  expect(
    graphLines({ nodes, truncated: false }).map(({ depth, text, again, stops }) => [depth, text, again, stops]),
  ).toStrictEqual([
    [0, 'AddBackward0', false, false],
    [1, 'MulBackward0', false, false],
    [2, 'x', false, false],
    [1, 'MulBackward0', true, false],
    [1, '', false, true],
  ]);
});
test('no graph has no lines', () => {
  expect(graphLines({ nodes: [], truncated: false })).toStrictEqual([]);
});
