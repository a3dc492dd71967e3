import { from, operator } from '../operator.ts';
import { compute, pointwise } from '../pointwise.ts';
import { RuntimeError } from '../device/device.ts';
import type { DType } from '../dtype.ts';
import { resultType } from '../promotion.ts';
import { Tensor } from '../tensor.ts';

const isBool = (x: unknown): boolean => (x instanceof Tensor ? x.dtype.category === 0 : typeof x === 'boolean');
/** PyTorch refuses to subtract truth values, which `1 - mask` would. */
const subtractable = (a: unknown, b: unknown): void => {
  if (!isBool(a) && !isBool(b)) return;
  throw new RuntimeError(
    isBool(a) && isBool(b)
      ? 'Subtraction, the `-` operator, with two bool tensors is not supported. Use the `^` or `logical_xor()` operator instead.'
      : 'Subtraction, the `-` operator, with a bool tensor is not supported. If you are trying to invert a mask, use the `~` or `logical_not()` operator instead.',
  );
};

/** One expression as a function, for gradients that no operator of the table names. Its result is not recorded. */
export const raw = (expression: string, values: Record<string, Tensor | number>): Tensor =>
  compute(expression, Object.keys(values), Object.values(values), 'common');

/** Sums, differences, products and quotients may be of two numbers; nothing else may. */
function wantTensor(name: string, [a, b]: readonly unknown[]): void {
  if (typeof a !== 'object' && typeof b !== 'object')
    throw new TypeError(
      `${name}() received an invalid combination of arguments - got (${typeof a}, ${typeof b}): one must be a Tensor`,
    );
}
function checkAlpha(a: unknown, b: unknown, alpha: unknown): void {
  if (alpha === 1) return;
  const d = resultType([a, b]);
  if (typeof alpha === 'boolean' && d.category > 0)
    throw new RuntimeError('Boolean alpha only supported for Boolean results.');
  if (d.category < 2 && !Number.isInteger(Number(alpha)))
    throw new RuntimeError('For integral input tensors, argument alpha must not be a floating point number.');
}

