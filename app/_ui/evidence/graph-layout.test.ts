import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Graph } from '#sandbox/result.ts';
import { boxHeight, layoutGraph } from './graph-layout.ts';

/** Graphs whose edges lead to later nodes, each node but the first reached by some edge, as graphOf writes them. */
const graphs: fc.Arbitrary<Graph> = fc
  .integer({ min: 1, max: 40 })
  .chain((count) =>
    fc.tuple(
      fc.constant(count),
      fc.array(fc.nat(), { minLength: count, maxLength: count }),
      fc.array(fc.tuple(fc.nat(), fc.option(fc.nat())), { maxLength: 30 }),
    ),
  )
  .map(([count, parents, more]) => {
    const inputs: (number | null)[][] = Array.from({ length: count }, () => []);
    for (let at = 1; at < count; at++) inputs[(parents[at] ?? 0) % at]?.push(at);
    for (const [from, to] of more) {
      const start = from % count;
      if (to === null) inputs[start]?.push(null);
      else if (start + 1 < count) inputs[start]?.push(start + 1 + (to % (count - start - 1)));
    }
    return {
      nodes: inputs.map((list, at) => ({ name: `Op${at}Backward0`, shape: [at], inputs: list, leaf: null, cuts: [] })),
      truncated: false,
      cut: null,
    };
  });

test('no two boxes overlap, all lie in the picture, and every node stands below what it comes from', () => {
  fc.assert(
    fc.property(graphs, fc.boolean(), (graph, isNarrow) => {
      const { nodes, width, height } = layoutGraph(graph, isNarrow);
      expect(nodes).toHaveLength(graph.nodes.length);
      for (const a of nodes) {
        expect(a.x - a.width / 2).toBeGreaterThanOrEqual(0);
        expect(a.x + a.width / 2).toBeLessThanOrEqual(width);
        expect(a.y + boxHeight).toBeLessThanOrEqual(height);
        for (const b of nodes)
          if (a.key < b.key && a.y === b.y) expect(Math.abs(a.x - b.x)).toBeGreaterThan((a.width + b.width) / 2);
        for (const to of graph.nodes[a.key]?.inputs ?? [])
          if (to !== null) expect(nodes[to]?.y).toBeGreaterThan(a.y + boxHeight);
      }
    }),
  );
});

test('every edge starts at the box it leaves and ends at the one it reaches', () => {
  fc.assert(
    fc.property(graphs, (graph) => {
      const { nodes, edges } = layoutGraph(graph, false);
      const count = graph.nodes.flatMap(({ inputs }) => inputs.filter((input) => input !== null)).length;
      expect(edges).toHaveLength(count);
      for (const { key, path } of edges) {
        const [from = 0, i = 0] = key.split('.').map(Number);
        const [start, end] = [nodes[from], nodes[graph.nodes[from]?.inputs[i] ?? 0]];
        const numbers = path.match(/-?[\d.]+/g)?.map(Number) ?? [];
        expect(numbers[0]).toBeCloseTo(start?.x ?? 0, 0);
        expect(numbers.at(-2)).toBeCloseTo(end?.x ?? 0, 0);
        expect(numbers.at(-1)).toBeCloseTo(end?.y ?? 0, 0);
      }
    }),
  );
});

test('a leaf is known by its name, and the narrow picture leaves out what every node ends with', () => {
  const graph: Graph = {
    nodes: [
      { name: 'MulBackward0', shape: [2], inputs: [1, null], leaf: null, cuts: [] },
      { name: 'AccumulateGrad', shape: [2], inputs: [], leaf: 'x', cuts: [] },
    ],
    truncated: false,
    cut: null,
  };
  const seen = (isNarrow: boolean) =>
    layoutGraph(graph, isNarrow).nodes.map(({ label, isLeaf, stops }) => [label, isLeaf, stops]);
  expect(seen(false)).toEqual([
    ['MulBackward0', false, 1],
    ['x', true, 0],
  ]);
  expect(seen(true)[0]).toEqual(['Mul', false, 1]);
});

test('where the history was cut stands a box of its own with what cut it, and the way to it is told apart', () => {
  const graph: Graph = {
    nodes: [
      { name: 'AddBackward0', shape: [2], inputs: [1, null, null], leaf: null, cuts: [null, 'no_grad'] },
      { name: 'MulBackward0', shape: [2], inputs: [2, null], leaf: null, cuts: [null, 'detach'] },
      { name: 'AccumulateGrad', shape: [2], inputs: [], leaf: 'x', cuts: [] },
    ],
    truncated: false,
    cut: null,
  };
  const { nodes, edges } = layoutGraph(graph, true);
  expect(nodes.map(({ label, isLeaf, isCut, stops }) => [label, isLeaf, isCut, stops])).toEqual([
    ['Add', false, false, 1],
    ['Mul', false, false, 0],
    ['x', true, false, 0],
    ['no_grad', false, true, 0],
    ['detach()', false, true, 0],
  ]);
  expect(edges.filter(({ isCut }) => isCut).map(({ key }) => key)).toEqual(['0.1', '1.1']);
});

test('a graph without nodes has no picture', () => {
  expect(layoutGraph({ nodes: [], truncated: false, cut: null }, false).nodes).toEqual([]);
});
