import { RuntimeError, ValueError } from '../device/device.ts';
import { type DType, get_default_dtype, int64 } from '../dtype.ts';
import { memoryOrder } from '../layout.ts';
import { operator } from '../operator.ts';
import { broadcastShape } from '../promotion.ts';
import * as random from '../random/index.ts';
import { empty, emptyLike, numelOf, type Tensor, valuesOf } from '../tensor.ts';
import { finish, likeOf, sized } from './create.ts';

/** New memory filled from a stream. */
const drawn = (
  shape: readonly number[],
  dtype: DType,
  device: string | null,
  generator: random.Generator | null,
  fill: random.Fill,
): Tensor => random.drawMemory(sized(shape, dtype, device), generator, fill);
const uniformOf =
  (low: number, high: number): random.Fill =>
  (data, d, g) =>
    random.fillUniform(data, d, g, low, high);
const normalOf =
  (mean: number, std: number): random.Fill =>
  (data, d, g, contiguous) =>
    random.fillNormal(data, d, g, mean, std, contiguous);
for (const [name, fill, doc] of [
  ['rand', uniformOf(0, 1), 'uniform on [0, 1)'],
  ['randn', normalOf(0, 1), 'from the standard normal distribution'],
] as const) {
  operator(`${name}(int... size, *, generator? generator = null, ...options) -> Tensor`, {
    doc: `Numbers ${doc}.`,
    on: 'torch',
    forward: (size, generator, dtype, device, requires_grad) =>
      finish(drawn(size, dtype ?? get_default_dtype(), device, generator, fill), requires_grad),
  });
  operator(
    `${name}_like(Tensor input, *, ...options, generator? generator = null, any memory_format = null) -> Tensor`,
    {
      doc: `Numbers ${doc}, shaped and typed as input.`,
      on: 'torch',
      forward: (t, dtype, device, requires_grad, generator, format) =>
        finish(random.drawMemory(likeOf(t, dtype, device, format), generator, fill), requires_grad),
    },
  );
}
const integers =
  (low: number, high: number): random.Fill =>
  (data, d, g) =>
    random.fillIntegers(data, d, g, low, high);
operator('randint(int high, int[] size, *, generator? generator = null, ...options) -> Tensor', {
  doc: 'Whole numbers from 0 to before high, equally likely.',
  on: 'torch',
  forward: (high, size, generator, dtype, device, requires_grad) =>
    finish(drawn(size, dtype ?? int64, device, generator, integers(0, high)), requires_grad),
});
operator('randint(int low, int high, int[] size, *, generator? generator = null, ...options) -> Tensor', {
  doc: 'Whole numbers from low to before high, equally likely.',
  on: 'torch',
  forward: (low, high, size, generator, dtype, device, requires_grad) =>
    finish(drawn(size, dtype ?? int64, device, generator, integers(low, high)), requires_grad),
});
operator('randint_like(Tensor input, int low, int? high = null, *, ...options, any memory_format = null) -> Tensor', {
  doc: 'randint, shaped and typed as input.',
  on: 'torch',
  forward: (t, low, high, dtype, device, requires_grad, format) =>
    finish(
      random.drawMemory(likeOf(t, dtype, device, format), null, high === null ? integers(0, low) : integers(low, high)),
      requires_grad,
    ),
});
operator('randperm(int n, *, generator? generator = null, ...options) -> Tensor', {
  doc: 'The numbers from 0 to before n in random order.',
  on: 'torch',
  forward: (n, generator, dtype, device, requires_grad) =>
    finish(drawn([n], dtype ?? int64, device, generator, random.fillPermutation), requires_grad),
});
const bernoulli =
  (p: number): random.Fill =>
  (data, _, g) =>
    random.fillBernoulli(data, g, p);