export const add = pointwise('add(Tensor|Scalar input, Tensor|Scalar other, *, Scalar alpha = 1) -> Tensor', {
  doc: 'Adds other, scaled by alpha, to input: input + alpha · other. Shapes broadcast.',
  check: checkAlpha,
  expression: (d) => (d.category === 0 ? 'input || (other && alpha)' : 'input + alpha * other'),
  inplace: true,
  gradients: { input: (s) => s.grad, other: (s) => (s.alpha === 1 ? s.grad : s.grad.mul(s.alpha)) },
});
export const sub = pointwise('sub(Tensor|Scalar input, Tensor|Scalar other, *, Scalar alpha = 1) -> Tensor', {
  doc: 'Subtracts other, scaled by alpha, from input: input − alpha · other. Shapes broadcast.',
  expression: 'input - alpha * other',
  check(a, b, alpha) {
    subtractable(a, b);
    checkAlpha(a, b, alpha);
  },
  inplace: true,
  aliases: ['subtract'],
  gradients: { input: (s) => s.grad, other: (s) => (s.alpha === 1 ? s.grad.neg() : s.grad.mul(-s.alpha)) },
});
export const rsub = pointwise('rsub(Tensor input, Tensor|Scalar other, *, Scalar alpha = 1) -> Tensor', {
  doc: 'other − alpha · input.',
  node: (_, other) => (other instanceof Tensor ? 'RsubBackward0' : 'RsubBackward1'),
  expression: 'other - alpha * input',
  check: subtractable,
  gradients: { input: (s) => s.grad.mul(-s.alpha), other: (s) => s.grad },
});
export const mul = pointwise('mul(Tensor|Scalar input, Tensor|Scalar other) -> Tensor', {
  doc: 'Multiplies element by element: input · other. Shapes broadcast.',
  expression: 'input * other',
  inplace: true,
  aliases: ['multiply'],
  gradients: { input: from('other', (s) => s.grad.mul(s.other)), other: from('input', (s) => s.grad.mul(s.input)) },
});
export const div = pointwise('div(Tensor|Scalar input, Tensor|Scalar other) -> Tensor', {
  doc: 'Divides element by element: input / other. Integers give the default floating dtype.',
  expression: 'input / other',
  promotes: 'float',
  inplace: true,
  aliases: ['divide', 'true_divide'],
  gradients: {
    input: from('other', (s) => s.grad.div(s.other)),
    other: from('input other', (s) => s.grad.neg().mul(divide(divide(s.input, s.other), s.other))),
  },
});
const divide = (a: Tensor | number, b: Tensor | number): Tensor => div(a, b);
export const floor_divide = pointwise('floor_divide(Tensor|Scalar input, Tensor|Scalar other) -> Tensor', {
  doc: '⌊input / other⌋.',
  expression: (d) => (d.category === 2 ? 'floor_divide(input, other)' : 'integer_floor_divide(input, other)'),
  inplace: true,
  gradients: { input: (s) => s.grad.mul(0), other: (s) => s.grad.mul(0) },
});
export const trunc_divide = pointwise('_trunc_divide(Tensor|Scalar input, Tensor|Scalar other) -> Tensor', {
  doc: 'input / other, rounded towards zero.',
  expression: (d) => (d.category === 2 ? 'trunc(input / other)' : 'integer_divide(input, other)'),
  on: 'none',
  gradients: { input: (s) => s.grad.mul(0), other: (s) => s.grad.mul(0) },
});
operator('div(Tensor|Scalar input, Tensor|Scalar other, *, str|null rounding_mode) -> Tensor', {
  doc: "Divides; rounding_mode 'floor' or 'trunc' rounds the quotient.",
  aliases: ['divide', 'true_divide'],
  inplace: true,
  forward: (input, other, mode) => {
    if (mode === null) return div(input, other);
    if (mode !== 'floor' && mode !== 'trunc')
      throw new RuntimeError(`div expected rounding_mode to be one of null, 'trunc', or 'floor' but found '${mode}'`);
    return mode === 'floor' ? floor_divide(input, other) : trunc_divide(input, other);
  },
});
export const remainder = pointwise('remainder(Tensor|Scalar input, Tensor|Scalar other) -> Tensor', {
  doc: "Python's modulus: the result has the divisor's sign.",
  check: (...values) => wantTensor('remainder', values),
  expression: (d) =>
    d.category === 2
      ? 'remainder(input, other)'
      : 'other == 0 ? integer_divide(input, other) : remainder(input, other)',
  inplace: true,
  gradients: {
    input: (s) => s.grad,
    other: from('input other', (s) => s.grad.neg().mul(floor_divide(s.input, s.other))),
  },
});
export const fmod = pointwise('fmod(Tensor input, Tensor|Scalar other) -> Tensor', {
  doc: "C's remainder: the result has the dividend's sign.",
  expression: (d) => (d.category === 2 ? 'input % other' : 'other == 0 ? integer_divide(input, other) : input % other'),
  inplace: true,
  gradients: {
    input: (s) => s.grad,
    other: from('input other', (s) => s.grad.neg().mul(trunc_divide(s.input, s.other))),
  },
});
export const pow: (input: Tensor | number, exponent: Tensor | number) => Tensor = pointwise(
  'pow(Tensor|Scalar input, Tensor|Scalar exponent) -> Tensor',
  {
    doc: 'input ^ exponent, element by element.',
    node: (_, exponent) => (exponent instanceof Tensor ? 'PowBackward1' : 'PowBackward0'),
    check: (input, exponent) => {
      wantTensor('pow', [input, exponent]);
      if (typeof exponent === 'number' && exponent < 0 && Number.isInteger(exponent) && input instanceof Tensor)
        if (input.dtype.category < 2) throw new RuntimeError('Integers to negative integer powers are not allowed.');
    },
    expression: (d) =>
      d.category === 2
        ? 'pow(input, exponent)'
        : d.name === 'int64'
          ? 'integer_pow_64(input, exponent)'
          : 'integer_pow(input, exponent)',
    inplace: true,
    gradients: {
      input: from('input exponent', (s) => {
        if (typeof s.exponent === 'number')
          return s.exponent === 0 ? s.grad.mul(0) : s.grad.mul(pow(s.input, s.exponent - 1).mul(s.exponent));
        return s.exponent
          .eq(0)
          .logical_not()
          .mul(s.grad.mul(s.exponent.mul(pow(s.input, s.exponent.sub(1)))))
          .nan_to_num_where(s.exponent.eq(0));
      }),
      exponent: from('input exponent result', (s) => {
        const zero = typeof s.input === 'number' ? s.result.mul(0).add(s.input).eq(0) : s.input.eq(0);
        const at = typeof s.exponent === 'number' ? zero : zero.logical_and(s.exponent.ge(0));
        const log = typeof s.input === 'number' ? Math.log(s.input) : s.input.log();
        return s.grad.mul(s.result.mul(log)).nan_to_num_where(at);
      }),
    },
  },
);
pointwise('nan_to_num_where(Tensor input, Tensor where) -> Tensor', {
  doc: 'Zero where the condition holds, input elsewhere.',
  expression: 'where ? 0 : input',
  promotes: 'input',
  on: 'method',
  gradients: { input: from('where', (s) => s.grad.nan_to_num_where(s.where)) },
});
export const square = pointwise('square(Tensor input) -> Tensor', {
  doc: 'input².',
  expression: 'input * input',
  promotes: 'number',
  inplace: true,
  node: 'Pow',
  gradients: { input: from('input', (s) => s.grad.mul(s.input.mul(2))) },
});
export const maximum = pointwise('maximum(Tensor input, Tensor other) -> Tensor', {
  doc: 'The larger of each pair; NaN passes through; at a tie each gets half the gradient.',
  expression: 'max(input, other)',
  gradients: {
    input: from('input other', (s) => tie(s.grad, s.input, s.other)),
    other: from('input other', (s) => tie(s.grad, s.other, s.input)),
  },
});
export const minimum = pointwise('minimum(Tensor input, Tensor other) -> Tensor', {
  doc: 'The smaller of each pair; NaN passes through; at a tie each gets half the gradient.',
  expression: 'min(input, other)',
  gradients: {
    input: from('input other', (s) => tie(s.grad, s.other, s.input)),
    other: from('input other', (s) => tie(s.grad, s.input, s.other)),
  },
});
const tie = (grad: Tensor, a: Tensor, b: Tensor): Tensor =>
  grad.mul(raw('a < b ? 0 : a == b ? 0.5 : 1', { a: a.to(grad.dtype), b: b.to(grad.dtype) }));
