import { RuntimeError } from '../device/device.ts';
import { from, operator } from '../operator.ts';
import { pointwise } from '../pointwise.ts';
import { Tensor } from '../tensor.ts';
import { raw } from './arithmetic.ts';

const both = 'torch method functional';
const slope = (s: { grad: Tensor; input: Tensor }, expression: string, more: Record<string, number> = {}) =>
  s.grad.mul(raw(expression, { x: s.input, ...more }));

pointwise('relu(Tensor input, bool inplace = false) -> Tensor', {
  doc: 'max(0, x).',
  expression: 'input > 0 || is_nan(input) ? input : 0',
  inplace: true,
  on: both,
  gradients: { input: from('result', (s) => thresholdBackward(s.grad, s.result, 0)) },
});
const thresholdBackward: (grad: Tensor, input: Tensor, threshold: number) => Tensor = pointwise(
  'threshold_backward(Tensor grad_output, Tensor input, Scalar threshold) -> Tensor',
  {
    doc: 'grad_output where input exceeds the threshold, else 0.',
    expression: 'input <= threshold ? 0 : grad_output',
    on: 'none',
    gradients: {
      grad_output: from('input threshold', (s) => thresholdBackward(s.grad, s.input, s.threshold)),
    },
  },
);
pointwise('relu6(Tensor input, bool inplace = false) -> Tensor', {
  doc: 'min(max(0, x), 6).',
  expression: 'min(max(input, 0), 6)',
  inplace: true,
  on: 'functional',
  node: 'Hardtanh',
  gradients: { input: from('input', (s) => slope(s, 'x <= 0 || x >= 6 ? 0 : 1')) },
});
pointwise('hardtanh(Tensor input, float min_val = -1, float max_val = 1, bool inplace = false) -> Tensor', {
  doc: 'x kept within [min_val, max_val].',
  expression: 'min(max(input, min_val), max_val)',
  on: 'functional',
  inplace: true,
  gradients: { input: from('input', (s) => slope(s, 'x <= a || x >= b ? 0 : 1', { a: s.min_val, b: s.max_val })) },
});
pointwise('leaky_relu(Tensor input, float negative_slope = 0.01, bool inplace = false) -> Tensor', {
  doc: 'x where positive, negative_slope · x elsewhere.',
  expression: 'input > 0 ? input : input * negative_slope',
  on: 'functional',
  inplace: true,
  gradients: { input: from('input', (s) => slope(s, 'x > 0 ? 1 : k', { k: s.negative_slope })) },
});
pointwise('elu(Tensor input, float alpha = 1, bool inplace = false) -> Tensor', {
  doc: 'x where positive, α(eˣ − 1) elsewhere.',
  expression: 'input > 0 ? input : alpha * expm1(input)',
  on: 'functional',
  inplace: true,
  gradients: {
    input: from('input', (s) => s.grad.mul(s.input.clamp_max(0).exp().mul(s.alpha).where(s.input.le(0), 1))),
  },
});
pointwise('celu(Tensor input, float alpha = 1, bool inplace = false) -> Tensor', {
  doc: 'max(0, x) + min(0, α(e^{x/α} − 1)).',
  expression: 'input > 0 ? input : alpha * expm1(input / alpha)',
  on: 'torch functional',
  inplace: true,
  gradients: {
    input: from('input', (s) => s.grad.mul(s.input.clamp_max(0).div(s.alpha).exp().where(s.input.le(0), 1))),
  },
});
const seluAlpha = 1.6732632423543772;
const seluScale = 1.0507009873554805;
pointwise('selu(Tensor input, bool inplace = false) -> Tensor', {
  doc: 'Self-normalising ELU: 1.0507 · elu(x, 1.6733).',
  expression: `${seluScale} * (input > 0 ? input : ${seluAlpha} * expm1(input))`,
  on: 'torch functional',
  node: 'Elu',
  inplace: true,
  gradients: {
    input: from('input', (s) =>
      s.grad.mul(
        s.input
          .clamp_max(0)
          .exp()
          .mul(seluAlpha * seluScale)
          .where(s.input.le(0), seluScale),
      ),
    ),
  },
});
operator('gelu(Tensor input, str approximate = "none") -> Tensor', {
  doc: "x · Φ(x); with approximate: 'tanh', x/2 · (1 + tanh(√(2/π)(x + 0.044715x³))).",
  on: 'functional',
  forward(x, approximate) {
    if (approximate !== 'none' && approximate !== 'tanh')
      throw new RuntimeError('approximate argument must be either none or tanh.');
    return raw(
      approximate === 'tanh'
        ? '0.5 * x * (1 + tanh(0.7978845608028654 * (x + 0.044715 * x * x * x)))'
        : '0.5 * x * erfc(-x * 0.7071067811865476)',
      { x },
    );
  },
  gradients: {
    input: from('input', (s) => {
      if (s.approximate === 'tanh') {
        const t = s.input
          .add(s.input.pow(3).mul(0.044715))
          .mul(Math.sqrt(2 / Math.PI))
          .tanh();
        const inner = s.input
          .square()
          .mul(3 * 0.044715)
          .add(1)
          .mul(Math.sqrt(2 / Math.PI));
        return s.grad.mul(
          t
            .add(1)
            .mul(0.5)
            .add(s.input.mul(0.5).mul(t.square().rsub(1)).mul(inner)),
        );
      }
      const cdf = s.input.mul(Math.SQRT1_2).erf().add(1).mul(0.5);
      return s.grad.mul(
        cdf.add(
          s.input.mul(
            s.input
              .square()
              .mul(-0.5)
              .exp()
              .mul(1 / Math.sqrt(2 * Math.PI)),
          ),
        ),
      );
    }),
  },
});
pointwise('silu(Tensor input, bool inplace = false) -> Tensor', {
  doc: 'x · sigmoid(x).',
  expression: 'input * sigmoid(input)',
  on: 'functional',
  inplace: true,
  gradients: {
    input: from('input', (s) => {
      const y = s.input.sigmoid();
      return s.grad.mul(y.mul(s.input.mul(y.rsub(1)).add(1)));
    }),
  },
});
pointwise('mish(Tensor input, bool inplace = false) -> Tensor', {
  doc: 'x · tanh(softplus(x)).',
  expression: 'input * tanh(-log_sigmoid(-input))',
  on: 'functional',
  inplace: true,
  gradients: {
    input: from('input', (s) => {
      const t = s.input.softplus().tanh();
      return s.grad.mul(t.add(s.input.mul(s.input.sigmoid()).mul(t.square().rsub(1))));
    }),
  },
});
pointwise('softplus(Tensor input, float beta = 1, float threshold = 20) -> Tensor', {
  doc: 'log(1 + e^{βx}) / β; x itself where βx > threshold.',
  expression: 'input * beta > threshold ? input : -log_sigmoid(-input * beta) / beta',
  on: 'method functional',
  gradients: {
    input: from('input', (s) =>
      s.input.mul(s.beta).sigmoid().masked_fill(s.input.mul(s.beta).gt(s.threshold), 1).mul(s.grad),
    ),
  },
});
pointwise('logsigmoid(Tensor input) -> Tensor', {
  doc: 'log(sigmoid(x)).',
  expression: 'log_sigmoid(input)',
  on: 'functional',
  node: 'LogSigmoid',
  gradients: { input: from('input', (s) => s.grad.mul(s.input.neg().sigmoid())) },
});
pointwise('hardsigmoid(Tensor input, bool inplace = false) -> Tensor', {
  doc: 'min(max(0, x + 3), 6) / 6.',
  expression: 'min(max(input + 3, 0), 6) / 6',
  on: 'functional',
  inplace: true,
  gradients: { input: from('input', (s) => slope(s, 'x > -3 && x < 3 ? 1 / 6 : 0')) },
});
pointwise('hardswish(Tensor input, bool inplace = false) -> Tensor', {
  doc: 'x · hardsigmoid(x).',
  expression: 'input * min(max(input + 3, 0), 6) / 6',
  on: 'functional',
  inplace: true,
  gradients: {
    input: from('input', (s) =>
      s.grad.mul(
        s.input
          .div(3)
          .add(0.5)
          .where(s.input.ge(-3).logical_and(s.input.lt(3)), s.input.ge(3).to(s.grad.dtype)),
      ),
    ),
  },
});
pointwise('hardshrink(Tensor input, float lambd = 0.5) -> Tensor', {
  doc: '0 within [−λ, λ], x elsewhere.',
  expression: 'input >= -lambd && input <= lambd ? 0 : input',
  on: both,
  gradients: { input: from('input', (s) => slope(s, 'x >= -k && x <= k ? 0 : 1', { k: s.lambd })) },
});
pointwise('softshrink(Tensor input, float lambd = 0.5) -> Tensor', {
  doc: 'x moved towards 0 by λ.',
  check(_, lambd) {
    if (lambd < 0) throw new RuntimeError(`lambda must be greater or equal to 0, but found to be ${lambd}.`);
  },
  expression: 'input > lambd ? input - lambd : input < -lambd ? input + lambd : 0',
  on: 'functional',
  gradients: { input: from('input', (s) => slope(s, 'x >= -k && x <= k ? 0 : 1', { k: s.lambd })) },
});
operator('softsign(Tensor input) -> Tensor', {
  doc: 'x / (1 + |x|).',
  on: 'functional',
  forward: (x) => x.div(x.abs().add(1)),
});
operator('tanhshrink(Tensor input) -> Tensor', {
  doc: 'x − tanh(x).',
  on: 'functional',
  forward: (x) => x.sub(x.tanh()),
});
pointwise('threshold(Tensor input, float threshold, float value, bool inplace = false) -> Tensor', {
  doc: 'x above the threshold, value elsewhere.',
  expression: 'input <= threshold ? value : input',
  on: 'torch functional',
  inplace: true,
  gradients: { input: from('input', (s) => slope(s, 'x <= k ? 0 : 1', { k: s.threshold })) },
});
operator('softmin(Tensor input, int dim, *, dtype? dtype = null) -> Tensor', {
  doc: 'softmax(−x).',
  on: 'functional',
  forward: (x, dim, dtype) => x.neg().softmax(dim, { dtype }),
});
operator('glu(Tensor input, int dim = -1) -> Tensor', {
  doc: 'a · sigmoid(b), a and b the halves along dim.',
  on: 'functional',
  forward(x, dim) {
    const [a, b] = x.chunk(2, dim) as [typeof x, typeof x];
    return a.mul(b.sigmoid());
  },
});
const lowest = pointwise('clamp_min(Tensor input, Tensor|Scalar min) -> Tensor', {
  doc: 'At least min.',
  expression: 'max(input, min)',
  inplace: true,
  gradients: {
    input: from('input min', (s) => s.grad.mul(s.input.ge(s.min))),
    min: from('input min', (s) => s.grad.mul(s.input.lt(s.min))),
  },
});
const highest = pointwise('clamp_max(Tensor input, Tensor|Scalar max) -> Tensor', {
  doc: 'At most max.',
  expression: 'min(input, max)',
  inplace: true,
  gradients: {
    input: from('input max', (s) => s.grad.mul(s.input.le(s.max))),
    max: from('input max', (s) => s.grad.mul(s.input.gt(s.max))),
  },
});
operator('clamp(Tensor input, Tensor|Scalar|null min = null, Tensor|Scalar|null max = null) -> Tensor', {
  doc: 'Kept within [min, max]; null leaves a side open.',
  aliases: ['clip'],
  inplace: true,
  node: (_, min, max) => (min instanceof Tensor || max instanceof Tensor ? 'ClampBackward0' : 'ClampBackward1'),
  forward(x, min, max) {
    if (min === null && max === null)
      throw new RuntimeError("torch.clamp: At least one of 'min' or 'max' must not be None");
    const low = min === null ? x : lowest(x, min);
    return max === null ? low : highest(low, max);
  },
  gradients: {
    input: from('input min max', (s) => {
      const above = s.min === null ? null : s.input.ge(s.min);
      const below = s.max === null ? null : s.input.le(s.max);
      const inside = above && below ? above.logical_and(below) : (above ?? below);
      return inside ? s.grad.mul(inside) : s.grad;
    }),
    min: from('input min max', (s) => {
      if (!(s.min instanceof Tensor)) return null;
      const low = s.input.lt(s.min);
      return s.grad.mul(s.max === null ? low : low.logical_and(s.min.lt(s.max)));
    }),
    max: from('input min max', (s) => {
      if (!(s.max instanceof Tensor)) return null;
      const high = s.input.gt(s.max);
      return s.grad.mul(s.min === null ? high : high.logical_or(s.max.lt(s.min)));
    }),
  },
});
