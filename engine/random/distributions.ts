import { type Data, type DType, float64 } from '../dtype.ts';
import { RuntimeError } from '../device/device.ts';
import { fma64 } from './float.ts';
import type { Generator } from './generator.ts';
import { normalScalar } from './normal.ts';
import { requireFloat } from './scalar-types.ts';
import { uniform01 } from './uniform.ts';

function probability(p: number): void {
  if (!(p >= 0 && p <= 1)) throw new RuntimeError(`bernoulli_ expects p to be in [0, 1], but got p=${p}`);
}

/**
 * `bernoulli_(p)` with one probability, and dropout's masks: 1 where a double of 53 bits is below p.
 * PyTorch built with MKL draws these on Intel processors from MKL's own stream instead; all other builds do as here.
 */
export function fillBernoulli(data: Data, generator: Generator, p: number): void {
  probability(p);
  for (let i = 0; i < data.length; i++) data[i] = uniform01(generator) < p ? 1 : 0;
}

/** `bernoulli` with a tensor of probabilities: 24 random bits an element, 53 when they are float64. */
export function fillBernoulliEach(data: Data, generator: Generator, p: ArrayLike<number>, pDtype: DType): void {
  requireFloat(pDtype, 'bernoulli_tensor_cpu_p_');
  for (let i = 0; i < data.length; i++) {
    const chance = p[i] as number;
    if (!(chance >= 0 && chance <= 1))
      throw new RuntimeError('Expected p_in >= 0 && p_in <= 1 to be true, but got false.');
    const u = pDtype === float64 ? uniform01(generator) : (generator.random() & 0xffffff) * 2 ** -24;
    data[i] = u < chance ? 1 : 0;
  }
}

const each = (data: Data, dtype: DType, draw: () => number): void => {
  for (let i = 0; i < data.length; i++) data[i] = dtype.keep(draw());
};

/** `exponential_`: −ln(1 − u) / lambda. */
export function fillExponential(data: Data, dtype: DType, generator: Generator, lambda = 1): void {
  requireFloat(dtype, 'exponential_cpu');
  if (!(lambda >= 0)) throw new RuntimeError(`exponential_ expects lambda >= 0.0, but found lambda=${lambda}`);
  each(data, dtype, () => (-1 / lambda) * Math.log1p(-uniform01(generator)));
}

/** `geometric_`: trials until the first success, ⌈ln u / ln(1 − p)⌉. */
export function fillGeometric(data: Data, dtype: DType, generator: Generator, p: number): void {
  if (!(p > 0 && p < 1)) throw new RuntimeError(`geometric_ expects p to be in (0, 1), but got p=${p}`);
  each(data, dtype, () => Math.ceil(Math.log(uniform01(generator)) / Math.log1p(-p)));
}

/** `cauchy_`: median + sigma · tan(π(u − ½)). */
export function fillCauchy(data: Data, dtype: DType, generator: Generator, median = 0, sigma = 1): void {
  requireFloat(dtype, 'cauchy_cpu');
  each(data, dtype, () => fma64(Math.tan(Math.PI * (uniform01(generator) - 0.5)), sigma, median));
}

/** `log_normal_`: exp of N(mean, std²). */
export function fillLogNormal(data: Data, dtype: DType, generator: Generator, mean = 1, std = 2): void {
  requireFloat(dtype, 'log_normal_cpu');
  if (!(std > 0)) throw new RuntimeError(`log_normal_ expects std > 0.0, but found std=${std}`);
  each(data, dtype, () => Math.exp(normalScalar(generator, mean, std)));
}

/** One draw of Poisson(rate): Knuth's product below 10, Hörmann's transformed rejection (1993) from there on. */
function poisson(rate: number, generator: Generator): number {
  if (!(rate >= 0)) throw new RuntimeError('invalid Poisson rate, expected rate to be non-negative');
  if (rate === 0) return 0;
  if (rate < 10) {
    const limit = Math.exp(-rate);
    let product = 1;
    for (let count = 0; ; count++) {
      product *= uniform01(generator);
      if (product <= limit) return count;
    }
  }
  const logRate = Math.log(rate);
  const b = 0.931 + 2.53 * Math.sqrt(rate);
  const a = -0.059 + 0.02483 * b;
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
  const accept = 0.9277 - 3.6224 / (b - 2);
  for (;;) {
    const u = uniform01(generator) - 0.5;
    const v = uniform01(generator);
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + rate + 0.43);
    if (us >= 0.07 && v <= accept) return k;
    if (k < 0 || (us < 0.013 && v > us)) continue;
    if (Math.log(v) + Math.log(inverseAlpha) - Math.log(a / (us * us) + b) <= -rate + k * logRate - logFactorial(k))
      return k;
  }
}
/** ln k!, exact sums for small k, Stirling's series from there (error below 1e-15 relative). */
function logFactorial(k: number): number {
  if (k < 20) {
    let product = 1;
    for (let i = 2; i <= k; i++) product *= i;
    return Math.log(product);
  }
  const x = k + 1;
  const inverse = 1 / (x * x);
  return (
    (x - 0.5) * Math.log(x) -
    x +
    0.5 * Math.log(2 * Math.PI) +
    (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse / 1680))) / x
  );
}
/** `poisson`: one count for each rate. */
export function fillPoisson(data: Data, dtype: DType, generator: Generator, rates: ArrayLike<number>): void {
  for (let i = 0; i < data.length; i++) data[i] = dtype.keep(poisson(rates[i] as number, generator));
}