export const fmax = pointwise('fmax(Tensor input, Tensor other) -> Tensor', {
  doc: 'The larger of each pair; a number wins over NaN.',
  expression: 'is_nan(other) || input >= other ? input : other',
  gradients: {
    input: from('input other', (s) => s.grad.mul(raw('is_nan(b) || a >= b ? 1 : 0', { a: s.input, b: s.other }))),
    other: from('input other', (s) => s.grad.mul(raw('is_nan(b) || a >= b ? 0 : 1', { a: s.input, b: s.other }))),
  },
});
export const fmin = pointwise('fmin(Tensor input, Tensor other) -> Tensor', {
  doc: 'The smaller of each pair; a number wins over NaN.',
  expression: 'is_nan(other) || input <= other ? input : other',
  gradients: {
    input: from('input other', (s) => s.grad.mul(raw('is_nan(b) || a <= b ? 1 : 0', { a: s.input, b: s.other }))),
    other: from('input other', (s) => s.grad.mul(raw('is_nan(b) || a <= b ? 0 : 1', { a: s.input, b: s.other }))),
  },
});
export const atan2 = pointwise('atan2(Tensor input, Tensor other) -> Tensor', {
  doc: 'The angle of the point (other, input).',
  expression: 'atan2(input, other)',
  promotes: 'float',
  inplace: true,
  aliases: ['arctan2'],
  gradients: {
    input: from('input other', (s) => s.grad.mul(s.other.div(s.input.square().add(s.other.square())))),
    other: from('input other', (s) => s.grad.mul(s.input.neg().div(s.input.square().add(s.other.square())))),
  },
});
export const hypot = pointwise('hypot(Tensor input, Tensor other) -> Tensor', {
  doc: '√(input² + other²).',
  expression: 'hypot(input, other)',
  inplace: true,
  gradients: {
    input: from('input result', (s) => s.grad.mul(s.input.div(s.result))),
    other: from('other result', (s) => s.grad.mul(s.other.div(s.result))),
  },
});
export const copysign = pointwise('copysign(Tensor input, Tensor|Scalar other) -> Tensor', {
  doc: 'The size of input with the sign of other.',
  expression: 'sign_bit(other) ? -abs(input) : abs(input)',
  promotes: 'float',
  inplace: true,
  gradients: {
    input: from('input result', (s) => s.grad.mul(raw('a == 0 ? 0 : b / a', { a: s.input, b: s.result }))),
    other: (s) => s.grad.mul(0),
  },
});
export const xlogy = pointwise('xlogy(Tensor|Scalar input, Tensor|Scalar other) -> Tensor', {
  doc: 'input · log(other), 0 where input is 0.',
  check: (...values) => wantTensor('xlogy', values),
  expression: 'is_nan(other) ? other : input == 0 ? 0 : input * log(other)',
  promotes: 'float',
  inplace: true,
  on: 'torch method special',
  gradients: {
    input: from('input other', (s) =>
      s.grad
        .mul(typeof s.other === 'number' ? Math.log(s.other) : s.other.log())
        .nan_to_num_where(asTensor(s.input, s.grad).eq(0).logical_and(asTensor(s.other, s.grad).le(0))),
    ),
    other: from('input other', (s) => s.grad.mul(div(s.input, s.other))),
  },
});
const asTensor = (x: Tensor | number, like: Tensor): Tensor => (typeof x === 'number' ? like.new_full([], x) : x);
export const logaddexp = pointwise('logaddexp(Tensor input, Tensor other) -> Tensor', {
  doc: 'log(eˣ + eʸ), without overflow.',
  expression: 'input == other ? input + log(2) : max(input, other) + log1p(exp(-abs(input - other)))',
  promotes: 'float',
  gradients: {
    input: from('input other', (s) => s.grad.mul(s.input.sub(s.other).sigmoid())),
    other: from('input other', (s) => s.grad.mul(s.other.sub(s.input).sigmoid())),
  },
});
export const logaddexp2 = pointwise('logaddexp2(Tensor input, Tensor other) -> Tensor', {
  doc: 'log₂(2ˣ + 2ʸ), without overflow.',
  expression: 'input == other ? input + 1 : max(input, other) + log1p(pow(2, -abs(input - other))) / log(2)',
  promotes: 'float',
  gradients: {
    input: from('input other', (s) => s.grad.mul(s.input.sub(s.other).mul(Math.LN2).sigmoid())),
    other: from('input other', (s) => s.grad.mul(s.other.sub(s.input).mul(Math.LN2).sigmoid())),
  },
});
export const nextafter = pointwise('nextafter(Tensor input, Tensor other) -> Tensor', {
  doc: 'The next float after input towards other.',
  expression: (d) => (d.name === 'float64' ? 'nextafter_64(input, other)' : 'nextafter(input, other)'),
  inplace: true,
});
export const heaviside = pointwise('heaviside(Tensor input, Tensor values) -> Tensor', {
  doc: '0 below zero, 1 above, values at zero.',
  expression: 'input == 0 ? values : input > 0 ? 1 : 0',
  inplace: true,
});
export const gcd = pointwise('gcd(Tensor input, Tensor other) -> Tensor', {
  doc: 'Greatest common divisor.',
  expression: 'gcd(input, other)',
  inplace: true,
});
export const lcm = pointwise('lcm(Tensor input, Tensor other) -> Tensor', {
  doc: 'Least common multiple.',
  expression: 'lcm(input, other)',
  inplace: true,
});

