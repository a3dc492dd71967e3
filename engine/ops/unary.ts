import { RuntimeError } from '../device/device.ts';
import { from, operator, type Scope } from '../operator.ts';
import { pointwise } from '../pointwise.ts';
import type { Tensor } from '../tensor.ts';
import { raw } from './arithmetic.ts';

type Unary = 'x(Tensor input) -> Tensor';
type Options = {
  float?: boolean;
  aliases?: readonly string[];
  on?: string;
  check?: (t: Tensor) => void;
};
/** An operator of one tensor: name, expression, what it is, its gradient. */
function unary(
  name: string,
  expression: string,
  doc: string,
  gradient: ReturnType<typeof from<Scope<Unary>>> | ((s: Scope<Unary>) => Tensor) | null,
  { float = true, ...more }: Options = {},
): void {
  pointwise(`${name}(Tensor input) -> Tensor` as Unary, {
    doc,
    expression,
    promotes: float ? 'float' : 'common',
    inplace: true,
    ...more,
    ...(gradient ? { gradients: { input: gradient } } : {}),
  });
}
const ofInput = (f: (grad: Tensor, x: Tensor) => Tensor) => from<Scope<Unary>>('input', (s) => f(s.grad, s.input));
const ofResult = (f: (grad: Tensor, y: Tensor) => Tensor) => from<Scope<Unary>>('result', (s) => f(s.grad, s.result));
const zero = (s: Scope<Unary>): Tensor => s.grad.mul(0);
const same = { float: false };

