import { copyInto } from '../copy.ts';
import { RuntimeError } from '../device/device.ts';
import { type Data, type DType, get_default_dtype, int64 } from '../dtype.ts';
import { operator } from '../operator.ts';
import * as random from '../random/index.ts';

import { deviceOf, empty, fromValues, numelOf, type Tensor, valuesOf } from '../tensor.ts';
import { finish } from './create.ts';

type Fill = (data: Data, generator: random.Generator) => void;
const source = (g: random.Generator | null): random.Generator => g ?? random.default_generator;

/** New memory filled from a stream, in element order. */
function drawn(
  shape: readonly number[],
  dtype: DType,
  device: string | null,
  generator: random.Generator | null,
  fill: Fill,
): Tensor {
  const data = dtype.allocate(numelOf(shape));
  fill(data, source(generator));
  return fromValues(data, shape, dtype, deviceOf(device));
}
/** Fills a tensor's own memory, strided or not, in element order. */
function fillInPlace(t: Tensor, generator: random.Generator | null, fill: Fill): void {
  const values = drawn(t.shape, t.dtype, t.device, generator, fill);
  copyInto(t, values);
}
const real = (name: string, d: DType): DType => {
  if (d.category < 2) throw new RuntimeError(`"${name}" not implemented for '${d.name}'`);
  return d;
};
const uniform =
  (d: DType): Fill =>
  (data, g) =>
    random.fillUniform(data, real('uniform', d), g);
const normal =
  (d: DType): Fill =>
  (data, g) =>
    random.fillNormal(data, real('normal_kernel_cpu', d), g);
for (const [name, fill, doc] of [
  ['rand', uniform, 'uniform on [0, 1)'],
  ['randn', normal, 'from the standard normal distribution'],
] as const) {
  operator(`${name}(int... size, *, generator? generator = null, ...options) -> Tensor`, {
    doc: `Numbers ${doc}.`,
    on: 'torch',
    forward: (size, generator, dtype, device, requires_grad) =>
      finish(
        drawn(size, dtype ?? get_default_dtype(), device, generator, fill(dtype ?? get_default_dtype())),
        requires_grad,
      ),
  });
  operator(
    `${name}_like(Tensor input, *, ...options, generator? generator = null, any memory_format = null) -> Tensor`,
    {
      doc: `Numbers ${doc}, shaped and typed as input.`,
      on: 'torch',
      forward: (t, dtype, device, requires_grad, generator) =>
        finish(drawn(t.shape, dtype ?? t.dtype, device ?? t.device, generator, fill(dtype ?? t.dtype)), requires_grad),
    },
  );
}
const integers = (
  size: readonly number[],
  low: number,
  high: number,
  generator: random.Generator | null,
  dtype: DType | null,
  device: string | null,
): Tensor => {
  if (low >= high)
    throw new RuntimeError(`random_ expects 'from' to be less than 'to', but got from=${low} >= to=${high}`);
  return drawn(size, dtype ?? int64, device, generator, (data, g) =>
    random.fillIntegers(data, dtype ?? int64, g, low, high),
  );
};
operator('randint(int high, int[] size, *, generator? generator = null, ...options) -> Tensor', {
  doc: 'Whole numbers from 0 to before high, equally likely.',
  on: 'torch',
  forward: (high, size, generator, dtype, device, requires_grad) =>
    finish(integers(size, 0, high, generator, dtype, device), requires_grad),
});
operator('randint(int low, int high, int[] size, *, generator? generator = null, ...options) -> Tensor', {
  doc: 'Whole numbers from low to before high, equally likely.',
  on: 'torch',
  forward: (low, high, size, generator, dtype, device, requires_grad) =>
    finish(integers(size, low, high, generator, dtype, device), requires_grad),
});
operator('randint_like(Tensor input, int low, int? high = null, *, ...options) -> Tensor', {
  doc: 'randint, shaped and typed as input.',
  on: 'torch',
  forward: (t, low, high, dtype, device, requires_grad) =>
    finish(integers(t.shape, high === null ? 0 : low, high ?? low, null, dtype ?? t.dtype, device), requires_grad),
});
operator('randperm(int n, *, generator? generator = null, ...options) -> Tensor', {
  doc: 'The numbers from 0 to before n in random order.',
  on: 'torch',
  forward: (n, generator, dtype, device, requires_grad) =>
    finish(
      drawn([n], dtype ?? int64, device, generator, (data, g) => random.fillPermutation(data, g)),
      requires_grad,
    ),
});
operator('bernoulli(Tensor input, *, generator? generator = null) -> Tensor', {
  doc: '1 with the probability that input gives, else 0.',
  forward: (t, generator) =>
    drawn(t.shape, t.dtype, t.device, generator, (data, g) => random.fillBernoulliEach(data, g, valuesOf(t), t.dtype)),
});
operator('bernoulli(Tensor input, float p, *, generator? generator = null) -> Tensor', {
  doc: '1 with probability p, else 0.',
  forward: (t, p, generator) =>
    drawn(t.shape, t.dtype, t.device, generator, (data, g) => random.fillBernoulli(data, g, p)),
  inplace: (t, p, generator) => fillInPlace(t, generator, (data, g) => random.fillBernoulli(data, g, p)),
  gradients: { input: (s) => s.grad.mul(0) },
});
operator(
  'multinomial(Tensor input, int num_samples, bool replacement = false, *, generator? generator = null) -> Tensor',
  {
    doc: 'Indices drawn with probabilities in proportion to the rows of input.',
    forward(t, samples, replacement, generator) {
      if (t.shape.length < 1 || t.shape.length > 2) throw new RuntimeError('prob_dist must be 1 or 2 dim');
      const categories = t.shape[t.shape.length - 1] ?? 0;
      if (!replacement && samples > categories)
        throw new RuntimeError('cannot sample n_sample > prob_dist.size(-1) samples without replacement');
      const shape = [...t.shape.slice(0, -1), samples];
      return drawn(shape, int64, t.device, generator, (data, g) =>
        random.fillMultinomial(data, valuesOf(t), t.dtype, categories, samples, replacement, g),
      );
    },
  },
);
operator('normal(Tensor|Scalar mean, Tensor|Scalar std = 1, *, generator? generator = null) -> Tensor', {
  doc: 'Normal numbers with each its mean and standard deviation.',
  on: 'torch',
  forward(mean, std, generator) {
    const like = typeof mean === 'object' ? mean : typeof std === 'object' ? std : null;
    if (!like) throw new RuntimeError('normal(mean, std) of two numbers needs a size');
    const shape = typeof mean === 'object' && typeof std === 'object' ? mean.add(std).shape : like.shape;
    const n = drawn(shape, like.dtype, null, generator, normal(like.dtype));
    return n.mul(std).add(mean);
  },
});
operator('normal(float mean, float std, int[] size, *, generator? generator = null, ...options) -> Tensor', {
  doc: 'Normal numbers with one mean and standard deviation.',
  on: 'torch',
  forward: (mean, std, size, generator, dtype, device, requires_grad) =>
    finish(
      drawn(size, dtype ?? get_default_dtype(), device, generator, (data, g) =>
        random.fillNormal(data, dtype ?? get_default_dtype(), g, mean, std),
      ),
      requires_grad,
    ),
});