export const lerp = pointwise('lerp(Tensor input, Tensor end, Tensor|Scalar weight) -> Tensor', {
  doc: 'input + weight · (end − input).',
  expression: 'abs(weight) < 0.5 ? input + weight * (end - input) : end - (end - input) * (1 - weight)',
  inplace: true,
  gradients: {
    input: from('weight', (s) => s.grad.mul(typeof s.weight === 'number' ? 1 - s.weight : s.weight.rsub(1))),
    end: from('weight', (s) => s.grad.mul(s.weight)),
    weight: from('input end', (s) => s.grad.mul(s.end.sub(s.input))),
  },
});
export const addcmul = pointwise(
  'addcmul(Tensor input, Tensor tensor1, Tensor tensor2, *, Scalar value = 1) -> Tensor',
  {
    doc: 'input + value · tensor1 · tensor2.',
    expression: 'input + value * tensor1 * tensor2',
    inplace: true,
    gradients: {
      input: (s) => s.grad,
      tensor1: from('tensor2', (s) => s.grad.mul(s.tensor2.mul(s.value))),
      tensor2: from('tensor1', (s) => s.grad.mul(s.tensor1.mul(s.value))),
    },
  },
);
export const addcdiv = pointwise(
  'addcdiv(Tensor input, Tensor tensor1, Tensor tensor2, *, Scalar value = 1) -> Tensor',
  {
    doc: 'input + value · tensor1 / tensor2.',
    expression: 'input + value * tensor1 / tensor2',
    inplace: true,
    gradients: {
      input: (s) => s.grad,
      tensor1: from('tensor2', (s) => s.grad.mul(s.value).div(s.tensor2)),
      tensor2: from('tensor1 tensor2', (s) => s.grad.mul(-s.value).mul(s.tensor1).div(s.tensor2.square())),
    },
  },
);

