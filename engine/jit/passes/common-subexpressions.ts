import { constantKey, isPure, touched } from '../effects.ts';
import { type Block, type Graph, type Node, replaceUses, type Value } from '../ir.ts';

/**
 * Common subexpression elimination: of nodes that compute the same of the same values the first is kept. What is written to
 * in place, and what has to do with it, is left alone. (PyTorch's torch._C._jit_pass_cse.)
 */
export function common_subexpression_elimination(graph: Graph): Graph {
  const swap = new Map<Value, Value>();
  sweep(graph, new Map(), swap, touched(graph), new Map());
  replaceUses(graph, swap);
  return graph;
}
function sweep(
  block: Block,
  above: ReadonlyMap<string, Node>,
  swap: Map<Value, Value>,
  unsafe: ReadonlySet<Value>,
  ids: Map<unknown, number>,
): void {
  const known = new Map(above);
  block.list = block.list.filter((node) => {
    for (const inner of node.blocks) sweep(inner, known, swap, unsafe, ids);
    // A list may be appended to by whoever gets it; a tuple and a constant may not.
    if (!isPure(node) || node.outs.length === 0 || [...node.ins, ...node.outs].some((v) => unsafe.has(v))) return true;
    const key = keyOf(node, swap, ids);
    const first = known.get(key);
    if (!first) {
      known.set(key, node);
      return true;
    }
    node.outs.forEach((v, i) => {
      const same = first.outs[i];
      if (same) swap.set(v, same);
    });
    return false;
  });
}
function keyOf(node: Node, swap: ReadonlyMap<Value, Value>, ids: Map<unknown, number>): string {
  const id = (x: unknown): number => {
    const seen = ids.get(x) ?? ids.size;
    ids.set(x, seen);
    return seen;
  };
  const { value, name, call, subgraph } = node.attributes;
  const constant = node.op === 'prim::Constant' ? id(constantKey(value ?? null)) : '';
  const ins = node.ins.map((v) => (swap.get(v) ?? v).unique).join();
  return [
    node.op,
    constant,
    node.op === 'prim::Constant' ? typeof node.out.of === 'string' && node.out.of : '',
    name,
    JSON.stringify(call),
    subgraph && id(subgraph),
    ins,
    node.outs.length,
  ].join('|');
}