/** The probabilities in the order in which the elements of `t` lie in memory. */
const bernoulliEach = (t: Tensor, p: Tensor): random.Fill => {
  const order = memoryOrder(t);
  const chances = valuesOf(p.expand(t.shape).permute(order));
  return (data, _, g) => random.fillBernoulliEach(data, g, chances, p.dtype);
};
operator('bernoulli(Tensor input, *, generator? generator = null) -> Tensor', {
  doc: '1 with the probability that input gives, else 0.',
  forward: (t, generator) =>
    drawn(t.shape, t.dtype, t.device, generator, (data, _, g) =>
      random.fillBernoulliEach(data, g, valuesOf(t), t.dtype),
    ),
});
operator('bernoulli(Tensor input, float p = 0.5, *, generator? generator = null) -> Tensor', {
  doc: '1 with probability p, else 0.',
  forward: (t, p, generator) => drawn(t.shape, t.dtype, t.device, generator, bernoulli(p)),
  inplace: (t, p, generator) => void random.drawMemory(t, generator, bernoulli(p)),
  gradients: { input: (s) => s.grad.mul(0) },
});
operator('bernoulli(Tensor input, Tensor p, *, generator? generator = null) -> Tensor', {
  doc: '1 with the probability that p gives, which is repeated to fit input, else 0.',
  on: 'none method',
  forward: (t, p, generator) =>
    random.drawMemory(empty(t.shape, t.dtype, t.storage.device), generator, bernoulliEach(t, p)),
  inplace: (t, p, generator) => void random.drawMemory(t, generator, bernoulliEach(t, p)),
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
      return drawn(shape, int64, t.device, generator, (data, _, g) =>
        random.fillMultinomial(
          data,
          valuesOf(t),
          t.dtype,
          categories,
          samples,
          replacement,
          g,
          memoryOrder(t)[0] === 1,
        ),
      );
    },
  },
);
operator('normal(Tensor|Scalar mean, Tensor|Scalar std = 1, *, generator? generator = null) -> Tensor', {
  doc: 'Normal numbers with each its mean and standard deviation.',
  on: 'torch',
  forward(mean, std, generator) {
    if (typeof std !== 'object') {
      if (typeof mean !== 'object') throw new RuntimeError('normal(mean, std) of two numbers needs a size');
      return drawn(mean.shape, mean.dtype, mean.device, generator, normalOf(0, Number(std))).add_(mean);
    }
    if (std.lt(0).any().item()) throw new RuntimeError('normal expects all elements of std >= 0.0');
    const like = typeof mean === 'object' ? mean : std;
    const shape = typeof mean === 'object' ? broadcastShape(mean.shape, std.shape) : std.shape;
    return drawn(shape, like.dtype, like.device, generator, normalOf(0, 1)).mul_(std).add_(mean);
  },
});
operator('normal(float mean, float std, int[] size, *, generator? generator = null, ...options) -> Tensor', {
  doc: 'Normal numbers with one mean and standard deviation.',
  on: 'torch',
  forward: (mean, std, size, generator, dtype, device, requires_grad) =>
    finish(drawn(size, dtype ?? get_default_dtype(), device, generator, normalOf(mean, std)), requires_grad),
});

/** In-place fills: the gradient to what was there is zero. */
const filling = { gradients: { input: (s: { grad: Tensor }) => s.grad.mul(0) }, on: 'method' } as const;
operator('normal(Tensor input, float mean = 0, float std = 1, *, generator? generator = null) -> Tensor', {
  ...filling,
  on: 'none method',
  doc: 'Normal numbers, shaped as input.',
  forward: (t, mean, std, generator) => drawn(t.shape, t.dtype, t.device, generator, normalOf(mean, std)),
  inplace: (t, mean, std, generator) => void random.drawMemory(t, generator, normalOf(mean, std)),
});
operator('uniform(Tensor input, float from = 0, float to = 1, *, generator? generator = null) -> Tensor', {
  ...filling,
  doc: 'Uniform on [from, to), shaped as input.',
  forward: (t, low, high, generator) => drawn(t.shape, t.dtype, t.device, generator, uniformOf(low, high)),
  inplace: (t, low, high, generator) => void random.drawMemory(t, generator, uniformOf(low, high)),
});
const exponentialOf =
  (lambd: number): random.Fill =>
  (data, d, g) =>
    random.fillExponential(data, d, g, lambd);
