import { constantOf, isPure, written } from '../effects.ts';
import { expressionOf, isFusible } from '../fusion.ts';
import { type Block, copyNode, Graph, Node, usesIn, type Value } from '../ir.ts';

const inputsMax = 8;
const lengthMax = 3000;

/**
 * Pointwise fusion: operators that work element by element, each of which feeds only the next, become one node that computes
 * one expression without the tensors between. Where a gradient is asked the operators run one by one. (PyTorch's fuser makes
 * prim::TensorExprGroup of such groups.)
 */
export function fuse_pointwise(graph: Graph): Graph {
  fuse(graph, usesIn(graph));
  return graph;
}

function fuse(block: Block, uses: ReadonlyMap<Value, number>): void {
  const place = new Map(block.list.map((node, i) => [node, i]));
  const gone = new Set<Node>();
  const groups = new Map<Node, Node>();
  const writes = block.list.flatMap((node, i) => (written(node) || node.blocks.length > 0 ? [i] : []));
  for (const last of block.list.toReversed()) {
    for (const inner of last.blocks) fuse(inner, uses);
    if (gone.has(last) || !mayFuse(last)) continue;
    const members = new Set([last]);
    for (const member of members) {
      for (const v of member.ins) {
        const maker = v.maker;
        if (!maker || members.has(maker) || gone.has(maker) || !place.has(maker) || !mayFuse(maker)) continue;
        const inside = [...members].flatMap((m) => m.ins).filter((x) => x === v).length;
        const from = place.get(maker) ?? 0;
        const to = place.get(last) ?? 0;
        if (inside !== uses.get(v) || writes.some((w) => w > from && w < to)) continue;
        members.add(maker);
        const tried = groupOf(members, block);
        if (tried.inputs.length > inputsMax || (expressionOf(tried.graph)?.text.length ?? lengthMax) >= lengthMax)
          members.delete(maker);
      }
    }
    if (members.size < 2) continue;
    const { graph, inputs } = groupOf(members, block);
    const node = new Node('prim::FusionGroup', inputs, { subgraph: graph });
    const [out] = last.outs;
    if (!out) continue;
    // The result keeps its value, so that what uses it stays as it is.
    node.outs.push(out);
    out.maker = node;
    for (const m of members) gone.add(m);
    groups.set(last, node);
  }
  block.list = block.list.flatMap((node) => groups.get(node) ?? (gone.has(node) ? [] : [node]));
}
const mayFuse = (node: Node): boolean => isFusible(node) && isPure(node);

/** Members in the order they run, as a graph; constants that are numbers come inside. */
function groupOf(members: ReadonlySet<Node>, block: Block): { graph: Graph; inputs: Value[] } {
  const graph = new Graph();
  const values = new Map<Value, Value>();
  const inputs: Value[] = [];
  for (const node of block.list) {
    if (!members.has(node)) continue;
    for (const v of node.ins) {
      if (values.has(v)) continue;
      const constant = constantOf(v);
      if ((typeof constant === 'number' || typeof constant === 'boolean' || constant === null) && v.maker)
        graph.append(copyNode(v.maker, values));
      else {
        inputs.push(v);
        values.set(v, graph.param(v.of, v.hint));
      }
    }
    graph.append(copyNode(node, values));
    graph.results = node.outs.map((v) => values.get(v) ?? v);
  }
  return { graph, inputs };
}
