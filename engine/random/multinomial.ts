import type { Data, DType } from '../dtype.ts';
import { RuntimeError } from '../device/device.ts';
import { fillExponential } from './distributions.ts';
import type { Generator } from './generator.ts';
import { scalarTypes } from './scalar-types.ts';
import { uniform01 } from './uniform.ts';

function check(weights: ArrayLike<number>, categories: number, replacement: boolean): void {
  if (categories === 0) throw new RuntimeError('invalid multinomial distribution (sum of probabilities <= 0)');
  for (let start = 0; start < weights.length; start += categories) {
    let sum = 0;
    for (let j = start; j < start + categories; j++) {
      const w = weights[j] as number;
      if (w >= 0 && w < Infinity) {
        sum += w;
        continue;
      }
      if (!replacement) throw new RuntimeError('probability tensor contains either `inf`, `nan` or element < 0');
      const what = w === Infinity ? '= infinity or NaN' : '< 0';
      throw new RuntimeError(`invalid multinomial distribution (encountering probability entry ${what})`);
    }
    if (sum === 0) throw new RuntimeError('invalid multinomial distribution (sum of probabilities <= 0)');
  }
}

/** One draw of each row, or several different ones: the largest of weight / Exp(1) (the Gumbel trick). */
function withoutReplacement(
  out: Data,
  weights: ArrayLike<number>,
  dtype: DType,
  categories: number,
  samples: number,
  generator: Generator,
  columnMajor: boolean,
): void {
  const rows = weights.length / categories;
  const race = dtype.allocate(weights.length);
  const times = dtype.allocate(weights.length);
  fillExponential(times, dtype, generator, 1);
  for (let i = 0; i < race.length; i++) {
    const drawnAt = columnMajor ? (i % categories) * rows + Math.floor(i / categories) : i;
    race[i] = dtype.keep((weights[i] as number) / (times[drawnAt] as number));
  }
  const order = Array.from({ length: categories }, (_, j) => j);
  for (let row = 0; row < rows; row++) {
    const start = row * categories;
    const ranked = order.toSorted((a, b) => (race[start + b] as number) - (race[start + a] as number) || a - b);
    for (let k = 0; k < samples; k++) out[row * samples + k] = ranked[k] as number;
  }
}

/** The first category whose running total reaches a uniform draw. */
function withReplacement(
  out: Data,
  weights: ArrayLike<number>,
  dtype: DType,
  categories: number,
  samples: number,
  generator: Generator,
): void {
  const totals = dtype.allocate(categories); // float16 and bfloat16 weights add up in float32, in PyTorch too
  const rows = weights.length / categories;
  for (let row = 0; row < rows; row++) {
    for (let j = 0; j < categories; j++)
      totals[j] = (j > 0 ? (totals[j - 1] as number) : 0) + (weights[row * categories + j] as number);
    const sum = totals[categories - 1] as number;
    for (let j = 0; j < categories; j++) totals[j] = (totals[j] as number) / sum;
    totals[categories - 1] = 1;
    for (let k = 0; k < samples; k++) {
      const u = uniform01(generator);
      let left = 0;
      let right = categories;
      while (left < right) {
        const middle = left + ((right - left) >> 1);
        if ((totals[middle] as number) < u) left = middle + 1;
        else right = middle;
      }
      out[row * samples + k] = left;
    }
  }
}

/**
 * `multinomial`: `out` holds rows · samples indices, `weights` rows · categories values of `dtype`. `columnMajor` says that
 * the weights' tensor lies in memory column by column: without replacement draws go in that order.
 */
export function fillMultinomial(
  out: Data,
  weights: ArrayLike<number>,
  dtype: DType,
  categories: number,
  samples: number,
  replacement: boolean,
  generator: Generator,
  columnMajor = false,
): void {
  if (!dtype.is_floating_point)
    throw new RuntimeError(
      `multinomial only supports floating-point dtypes for input, got: ${scalarTypes[dtype.name]}`,
    );
  if (samples <= 0) throw new RuntimeError('cannot sample n_sample <= 0 samples');
  if (!replacement && samples > categories)
    throw new RuntimeError('cannot sample n_sample > prob_dist.size(-1) samples without replacement');
  check(weights, categories, replacement);
  // PyTorch from 2.1 on draws a single sample without replacement either way; 1.13, whose streams these are, does not.
  const draw = replacement ? withReplacement : withoutReplacement;
  draw(out, weights, dtype, categories, samples, generator, columnMajor);
}
