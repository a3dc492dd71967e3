// Random operators beside ops/random.ts: rarer distributions, dropout for SELU, random slopes.
import { RuntimeError, ValueError } from '../../device/device.ts';
import { float32, float64 } from '../../dtype.ts';
import { operator } from '../../operator.ts';
import { broadcastShape } from '../../promotion.ts';
import {
  drawInto,
  fillBernoulli,
  fillBinomial,
  fillCauchy,
  fillDirichlet,
  fillExponential,
  fillGamma,
  fillGeometric,
  fillLogNormal,
  fillPoisson,
  uniform01,
} from '../../random/index.ts';
import { emptyLike, numelOf, type Tensor, valuesOf } from '../../tensor.ts';

const real = (t: Tensor, what: string): Tensor => {
  if (t.dtype !== float32 && t.dtype !== float64)
    throw new RuntimeError(`"${what}" not implemented for '${t.dtype.name}'`);
  return t;
};
operator('poisson(Tensor input, generator? generator = null) -> Tensor', {
  doc: 'Counts from Poisson distributions with the rates of input.',
  on: 'torch',
  forward: (rates, generator) =>
    drawInto(emptyLike(rates), generator, (d, t, g) => fillPoisson(d, t, g, valuesOf(rates))),
});
operator('binomial(Tensor count, Tensor prob, generator? generator = null) -> Tensor', {
  doc: 'How many of count trials succeed, each with probability prob.',
  on: 'torch',
  forward(count, prob, generator) {
    if (count.dtype !== prob.dtype)
      throw new RuntimeError(`binomial: count and prob must have one dtype, got ${count.dtype} and ${prob.dtype}`);
    real(count, 'binomial_cpu');
    const shape = broadcastShape(count.shape, prob.shape);
    const [counts, chances] = [valuesOf(count.expand(shape)), valuesOf(prob.expand(shape))];
    return drawInto(emptyLike(count, shape), generator, (d, t, g) => fillBinomial(d, t, g, counts, chances));
  },
});
operator('_standard_gamma(Tensor input, generator? generator = null) -> Tensor', {
  doc: 'Draws from Gamma distributions with the shape parameters of input and scale 1. No gradient passes.',
  on: 'torch',
  forward: (shapes, generator) =>
    drawInto(emptyLike(real(shapes, 'gamma')), generator, (d, t, g) => fillGamma(d, t, g, valuesOf(shapes))),
});
operator('_sample_dirichlet(Tensor input, generator? generator = null) -> Tensor', {
  doc: 'Draws from Dirichlet distributions with the concentrations in the rows of input. No gradient passes.',
  on: 'torch',
  forward(concentrations, generator) {
    const width = concentrations.shape.at(-1) ?? 1;
    return drawInto(emptyLike(real(concentrations, 'dirichlet')), generator, (d, t, g) =>
      fillDirichlet(d, t, g, valuesOf(concentrations), width),
    );
  },
});
operator('geometric_(Tensor input, float p, *, generator? generator = null) -> Tensor', {
  doc: 'Overwrites with the number of trials up to the first success.',
  on: 'method',
  forward: (x, p, generator) => drawInto(x, generator, (d, t, g) => fillGeometric(d, t, g, p)),
});
operator('cauchy_(Tensor input, float median = 0, float sigma = 1, *, generator? generator = null) -> Tensor', {
  doc: 'Overwrites with draws from the Cauchy distribution.',
  on: 'method',
  forward: (x, median, sigma, generator) => drawInto(x, generator, (d, t, g) => fillCauchy(d, t, g, median, sigma)),
});
operator('log_normal_(Tensor input, float mean = 1, float std = 2, *, generator? generator = null) -> Tensor', {
  doc: 'Overwrites with e to the power of draws from N(mean, std²).',
  on: 'method',
  forward: (x, mean, std, generator) => drawInto(x, generator, (d, t, g) => fillLogNormal(d, t, g, mean, std)),
});

const put = (x: Tensor, result: Tensor, inplace: boolean): Tensor =>
  inplace && result !== x ? x.copy_(result) : result;

/** Dropout for SELU: dropped elements become −α′, and an affine map keeps mean and variance. */
function alphaDropped(x: Tensor, p: number, training: boolean, maskShape: readonly number[]): Tensor {
  if (!(p >= 0 && p <= 1)) throw new ValueError(`dropout probability has to be between 0 and 1, but got ${p}`);
  if (p === 0 || !training || numelOf(x.shape) === 0) return x;
  if (p === 1) return x.mul(0);
  const alpha = 1.7580993408473766;
  const a = 1 / Math.sqrt((alpha * alpha * p + 1) * (1 - p));
  const mask = drawInto(emptyLike(x, maskShape), null, (d, _, g) => fillBernoulli(d, g, 1 - p));
  const shift = mask
    .sub(1)
    .mul_(alpha * a)
    .add_(alpha * a * p);
  return x.mul(mask.mul_(a)).add(shift);
}
operator('alpha_dropout(Tensor input, float p = 0.5, bool training = false, bool inplace = false) -> Tensor', {
  doc: 'Dropout that keeps mean and variance of SELU’s outputs.',
  on: 'torch functional',
  forward: (x, p, training, inplace) => put(x, alphaDropped(x, p, training, x.shape), inplace),
});
operator('feature_alpha_dropout(Tensor input, float p = 0.5, bool training = false, bool inplace = false) -> Tensor', {
  doc: 'alpha_dropout of whole channels.',
  on: 'torch functional',
  forward(x, p, training, inplace) {
    if (x.shape.length < 2) throw new RuntimeError('Feature dropout requires at least 2 dimensions in the input');
    return put(
      x,
      alphaDropped(
        x,
        p,
        training,
        x.shape.map((s, d) => (d < 2 ? s : 1)),
      ),
      inplace,
    );
  },
});
operator(
  'rrelu(Tensor input, float lower = 0.125, float upper = 0.3333333333333333, bool training = false, bool inplace = false) -> Tensor',
  {
    doc: 'x where positive; elsewhere a · x, a drawn from [lower, upper) in training and their mean otherwise.',
    on: 'torch functional',
    forward(x, lower, upper, training, inplace) {
      if (!training) return put(x, x.where(x.ge(0), x.mul((lower + upper) / 2)), inplace);
      // As in PyTorch, only elements that are not positive take a draw, of 53 bits, between bounds in x's own dtype.
      const values = valuesOf(x);
      const low = x.dtype.keep(lower);
      const span = x.dtype.keep(upper) - low;
      const slope = drawInto(emptyLike(x), null, (d, t, g) => {
        for (let i = 0; i < d.length; i++) d[i] = (values[i] as number) > 0 ? 1 : t.keep(uniform01(g) * span + low);
      });
      return put(x, x.mul(slope), inplace);
    },
  },
);
operator('gumbel_softmax(Tensor logits, float tau = 1, bool hard = false, float eps = 1e-10, int dim = -1) -> Tensor', {
  doc: 'Draws from a categorical distribution, relaxed so that gradients pass; hard gives one-hot values with the soft gradient.',
  on: 'functional',
  forward(logits, tau, hard, _, dim) {
    const noise = drawInto(emptyLike(logits), null, (d, t, g) => fillExponential(d, t, g, 1))
      .log()
      .neg();
    const soft = logits.add(noise).div(tau).softmax(dim);
    if (!hard) return soft;
    const one = soft.detach().mul(0).scatter(dim, soft.detach().argmax(dim, true), 1);
    return one.sub(soft.detach()).add(soft);
  },
});
