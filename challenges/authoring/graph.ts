// An autograd graph as plain data: read on the candidate's side for its tensors, on the judge's for expected ones.
import type { Tensor } from '#engine/index.ts';
import type { Graph } from './evidence.ts';

type GraphNode = NonNullable<Tensor['grad_fn']>;
export const graphNodesMax = 60;
const inputsMax = 200;

/** Breadth first, so that what is cut off lies farthest from the result. */
export function graphOf(result: Tensor, nameOf: (leaf: Tensor) => string | null): Graph {
  const root = result.grad_fn;
  const order: GraphNode[] = root ? [root] : [];
  const places = new Map<GraphNode, number>(order.map((node) => [node, 0]));
  let truncated = false;
  for (const node of order) {
    for (const [next] of node.next_functions.slice(0, inputsMax)) {
      if (!next || places.has(next)) continue;
      if (order.length === graphNodesMax) truncated = true;
      else {
        places.set(next, order.length);
        order.push(next);
      }
    }
  }
  const nodes = order.map((node) => ({
    name: node.name().slice(0, 80),
    shape: [...(node.outputs[0]?.shape ?? [])],
    inputs: node.next_functions.slice(0, inputsMax).map(([next]) => (next ? (places.get(next) ?? null) : null)),
    leaf: 'variable' in node ? (nameOf(node.variable as Tensor)?.slice(0, 80) ?? null) : null,
    cuts: Array.from(node.cuts?.slice(0, inputsMax) ?? [], (cut) => cut ?? null),
  }));
  return { nodes, truncated, cut: root || result.requires_grad ? null : result.cut };
}
