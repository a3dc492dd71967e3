// Expressions in WGSL. JavaScript's numbers become f32 or i32: integers stay integers where both sides are, and `/` of two
// integers is a float, as there.
import type { DType } from '../../dtype.ts';
import type { Expression } from '../../expression.ts';
import { hasFunction } from './functions.ts';

/** f32, i32, bool, or a whole number that becomes what the other side is. */
export type Kind = 'f' | 'i' | 'b' | 'n';
export interface Typed {
  readonly text: string;
  readonly kind: Kind;
}

export const typeOf = (dtype: DType): 'f32' | 'i32' => (dtype.category === 2 ? 'f32' : 'i32');
export const kindOf = (dtype: DType): 'f' | 'i' => (dtype.category === 2 ? 'f' : 'i');

export function asFloat({ text, kind }: Typed): string {
  if (kind === 'f') return text;
  if (kind === 'n') return text.includes('e') || text.includes('.') ? text : `${text}.0`;
  return `f32(${text})`;
}
export function asInt({ text, kind }: Typed): string {
  if (kind === 'f') return `to_int(${text})`;
  return kind === 'b' ? `i32(${text})` : text;
}
export function asBool({ text, kind }: Typed): string {
  if (kind === 'b') return text;
  return kind === 'f' ? `truth(${text})` : `(${text} != 0)`;
}
/** What an element of the dtype keeps of a value. */
export function kept(value: Typed, dtype: DType): string {
  switch (dtype.name) {
    case 'float16':
      return `round_half(${asFloat(value)})`;
    case 'bfloat16':
      return `round_brain(${asFloat(value)})`;
    case 'bool':
      return value.kind === 'f' ? `i32(nonzero(${value.text}))` : `i32(${asBool(value)})`;
    case 'uint8':
    case 'quint8':
      return `(${asInt(value)} & 255)`;
    case 'int8':
    case 'qint8':
      return `((${asInt(value)} << 24u) >> 24u)`;
    case 'int16':
      return `((${asInt(value)} << 16u) >> 16u)`;
    default:
      return dtype.category === 2 ? asFloat(value) : asInt(value);
  }
}

const predicates = new Set(['is_nan', 'is_inf', 'is_finite', 'sign_bit']);
const whole = new Set(['floor', 'ceil', 'trunc', 'round']);

export function printWgsl(e: Expression, names: ReadonlyMap<string, Typed>): Typed {
  const of = (part: Expression): Typed => printWgsl(part, names);
  switch (e.kind) {
    case 'number':
      return Number.isInteger(e.value) && Math.abs(e.value) < 2 ** 31
        ? { text: String(e.value), kind: 'n' }
        : { text: floatText(e.value), kind: 'f' };
    case 'name': {
      const found = names.get(e.name);
      if (!found) throw new Error(`expression names '${e.name}', which is no operand`);
      return found;
    }
    case 'unary': {
      const operand = of(e.operand);
      if (e.operator === '!') return { text: `!${asBool(operand)}`, kind: 'b' };
      if (operand.kind === 'f') return { text: `negated(${operand.text})`, kind: 'f' };
      return operand.kind === 'n'
        ? { text: `-${operand.text}`, kind: 'n' }
        : { text: `(-${asInt(operand)})`, kind: 'i' };
    }
    case 'choose': {
      const [yes, no] = [of(e.yes), of(e.no)];
      const condition = asBool(of(e.condition));
      // Both sides are computed: an expression has no effects.
      if (yes.kind === 'b' && no.kind === 'b')
        return { text: `select(${no.text}, ${yes.text}, ${condition})`, kind: 'b' };
      const isFloat = yes.kind === 'f' || no.kind === 'f' || (yes.kind === 'n' && no.kind === 'n');
      const as = isFloat ? asFloat : asInt;
      return { text: `select(${as(no)}, ${as(yes)}, ${condition})`, kind: isFloat ? 'f' : 'i' };
    }
    case 'call':
      return printCall(e.name, e.args.map(of));
    case 'binary':
      return printBinary(e.operator, of(e.left), of(e.right));
  }
}

function printCall(name: string, args: readonly Typed[]): Typed {
  const isFloat = args.some(({ kind }) => kind === 'f') || args.every(({ kind }) => kind === 'n');
  if (predicates.has(name)) return { text: `${name}(${args.map(asFloat).join(', ')})`, kind: 'b' };
  if (!isFloat && whole.has(name)) return { text: args.map(asInt).join(), kind: 'i' };
  const hasInteger = hasFunction(`${name}_i`);
  if (hasInteger && (!isFloat || !hasFunction(`${name}_f`)))
    return { text: `${name}_i(${args.map(asInt).join(', ')})`, kind: 'i' };
  if (!hasFunction(`${name}_f`)) throw new Error(`the webgpu device has no function named ${name}`);
  return { text: `${name}_f(${args.map(asFloat).join(', ')})`, kind: 'f' };
}

const comparisons = new Set(['<', '<=', '>', '>=', '==', '!=']);
function printBinary(operator: string, left: Typed, right: Typed): Typed {
  if (operator === '&&' || operator === '||')
    return { text: `(${asBool(left)} ${operator} ${asBool(right)})`, kind: 'b' };
  if (left.kind === 'n' && right.kind === 'n')
    return { text: `(${asFloat(left)} ${operator} ${asFloat(right)})`, kind: comparisons.has(operator) ? 'b' : 'f' };
  const isFloat = left.kind === 'f' || right.kind === 'f' || operator === '/';
  const as = isFloat ? asFloat : asInt;
  if (operator === '%') return printCall('fmod', [left, right]);
  const text =
    operator === '!=' && isFloat
      ? `!(${as(left)} == ${as(right)})` // NaN differs from everything
      : `(${as(left)} ${operator} ${as(right)})`;
  if (comparisons.has(operator)) return { text, kind: 'b' };
  return { text, kind: isFloat ? 'f' : 'i' };
}

function floatText(value: number): string {
  if (!(Math.abs(value) <= 3.4028234663852886e38)) return value > 0 ? 'inf()' : '-inf()';
  const text = String(Math.fround(value));
  return /[.e]/.test(text) ? text : `${text}.0`;
}
