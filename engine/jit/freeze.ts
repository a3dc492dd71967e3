import { RuntimeError } from '../device/device.ts';
import { Module } from '../nn/module.ts';
import { Tensor } from '../tensor.ts';
import { touched } from './effects.ts';
import { inline, pathOf } from './inline.ts';
import { type Graph, Node, replaceUses, type Type, typeOfTensor, type Value } from './ir.ts';
import { common_subexpression_elimination } from './passes/common-subexpressions.ts';
import { constant_propagation } from './passes/constants.ts';
import { dead_code_elimination } from './passes/dead-code.ts';
import { remove_dropout } from './passes/dropout.ts';
import { fold_conv_batch_norm, fold_linear_batch_norm } from './passes/fold-batch-norm.ts';
import { fuse_pointwise } from './passes/fuse.ts';
import { ScriptModule } from './script-module.ts';

/**
 * A copy of a traced or scripted module in evaluation mode whose methods of submodules are inlined and whose parameters and
 * buffers are constants: what depends on them only is computed now, dropouts go, and a batch norm after a convolution is folded
 * into it (`optimize_numerics: false` leaves out the folding, which changes results by rounding). Buffers that forward
 * writes to, and those named in `preserved_attrs`, stay attributes.
 */
export function freeze<M>(
  mod: ScriptModule<M>,
  preserved_attrs: readonly string[] | { preserved_attrs?: readonly string[]; optimize_numerics?: boolean } = [],
  optimize_numerics = true,
): ScriptModule<M> {
  const o = Array.isArray(preserved_attrs)
    ? { preserved_attrs: preserved_attrs as readonly string[], optimize_numerics }
    : {
        preserved_attrs: [],
        optimize_numerics,
        ...(preserved_attrs as { preserved_attrs?: readonly string[]; optimize_numerics?: boolean }),
      };
  if (!(mod instanceof ScriptModule))
    throw new RuntimeError(
      "Freezing expects a ScriptModule as input. Please use torch.jit.script or torch.jit.trace to script your 'nn.Module'.",
    );
  if (mod.training)
    throw new RuntimeError(
      'Freezing is currently only implemented for modules in eval mode. Please call .eval() on your module before freezing.',
    );
  const graph = inline(mod.graph, mod);
  const frozen = new ScriptModule<M>(mod.original_name);
  frozen.training = false;
  attributesToConstants(graph, mod, frozen, new Set(o.preserved_attrs));
  remove_dropout(constant_propagation(graph));
  common_subexpression_elimination(graph);
  if (o.optimize_numerics) fold_linear_batch_norm(fold_conv_batch_norm(graph));
  frozen._methods.set('forward', dead_code_elimination(constant_propagation(graph)));
  return frozen;
}

/** What freeze does, and pointwise fusion: for inference only. */
export function optimize_for_inference<M>(mod: ScriptModule<M>): ScriptModule<M> {
  const frozen = mod.training || [...mod.parameters()].length > 0 || [...mod.buffers()].length > 0 ? freeze(mod) : mod;
  dead_code_elimination(fuse_pointwise(frozen.graph));
  return frozen;
}

function attributesToConstants(graph: Graph, from: Module, to: ScriptModule, preserved: ReadonlySet<string>): void {
  const unsafe = touched(graph);
  const swap = new Map<Value, Value>();
  const constants: Node[] = [];
  const kept: { node: Node; path: string; value: Tensor }[] = [];
  for (const node of graph.everyNode()) {
    if (node.op !== 'prim::GetAttr' || !node.ins[0]) continue;
    const owner = pathOf(node.ins[0], graph);
    if (owner === null) continue;
    const name = node.attributes.name ?? '';
    const path = owner === '' ? name : `${owner}.${name}`;
    const value: unknown = Reflect.get(from.get_submodule(owner), name);
    if (value instanceof Module) continue;
    if (value instanceof Tensor && (unsafe.has(node.out) || preserved.has(path))) {
      kept.push({ node, path, value });
      continue;
    }
    const constant =
      value instanceof Tensor
        ? value.detach().clone()
        : typeof value === 'boolean' || typeof value === 'number'
          ? value
          : null;
    const of: Type =
      constant instanceof Tensor
        ? typeOfTensor(constant)
        : typeof constant === 'boolean'
          ? 'bool'
          : typeof constant === 'number'
            ? 'int'
            : 'NoneType';
    const made = new Node('prim::Constant', [], { value: constant });
    swap.set(node.out, made.add(of, value instanceof Tensor ? `self.${path}` : null));
    constants.push(made);
  }
  for (const { path, value } of kept) {
    const parts = path.split('.');
    const last = parts.pop() ?? path;
    let owner: ScriptModule = to;
    for (const part of parts) {
      const next: unknown = Reflect.get(owner, part);
      const child =
        next instanceof ScriptModule
          ? next
          : new ScriptModule(from.get_submodule(parts.slice(0, parts.indexOf(part) + 1).join('.'))._get_name());
      if (next === undefined) owner.add_module(part, child);
      child.training = false;
      owner = child;
    }
    if (!(last in owner)) owner.register_buffer(last, value.detach().clone());
  }
  graph.list = [...constants, ...graph.list];
  replaceUses(graph, swap);
}
