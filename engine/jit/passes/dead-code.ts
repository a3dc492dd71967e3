import { hasEffect } from '../effects.ts';
import type { Block, Graph, Value } from '../ir.ts';

/**
 * Dead code elimination: takes out every node whose results are used by nothing and that neither writes into memory nor draws
 * random numbers. (PyTorch's torch._C._jit_pass_dce.)
 */
export function dead_code_elimination(graph: Graph): Graph {
  const live = new Set<Value>();
  sweep(graph, live);
  return graph;
}
function sweep(block: Block, live: Set<Value>): void {
  for (const v of block.results) live.add(v);
  const kept = [];
  for (const node of block.list.toReversed()) {
    if (!hasEffect(node) && !node.outs.some((v) => live.has(v))) continue;
    for (const v of node.ins) live.add(v);
    for (const inner of node.blocks) sweep(inner, live);
    kept.push(node);
  }
  block.list = kept.reverse();
}
