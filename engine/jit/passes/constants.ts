import { no_grad } from '../../autograd/modes.ts';
import { DType } from '../../dtype.ts';
import { Tensor } from '../../tensor.ts';
import { constantOf, isPure, touched } from '../effects.ts';
import { runGraph } from '../interpreter.ts';
import {
  type Block,
  type Constant,
  copyNode,
  Graph,
  Node,
  replaceUses,
  type Type,
  typeOfTensor,
  type Value,
} from '../ir.ts';
import { truthOf } from '../scalars.ts';

/** Larger results are not worth keeping in a graph. */
const elementsMax = 2 ** 20;

/**
 * Constant propagation: what depends on constants only is computed now and becomes a constant; of an `if` whose condition is
 * one the branch taken is kept. (PyTorch's torch._C._jit_pass_constant_propagation.)
 */
export function constant_propagation(graph: Graph): Graph {
  const unsafe = touched(graph);
  const swap = new Map<Value, Value>();
  sweep(graph, unsafe, swap);
  replaceUses(graph, swap);
  return graph;
}
const structural = new Set(['prim::Constant', 'prim::ListConstruct', 'prim::TupleConstruct', 'prim::DictConstruct']);

function sweep(block: Block, unsafe: ReadonlySet<Value>, swap: Map<Value, Value>): void {
  const final = (v: Value): Value => {
    let now = v;
    for (let next = swap.get(now); next; next = swap.get(now)) now = next;
    return now;
  };
  const kept: Node[] = [];
  for (const node of block.list) {
    node.ins = node.ins.map(final);
    if (node.op === 'prim::If') {
      const condition = constantOf(node.ins[0]);
      if (condition !== undefined && !(condition instanceof DType)) {
        const taken = node.blocks[truthOf(condition) ? 0 : 1];
        if (taken) {
          sweep(taken, unsafe, swap);
          kept.push(...taken.list);
          node.outs.forEach((v, i) => {
            const result = taken.results[i];
            if (result) swap.set(v, final(result));
          });
          continue;
        }
      }
    }
    for (const inner of node.blocks) sweep(inner, unsafe, swap);
    const folded = fold(node, unsafe);
    if (!folded) {
      kept.push(node);
      continue;
    }
    kept.push(...folded);
    folded.forEach((constant, i) => {
      const out = node.outs[i];
      if (out) swap.set(out, constant.out);
    });
  }
  block.list = kept;
  block.results = block.results.map(final);
}

/** The constants that its results are; null where it stays. */
function fold(node: Node, unsafe: ReadonlySet<Value>): Node[] | null {
  if (structural.has(node.op) || node.outs.length === 0 || !isPure(node)) return null;
  if ([...node.ins, ...node.outs].some((v) => unsafe.has(v)) || !node.ins.every(isKnown)) return null;
  if (node.op.startsWith('prim::GetAttr')) return null;
  const graph = new Graph();
  const values = new Map<Value, Value>();
  const bring = (v: Value): void => {
    if (values.has(v) || !v.maker) return;
    v.maker.ins.forEach(bring);
    graph.append(copyNode(v.maker, values));
  };
  node.ins.forEach(bring);
  graph.append(copyNode(node, values));
  graph.results = node.outs.map((v) => values.get(v) ?? v);
  const result = no_grad(() => runGraph(graph, []));
  const results = node.outs.length === 1 ? [result] : Array.isArray(result) ? result : [];
  const constants = results.map(constantNode);
  return constants.length === node.outs.length && constants.every((c) => c !== null) ? constants : null;
}
const isKnown = (v: Value): boolean =>
  constantOf(v) !== undefined ||
  ((v.maker?.op === 'prim::ListConstruct' || v.maker?.op === 'prim::TupleConstruct') && v.maker.ins.every(isKnown));
function constantNode(value: unknown): Node | null {
  const make = (constant: Constant, of: Type): Node => {
    const node = new Node('prim::Constant', [], { value: constant });
    node.add(of);
    return node;
  };
  if (value instanceof Tensor)
    return value.numel() > elementsMax ? null : make(value.detach(), typeOfTensor(value.detach()));
  if (typeof value === 'number') return make(value, Number.isInteger(value) ? 'int' : 'float');
  if (typeof value === 'boolean') return make(value, 'bool');
  if (typeof value === 'string') return make(value, 'str');
  if (value instanceof DType) return make(value, 'int');
  return value === null ? make(null, 'NoneType') : null;
}
