// A group of pointwise operators as one expression: each operator's own expression with its operands' put in.
import { is_grad_enabled } from '../autograd/modes.ts';
import { type DType, float32 } from '../dtype.ts';
import { compute } from '../pointwise.ts';
import { Tensor } from '../tensor.ts';
import { operatorOf, paramsOf } from './interpreter.ts';
import type { Graph, Node, Value } from './ir.ts';

/** Whether its every element is an expression of its arguments' elements, of tensors of floating point and finite numbers. */
export function isFusible(node: Node): boolean {
  const { call } = node.attributes;
  if (call?.by !== 'schema' || call.in_place || node.outs.length !== 1) return false;
  const op = operatorOf(call.schema);
  if (!op?.entry.expression || op.entry.promotes === 'bool') return false;
  const [out] = node.outs;
  if (!out || !isFloating(out)) return false;
  return node.ins.every((v) => {
    if (typeof v.of !== 'string')
      return isFloating(v) && v.of.dtype === (typeof out.of === 'string' ? '' : out.of.dtype);
    if (v.of === 'Tensor') return true;
    const constant = v.maker?.op === 'prim::Constant' ? v.maker.attributes.value : undefined;
    return typeof constant === 'boolean' || (typeof constant === 'number' && Number.isFinite(constant));
  });
}
const isFloating = (v: Value): boolean =>
  typeof v.of !== 'string' && (v.of.dtype === 'float32' || v.of.dtype === 'float64');

interface Expression {
  readonly text: string;
  readonly names: readonly string[];
}
const known = new WeakMap<Graph, Map<DType, Expression | null>>();

/** The expression of a group, over names of its inputs. */
export function expressionOf(group: Graph, dtype: DType = float32): Expression | null {
  const kept = known.get(group) ?? new Map<DType, Expression | null>();
  known.set(group, kept);
  const found = kept.get(dtype);
  if (found !== undefined) return found;
  const made = compose(group, dtype);
  kept.set(dtype, made);
  return made;
}
function compose(group: Graph, dtype: DType): Expression | null {
  const texts = new Map<Value, string>();
  const names = group.params.map((_, i) => `v${i}`);
  group.params.forEach((p, i) => texts.set(p, names[i] ?? ''));
  for (const node of group.list) {
    const { value, call } = node.attributes;
    if (node.op === 'prim::Constant') {
      const number = Number(value);
      const rounded = dtype === float32 ? Math.fround(number) : number;
      texts.set(node.out, rounded < 0 ? `(-${-rounded})` : String(rounded));
      continue;
    }
    const op = call?.by === 'schema' ? operatorOf(call.schema) : null;
    const source = op?.entry.expression;
    if (!op || !source) return null;
    const own = new Map(
      paramsOf(op).map((p, i): [string, string] => {
        const v = node.ins[i];
        return [p.name, v ? (texts.get(v) ?? '0') : String(Number(p.fallback ?? 0))];
      }),
    );
    const plain = typeof source === 'string' ? source : source(dtype);
    // A name before a parenthesis is a function.
    const text = plain.replace(/[A-Za-z_]\w*(?!\w*\s*\()/g, (name) => own.get(name) ?? name);
    texts.set(node.out, `(${text})`);
    if (text.length > 1e5) return null;
  }
  const [result] = group.results;
  const text = result ? texts.get(result) : undefined;
  return text === undefined ? null : { text, names };
}

/** Runs a group as one kernel; null where its operators must run one by one. */
export function runFused(group: Graph, args: readonly unknown[]): Tensor | null {
  let dtype: DType | null = null;
  const grad = is_grad_enabled();
  for (const value of args) {
    if (!(value instanceof Tensor)) return null;
    if (dtype !== null && value.dtype !== dtype) return null;
    if (grad && value.requires_grad) return null;
    dtype = value.dtype;
  }
  if (dtype === null || (dtype.name !== 'float32' && dtype.name !== 'float64')) return null;
  const expression = expressionOf(group, dtype);
  return expression ? compute(expression.text, expression.names, args, 'common') : null;
}
