import { argument, constantOf } from '../effects.ts';
import { type Block, type Graph, replaceUses, type Value } from '../ir.ts';

/** Takes out dropouts that are switched off: they give on what they are given. (PyTorch's torch._C._jit_pass_remove_dropout.) */
export function remove_dropout(graph: Graph): Graph {
  const swap = new Map<Value, Value>();
  const sweep = (block: Block): void => {
    block.list = block.list.filter((node) => {
      node.blocks.forEach(sweep);
      const [input] = node.ins;
      const off = /^aten::(feature_|alpha_|feature_alpha_)?dropout[123]?d?$/.test(node.op);
      if (!off || !input || constantOf(argument(node, 'training')) !== false) return true;
      swap.set(node.out, input);
      return false;
    });
  };
  sweep(graph);
  replaceUses(graph, swap);
  return graph;
}