const negatable = (t: Tensor): void => {
  if (t.dtype.category === 0)
    throw new RuntimeError(
      'Negation, the `-` operator, on a bool tensor is not supported. If you are trying to invert a mask, use the `~` or `logical_not()` operator instead.',
    );
};
unary('neg', '-input', '−input.', (s) => s.grad.neg(), { float: false, aliases: ['negative'], check: negatable });
unary(
  'abs',
  'abs(input)',
  '|input|.',
  ofInput((g, x) => g.mul(x.sgn())),
  { float: false, aliases: ['absolute'] },
);
unary('sign', 'sign(input)', '−1, 0 or 1.', zero, same);
unary('sgn', 'sign(input)', '−1, 0 or 1.', zero, same);
unary('positive', 'input', 'input itself.', (s) => s.grad, same);
unary(
  'exp',
  'exp(input)',
  'e^input.',
  ofResult((g, y) => g.mul(y)),
);
unary(
  'exp2',
  'pow(2, input)',
  '2^input.',
  ofResult((g, y) => g.mul(y.mul(Math.LN2))),
  { aliases: [], on: 'torch method special' },
);
unary(
  'expm1',
  'expm1(input)',
  'e^input − 1, exact near zero.',
  ofResult((g, y) => g.mul(y.add(1))),
  { on: 'torch method special' },
);
unary(
  'log',
  'log(input)',
  'Natural logarithm.',
  ofInput((g, x) => g.div(x)),
);
unary(
  'log2',
  'log2(input)',
  'Logarithm to base 2.',
  ofInput((g, x) => g.div(x.mul(Math.LN2))),
);
unary(
  'log10',
  'log10(input)',
  'Logarithm to base 10.',
  ofInput((g, x) => g.div(x.mul(Math.LN10))),
);
unary(
  'log1p',
  'log1p(input)',
  'log(1 + input), exact near zero.',
  ofInput((g, x) => g.div(x.add(1))),
  { on: 'torch method special' },
);
unary(
  'sqrt',
  'sqrt(input)',
  '√input.',
  ofResult((g, y) => g.div(y.mul(2))),
);
unary(
  'rsqrt',
  '1 / sqrt(input)',
  '1 / √input.',
  ofResult((g, y) => g.mul(y.pow(3).mul(-0.5))),
);
unary(
  'reciprocal',
  '1 / input',
  '1 / input.',
  ofResult((g, y) => g.neg().mul(y.square())),
);
unary(
  'sin',
  'sin(input)',
  'Sine.',
  ofInput((g, x) => g.mul(x.cos())),
);
unary(
  'cos',
  'cos(input)',
  'Cosine.',
  ofInput((g, x) => g.neg().mul(x.sin())),
);
unary(
  'tan',
  'tan(input)',
  'Tangent.',
  ofResult((g, y) => g.mul(y.square().add(1))),
);
unary(
  'asin',
  'asin(input)',
  'Inverse sine.',
  ofInput((g, x) => g.mul(x.square().rsub(1).rsqrt())),
  { aliases: ['arcsin'] },
);
unary(
  'acos',
  'acos(input)',
  'Inverse cosine.',
  ofInput((g, x) => g.mul(x.square().rsub(1).rsqrt().neg())),
  { aliases: ['arccos'] },
);
unary(
  'atan',
  'atan(input)',
  'Inverse tangent.',
  ofInput((g, x) => g.div(x.square().add(1))),
  { aliases: ['arctan'] },
);
unary(
  'sinh',
  'sinh(input)',
  'Hyperbolic sine.',
  ofInput((g, x) => g.mul(x.cosh())),
);
unary(
  'cosh',
  'cosh(input)',
  'Hyperbolic cosine.',
  ofInput((g, x) => g.mul(x.sinh())),
);
unary(
  'tanh',
  'tanh(input)',
  'Hyperbolic tangent.',
  ofResult((g, y) => g.mul(y.square().rsub(1))),
  { on: 'torch method functional' },
);
unary(
  'asinh',
  'asinh(input)',
  'Inverse hyperbolic sine.',
  ofInput((g, x) => g.mul(x.square().add(1).rsqrt())),
  { aliases: ['arcsinh'] },
);
unary(
  'acosh',
  'acosh(input)',
  'Inverse hyperbolic cosine.',
  ofInput((g, x) => g.mul(x.square().sub(1).rsqrt())),
  { aliases: ['arccosh'] },
);
unary(
  'atanh',
  'atanh(input)',
  'Inverse hyperbolic tangent.',
  ofInput((g, x) => g.div(x.square().rsub(1))),
  { aliases: ['arctanh'] },
);
unary(
  'sigmoid',
  'sigmoid(input)',
  '1 / (1 + e^−input).',
  ofResult((g, y) => g.mul(y.rsub(1).mul(y))),
  { on: 'torch method functional special', aliases: ['expit'] },
);
unary(
  'erf',
  'erf(input)',
  'Error function 2/√π ∫₀ˣ e^(−t²) dt.',
  ofInput((g, x) =>
    g.mul(
      x
        .square()
        .neg()
        .exp()
        .mul(2 / Math.sqrt(Math.PI)),
    ),
  ),
  { on: 'torch method special' },
);
unary(
  'erfc',
  'erfc(input)',
  '1 − erf(input).',
  ofInput((g, x) =>
    g.mul(
      x
        .square()
        .neg()
        .exp()
        .mul(-2 / Math.sqrt(Math.PI)),
    ),
  ),
  { on: 'torch method special' },
);
unary(
  'erfinv',
  'erfinv(input)',
  'Inverse of erf.',
  ofResult((g, y) =>
    g.mul(
      y
        .square()
        .exp()
        .mul(Math.sqrt(Math.PI) / 2),
    ),
  ),
  { on: 'torch method special' },
);
unary(
  'lgamma',
  'lgamma(input)',
  'log |Γ(input)|.',
  ofInput((g, x) => g.mul(x.digamma())),
);
unary(
  'digamma',
  'digamma(input)',
  'Derivative of lgamma.',
  ofInput((g, x) => g.mul(x.polygamma(1))),
  { on: 'torch method special', aliases: ['psi'] },
);
unary(
  'i0',
  'i0(input)',
  'Modified Bessel function of order 0.',
  ofInput((g, x) => g.mul(x.i1())),
  { on: 'torch method special' },
);
unary(
  'i1',
  'i1(input)',
  'Modified Bessel function of order 1.',
  ofInput((g, x) => {
    const zero = x.eq(0); // where i1(x) / x is 1/2
    const safe = x.masked_fill(zero, 1);
    return g.mul(x.i0().sub(safe.i1().div(safe).masked_fill(zero, 0.5)));
  }),
  { on: 'method special' },
);
unary('floor', 'floor(input)', 'Rounds down.', zero, same);
unary('ceil', 'ceil(input)', 'Rounds up.', zero, same);
unary('trunc', 'trunc(input)', 'Rounds towards zero.', zero, { float: false, aliases: ['fix'] });
unary('frac', 'input - trunc(input)', 'What trunc takes away.', (s) => s.grad, same);
unary('deg2rad', 'input * 0.017453292519943295', 'Degrees as radians.', (s) => s.grad.mul(Math.PI / 180));
unary('rad2deg', 'input * 57.29577951308232', 'Radians as degrees.', (s) => s.grad.mul(180 / Math.PI));
unary('angle', 'is_nan(input) ? input : input < 0 ? 3.141592653589793 : 0', 'π where negative, else 0.', zero);
unary(
  'sinc',
  'input == 0 ? 1 : sin(3.141592653589793 * input) / (3.141592653589793 * input)',
  'sin(πx) / (πx), 1 at 0.',
  ofInput((g, x) => {
    const px = x.mul(Math.PI);
    return g.mul(px.mul(px.cos()).sub(px.sin()).mul(Math.PI).div(px.square())).nan_to_num_where(x.eq(0));
  }),
  { on: 'torch method special' },
);

