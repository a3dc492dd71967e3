import type { Data, DType } from '../dtype.ts';
import type { Generator } from './generator.ts';
import { uniform01 } from './uniform.ts';

/** What Stirling's formula leaves out of ln k!. */
function stirlingTail(k: number): number {
  if (k <= 9) {
    let factorial = 1;
    for (let i = 2; i <= k; i++) factorial *= i;
    return Math.log(factorial) - ((k + 0.5) * Math.log(k + 1) - (k + 1) + 0.5 * Math.log(2 * Math.PI));
  }
  const square = (k + 1) * (k + 1);
  return (1 / 12 - (1 / 360 - 1 / 1260 / square) / square) / (k + 1);
}

/** Few successes are expected: geometric gaps between them are added up. */
function byInversion(count: number, probability: number, generator: Generator): number {
  const logFailure = Math.log1p(-probability);
  let passed = 0;
  for (let successes = 0; ; successes++) {
    passed += Math.ceil(Math.log(uniform01(generator)) / logFailure);
    if (passed > count) return successes;
  }
}

/** Many are expected: Hörmann's transformed rejection (BTRS, 1993). */
function byRejection(count: number, probability: number, generator: Generator): number {
  const deviation = Math.sqrt(count * probability * (1 - probability));
  const b = 1.15 + 2.53 * deviation;
  const a = -0.0873 + 0.0248 * b + 0.01 * probability;
  const c = count * probability + 0.5;
  const accept = 0.92 - 4.2 / b;
  const odds = probability / (1 - probability);
  const alpha = (2.83 + 5.1 / b) * deviation;
  const mode = Math.floor((count + 1) * probability);
  for (;;) {
    const u = uniform01(generator) - 0.5;
    const v = uniform01(generator);
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + c);
    if (us >= 0.07 && v <= accept) return k;
    if (k < 0 || k > count) continue;
    const bound =
      (mode + 0.5) * Math.log((mode + 1) / (odds * (count - mode + 1))) +
      (count + 1) * Math.log((count - mode + 1) / (count - k + 1)) +
      (k + 0.5) * Math.log((odds * (count - k + 1)) / (k + 1)) +
      stirlingTail(mode) +
      stirlingTail(count - mode) -
      stirlingTail(k) -
      stirlingTail(count - k);
    if (Math.log((v * alpha) / (a / (us * us) + b)) <= bound) return k;
  }
}

function binomial(count: number, probability: number, generator: Generator): number {
  if (count <= 0 || probability <= 0) return 0;
  if (probability >= 1) return count;
  if (Number.isNaN(count + probability)) return Number.NaN;
  const rare = probability <= 0.5 ? probability : 1 - probability;
  const draw = count * rare >= 10 ? byRejection : byInversion;
  const drawn = draw(count, rare, generator);
  return probability <= 0.5 ? drawn : count - drawn;
}

/** `binomial`: the successes of each count of trials at each probability. */
export function fillBinomial(
  data: Data,
  dtype: DType,
  generator: Generator,
  counts: ArrayLike<number>,
  probabilities: ArrayLike<number>,
): void {
  for (let i = 0; i < data.length; i++)
    data[i] = dtype.keep(binomial(counts[i] as number, probabilities[i] as number, generator));
}