// comparisons and logic
const comparisons = { eq: '==', ne: '!=', lt: '<', le: '<=', gt: '>', ge: '>=' } as const;
const longNames = {
  eq: [],
  ne: ['not_equal'],
  lt: ['less'],
  le: ['less_equal'],
  gt: ['greater'],
  ge: ['greater_equal'],
} as const;
for (const name of ['eq', 'ne', 'lt', 'le', 'gt', 'ge'] as const) {
  pointwise(`${name}(Tensor input, Tensor|Scalar other) -> Tensor`, {
    doc: `input ${comparisons[name]} other, as bool.`,
    expression: `input ${comparisons[name]} other`,
    promotes: 'bool',
    inplace: true,
    aliases: longNames[name],
  });
}
for (const [name, expression] of [
  ['and', 'input != 0 && other != 0'],
  ['or', 'input != 0 || other != 0'],
  ['xor', '(input != 0) != (other != 0)'],
] as const) {
  pointwise(`logical_${name}(Tensor input, Tensor other) -> Tensor`, {
    doc: `Logical ${name}: anything but zero is true.`,
    expression,
    promotes: 'bool',
    inplace: true,
  });
  pointwise(`bitwise_${name}(Tensor|Scalar input, Tensor|Scalar other) -> Tensor`, {
    doc: `Bit by bit ${name} of integers and bools.`,
    inplace: true,
    aliases: [`__${name}__`],
    check: (...values) => wantTensor(`bitwise_${name}`, values),
    expression: (d) => {
      if (d.category === 2) throw new RuntimeError(`"bitwise_${name}_cpu" not implemented for '${d.typeName}'`);
      return `bit_${name}(input, other)`;
    },
  });
}
pointwise('logical_not(Tensor input) -> Tensor', {
  doc: 'True where input is zero.',
  expression: 'input == 0',
  promotes: 'bool',
  inplace: true,
});
pointwise('bitwise_not(Tensor input) -> Tensor', {
  doc: 'Flips every bit; of a bool, its truth.',
  expression: (d) => (d.category === 0 ? 'input == 0' : d.name === 'uint8' ? '255 - input' : '-input - 1'),
  inplace: true,
});
function shift(way: 'left' | 'right', d: DType): string {
  if (d.category === 2) throw new RuntimeError(`bitwise_${way}_shift is only for integral tensors`);
  return d.name === 'int64' ? `shift_${way}_64(input, other)` : `shift_${way}(input, other)`;
}
pointwise('bitwise_left_shift(Tensor|Scalar input, Tensor|Scalar other) -> Tensor', {
  doc: 'input · 2^other, by shifting bits.',
  check: (...values) => wantTensor('bitwise_left_shift', values),
  expression: (d) => shift('left', d),
  inplace: true,
});
pointwise('bitwise_right_shift(Tensor|Scalar input, Tensor|Scalar other) -> Tensor', {
  doc: 'input / 2^other, by shifting bits.',
  check: (...values) => wantTensor('bitwise_right_shift', values),
  expression: (d) => shift('right', d),
  inplace: true,
});
for (const [name, expression, doc] of [
  ['isnan', 'is_nan(input)', 'True where input is NaN.'],
  ['isinf', 'is_inf(input)', 'True where input is ±∞.'],
  ['isfinite', 'is_finite(input)', 'True where input is neither NaN nor ±∞.'],
  ['isposinf', 'is_inf(input) && input > 0', 'True where input is +∞.'],
  ['isneginf', 'is_inf(input) && input < 0', 'True where input is −∞.'],
  ['signbit', 'sign_bit(input)', 'True where the sign bit is set.'],
  ['isreal', 'input == input || true_(input)', 'True everywhere: there are no complex tensors.'],
] as const) {
  pointwise(`${name}(Tensor input) -> Tensor`, {
    doc,
    expression: name === 'isreal' ? '1' : expression,
    promotes: 'bool',
  });
}