pointwise('round(Tensor input, *, int decimals = 0) -> Tensor', {
  doc: 'Rounds to the nearest, halves to even; to decimals digits after the point.',
  inplace: true,
  expression:
    'decimals == 0 ? round(input) : decimals > 0 ? round(input * pow(10, decimals)) / pow(10, decimals) : round(input / pow(10, -decimals)) * pow(10, -decimals)',
  gradients: { input: (s) => s.grad.mul(0) },
});
pointwise('polygamma(int n, Tensor input) -> Tensor', {
  doc: 'The n-th derivative of digamma.',
  expression: 'polygamma(n, input)',
  promotes: 'float',
  on: 'torch special',
  gradients: { input: from('input', (s) => s.grad.mul(s.input.polygamma(s.n + 1))) },
});
pointwise('polygamma(Tensor input, int n) -> Tensor', {
  doc: 'The n-th derivative of digamma.',
  expression: 'polygamma(n, input)',
  promotes: 'float',
  on: 'method',
  gradients: { input: from('input', (s) => s.grad.mul(s.input.polygamma(s.n + 1))) },
});
pointwise('logit(Tensor input, float eps = -1) -> Tensor', {
  doc: 'log(x / (1 − x)); with eps ≥ 0, x is first kept within [eps, 1 − eps].',
  promotes: 'float',
  inplace: true,
  on: 'torch method special',
  expression:
    'eps < 0 ? log(input / (1 - input)) : input < eps ? log(eps / (1 - eps)) : input > 1 - eps ? log((1 - eps) / eps) : log(input / (1 - input))',
  gradients: {
    input: from('input', (s) => {
      const g = s.grad.div(s.input.mul(s.input.rsub(1)));
      // outside [0, 1] there is no logit
      return s.eps < 0
        ? g.masked_fill(s.input.lt(0).logical_or(s.input.gt(1)), Number.NaN)
        : g.nan_to_num_where(s.input.lt(s.eps).logical_or(s.input.gt(1 - s.eps)));
    }),
  },
});
operator('nan_to_num(Tensor input, float? nan = 0, float? posinf = null, float? neginf = null) -> Tensor', {
  doc: 'Replaces NaN and infinities by numbers, the infinities by the greatest finite ones unless said.',
  inplace: true,
  forward(x, nan, posinf, neginf) {
    if (x.dtype.category < 2) return x.clone();
    const top =
      x.dtype.name === 'float64'
        ? Number.MAX_VALUE
        : x.dtype.name === 'float16'
          ? 65504
          : x.dtype.name === 'bfloat16'
            ? 3.3895313892515355e38
            : 3.4028234663852886e38;
    return raw('is_nan(x) ? a : is_inf(x) ? (x > 0 ? b : c) : x', {
      x,
      a: nan ?? 0,
      b: posinf ?? top,
      c: neginf ?? -top,
    });
  },
  gradients: { input: from('input', (s) => s.grad.mul(raw('is_finite(x) ? 1 : 0', { x: s.input }))) },
});