operator('exponential(Tensor input, float lambd = 1, *, generator? generator = null) -> Tensor', {
  ...filling,
  doc: 'From the exponential distribution, shaped as input.',
  forward: (t, lambd, generator) => drawn(t.shape, t.dtype, t.device, generator, exponentialOf(lambd)),
  inplace: (t, lambd, generator) => void random.drawMemory(t, generator, exponentialOf(lambd)),
});
const wholeFrom =
  (from: number): random.Fill =>
  (data, d, g) =>
    random.fillWhole(data, d, g, from);
/** Draws over what a tensor holds; the form that is not in place gives new memory, and no gradient passes. */
const whole = { ...filling, forward: (t: Tensor): Tensor => t.clone() };
operator('random(Tensor input, *, generator? generator = null) -> Tensor', {
  ...whole,
  doc: 'Whole numbers from 0 to the largest that the dtype holds exactly.',
  inplace: (t, generator) => void random.drawMemory(t, generator, wholeFrom(0)),
});
operator('random(Tensor input, int to, *, generator? generator = null) -> Tensor', {
  ...whole,
  doc: 'Whole numbers from 0 to before to.',
  inplace: (t, to, generator) => void random.drawMemory(t, generator, integers(0, to)),
});
operator('random(Tensor input, int from, int? to, *, generator? generator = null) -> Tensor', {
  ...whole,
  doc: 'Whole numbers from from to before to; with null to the largest that the dtype holds exactly.',
  inplace: (t, from, to, generator) =>
    void random.drawMemory(t, generator, to === null ? wholeFrom(from) : integers(from, to)),
});

const checkP = (p: number): void => {
  if (!(p >= 0 && p <= 1)) throw new ValueError(`dropout probability has to be between 0 and 1, but got ${p}`);
};
/** x times a mask of a shape, drawn row-major whatever x's layout: 0 with probability p, else 1 / (1 − p). */
function dropped(x: Tensor, p: number, training: boolean, inplace: boolean, shape: readonly number[]): Tensor {
  checkP(p);
  if (!training || p === 0 || numelOf(x.shape) === 0) return x;
  const mask = emptyLike(x, shape);
  const m = p === 1 ? mask : random.drawMemory(mask, null, bernoulli(1 - p)).div_(1 - p);
  return inplace ? x.mul_(m) : x.mul(m);
}
operator('dropout(Tensor input, float p = 0.5, bool training = true, bool inplace = false) -> Tensor', {
  doc: 'While training, zeroes each element with probability p and scales the others by 1/(1 − p).',
  on: 'functional torch',
  forward: (x, p, training, inplace) => dropped(x, p, training, inplace, x.shape),
});
const featureDropped = (x: Tensor, p: number, training: boolean, inplace: boolean): Tensor => {
  if (x.shape.length < 2) throw new RuntimeError('Feature dropout requires at least 2 dimensions in the input');
  const shape = x.shape.map((n, d) => (d < 2 ? n : 1));
  return dropped(x, p, training, inplace, shape);
};
operator('feature_dropout(Tensor input, float p = 0.5, bool training = true, bool inplace = false) -> Tensor', {
  doc: 'Dropout of whole channels: the elements that share the first two indices.',
  on: 'functional torch',
  forward: featureDropped,
});
for (const dims of [1, 2, 3]) {
  operator(`dropout${dims}d(Tensor input, float p = 0.5, bool training = true, bool inplace = false) -> Tensor`, {
    doc: 'Dropout of whole channels.',
    on: 'functional',
    forward(x, p, training, inplace) {
      const ndim = x.shape.length;
      if (dims === 1 && ndim !== 2 && ndim !== 3)
        throw new RuntimeError(`dropout1d: Expected 2D or 3D input, but received a ${ndim}D input.`);
      // PyTorch takes three dimensions in dropout2d for [N, C, L], not for one image.
      if (dims === 2 || ndim === dims + 2) return featureDropped(x, p, training, inplace);
      return featureDropped(x.unsqueeze(0), p, training, inplace).squeeze(0);
    },
  });
}