/** In-place fills: the gradient to what was there is zero. */
const filling = { gradients: { input: (s: { grad: Tensor }) => s.grad.mul(0) }, on: 'method' } as const;
operator('normal(Tensor input, float mean = 0, float std = 1, *, generator? generator = null) -> Tensor', {
  ...filling,
  on: 'none method',
  doc: 'Normal numbers, shaped as input.',
  forward: (t, mean, std, generator) =>
    drawn(t.shape, t.dtype, t.device, generator, (data, g) => random.fillNormal(data, t.dtype, g, mean, std)),
  inplace: (t, mean, std, generator) =>
    fillInPlace(t, generator, (data, g) => random.fillNormal(data, t.dtype, g, mean, std)),
});
operator('uniform(Tensor input, float low = 0, float high = 1, *, generator? generator = null) -> Tensor', {
  ...filling,
  doc: 'Uniform on [low, high), shaped as input.',
  forward: (t, low, high, generator) =>
    drawn(t.shape, t.dtype, t.device, generator, (data, g) => random.fillUniform(data, t.dtype, g, low, high)),
  inplace: (t, low, high, generator) =>
    fillInPlace(t, generator, (data, g) => random.fillUniform(data, t.dtype, g, low, high)),
});
operator('exponential(Tensor input, float lambd = 1, *, generator? generator = null) -> Tensor', {
  ...filling,
  doc: 'From the exponential distribution, shaped as input.',
  forward: (t, lambd, generator) =>
    drawn(t.shape, t.dtype, t.device, generator, (data, g) => random.fillExponential(data, t.dtype, g, lambd)),
  inplace: (t, lambd, generator) =>
    fillInPlace(t, generator, (data, g) => random.fillExponential(data, t.dtype, g, lambd)),
});
operator('random(Tensor input, int low = 0, int? high = null, *, generator? generator = null) -> Tensor', {
  ...filling,
  doc: 'Whole numbers from low to before high; one number alone is the end; none gives all the dtype holds exactly.',
  forward: (t) => t.clone(),
  inplace: (t, low, high, generator) =>
    fillInPlace(t, generator, (data, g) =>
      high === null && low === 0
        ? random.fillWhole(data, t.dtype, g)
        : random.fillIntegers(data, t.dtype, g, high === null ? 0 : low, high ?? low),
    ),
});

/** 0 with probability p, else 1/(1 − p): drawn as PyTorch draws it, one number an element. */
function mask(shape: readonly number[], t: Tensor, p: number): Tensor {
  const m = drawn(shape, t.dtype, t.device, null, (data, g) => random.fillBernoulli(data, g, 1 - p));
  return m.div_(1 - p);
}
const checkP = (p: number): void => {
  if (p < 0 || p > 1) throw new RuntimeError(`dropout probability has to be between 0 and 1, but got ${p}`);
};
function dropped(x: Tensor, p: number, training: boolean, inplace: boolean, shape: readonly number[]): Tensor {
  checkP(p);
  if (!training || p === 0 || numelOf(x.shape) === 0) return x;
  const m = p === 1 ? empty(shape, x.dtype) : mask(shape, x, p);
  return inplace ? x.mul_(m) : x.mul(m);
}
operator('dropout(Tensor input, float p = 0.5, bool training = true, bool inplace = false) -> Tensor', {
  doc: 'While training, zeroes each element with probability p and scales the others by 1/(1 − p).',
  on: 'functional torch',
  forward: (x, p, training, inplace) => dropped(x, p, training, inplace, x.shape),
});
for (const [name, dims] of [
  ['dropout1d', 1],
  ['dropout2d', 2],
  ['dropout3d', 3],
  ['feature_dropout', 0],
] as const) {
  operator(`${name}(Tensor input, float p = 0.5, bool training = true, bool inplace = false) -> Tensor`, {
    doc: 'Dropout of whole channels.',
    on: 'functional',
    forward(x, p, training, inplace) {
      const batched = dims === 0 || x.shape.length === dims + 2;
      const t = batched ? x : x.unsqueeze(0);
      const shape = t.shape.map((n, d) => (d < 2 ? n : 1));
      const y = dropped(t, p, training, inplace, shape);
      return batched ? y : y.squeeze(0);
    },
  });
}
