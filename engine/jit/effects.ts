// What passes must know of a node: whether it writes, draws random numbers, or only computes.
import { DType } from '../dtype.ts';
import { Tensor } from '../tensor.ts';
import { isPrimitive, operatorOf, overloadsOf, paramsOf } from './interpreter.ts';
import type { Block, Constant, Node, Value } from './ir.ts';

const random = new Set(
  'rand rand_like randn randn_like randint randint_like randperm bernoulli multinomial normal uniform exponential random poisson binomial _standard_gamma _sample_dirichlet gumbel_softmax'
    .split(' ')
    .map((name) => `aten::${name}`),
);
const dropouts = /^aten::(?:feature_|alpha_|feature_alpha_)?dropout[123]?d?$|^aten::rrelu$/;

/** The value of a constant; undefined for any other value. */
export const constantOf = (value: Value | undefined | null): Constant | undefined =>
  value?.maker?.op === 'prim::Constant' ? (value.maker.attributes.value ?? null) : undefined;

/** The argument of that name; null where the node has none. */
export function argument(node: Node, name: string): Value | null {
  const { call } = node.attributes;
  if (call?.by === 'schema') {
    const op = operatorOf(call.schema);
    const at = op ? paramsOf(op).findIndex((p) => p.name === name) : -1;
    return node.ins[at] ?? null;
  }
  if (call) {
    const keyword = call.keywords.indexOf(name);
    const positional = node.ins.length - call.keywords.length;
    if (keyword >= 0) return node.ins[positional + keyword] ?? null;
    const [op] = overloadsOf(node.op.slice('aten::'.length), call);
    const at = op ? paramsOf(op).findIndex((p) => p.name === name) : -1;
    return at >= 0 && at < positional ? (node.ins[at] ?? null) : null;
  }
  return null;
}

/** The value it writes into, directly; null for a node that writes nothing. */
export function written(node: Node): Value | null {
  if (!node.op.startsWith('aten::')) return null;
  const name = node.op.slice('aten::'.length);
  if (name.endsWith('_') && !name.endsWith('__')) return node.ins[0] ?? null;
  if (name === 'set_at') return node.ins[0] ?? null;
  if (name === 'batch_norm' || name === 'instance_norm') {
    const training = constantOf(argument(node, name === 'batch_norm' ? 'training' : 'use_input_stats'));
    const mean = argument(node, 'running_mean');
    return training === false || constantOf(mean) === null ? null : mean;
  }
  if (constantOf(argument(node, 'inplace')) === true) return node.ins[0] ?? null;
  return null;
}
export function isRandom(node: Node): boolean {
  if (dropouts.test(node.op)) return constantOf(argument(node, 'training')) !== false;
  if (node.op === 'aten::scaled_dot_product_attention') {
    const p = argument(node, 'dropout_p');
    return p !== null && constantOf(p) !== 0;
  }
  return random.has(node.op.replace(/_$/, ''));
}
/** Only computes: the same inputs give the same results, and nothing is written. */
export const isPure = (node: Node): boolean =>
  node.blocks.length === 0 &&
  node.op !== 'prim::CallMethod' &&
  node.op !== 'prim::RaiseException' &&
  (node.op.startsWith('aten::') || isPrimitive(node.op)) &&
  written(node) === null &&
  !isRandom(node);
/** Whether leaving it out is seen when its results are not used. */
export const hasEffect = (node: Node): boolean =>
  node.op === 'prim::CallMethod' ||
  node.op === 'prim::RaiseException' ||
  written(node) !== null ||
  isRandom(node) ||
  node.blocks.some((block) => block.list.some(hasEffect));

/** Operators made of others whose results never are their arguments' memory; of all others made of others that is not known. */
const fresh =
  /^aten::(linear|batch_norm|layer_norm|group_norm|instance_norm|matmul|conv.*|.*_pool[123]d.*|softmin|softsign|tanhshrink|glu|eq|ne|lt|le|gt|ge|logical_.*|is[a-z]+|argm.*|var.*|std.*|all|any|max|min|stack|outer|inner|tensordot|embedding|cross_entropy|.*_loss.*|scaled_dot_product_attention|one_hot|normalize|cosine_similarity|zeros.*|ones.*|full.*|new_.*|arange|linspace|eye|rand.*|einsum|norm|repeat|tile|div)$/;
/** Whether results may be the arguments' memory: views, lists, operators that may give back what they were given. */
function shares(node: Node): boolean {
  if (node.op === 'prim::Constant' || node.op === 'prim::GetAttr' || node.op === 'prim::FusionGroup') return false;
  if (!node.op.startsWith('aten::') || written(node)) return true;
  const { call } = node.attributes;
  const ops = !call ? [] : call.by === 'schema' ? [operatorOf(call.schema)] : overloadsOf(node.op.slice(6), call);
  if (ops.some((op) => op === null || op.entry.view)) return true;
  return !fresh.test(node.op) && !ops.every((op) => op?.differentiable);
}

/**
 * Values whose memory is written somewhere in the graph, under any of its names. It may hold more than need be, never less:
 * inputs may share memory with each other, and attributes of one name are taken for one.
 */
export function touched(block: Block): ReadonlySet<Value> {
  const result = new Set<Value>();
  const nodes = [...block.everyNode()];
  for (const node of nodes) {
    const target = written(node);
    if (target) result.add(target);
    if (node.op === 'aten::batch_norm' && target) {
      const variance = argument(node, 'running_var');
      if (variance) result.add(variance);
    }
  }
  if (result.size === 0) return result;
  const add = (v: Value): boolean => !result.has(v) && !isPlainConstant(v) && (result.add(v), true);
  for (let changed = true; changed; ) {
    changed = false;
    const join = (values: readonly Value[]): void => {
      if (values.some((v) => result.has(v))) for (const v of values) if (add(v)) changed = true;
    };
    join(block.params.filter((p) => p.of !== 'int' && !(typeof p.of === 'string' && p.of.startsWith('__torch__'))));
    const attributes = new Map<string | undefined, Value[]>();
    const constants = new Map<unknown, Value[]>();
    for (const node of nodes) {
      if (node.op === 'prim::GetAttr') {
        const { name } = node.attributes;
        attributes.set(name, [...(attributes.get(name) ?? []), node.out]);
      } else if (node.op === 'prim::Constant') {
        const { value } = node.attributes;
        if (value instanceof Tensor) constants.set(value.storage, [...(constants.get(value.storage) ?? []), node.out]);
      } else if (shares(node))
        join([...node.ins, ...node.outs, ...node.blocks.flatMap((b) => [...b.params, ...b.results])]);
    }
    for (const same of [...attributes.values(), ...constants.values()]) join(same);
  }
  return result;
}
const isPlainConstant = (v: Value): boolean => {
  const constant = constantOf(v);
  return constant !== undefined && !(constant instanceof Tensor);
};
/** Equal for equal constants; tensors are equal only to themselves. */
export function constantKey(value: Constant): unknown {
  if (value instanceof Tensor) return value;
  if (value instanceof DType) return `dtype ${value.name}`;
  return `${typeof value} ${Object.is(value, -0) ? '-0' : String(value)}`;
}
