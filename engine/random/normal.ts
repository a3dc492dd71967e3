import { type Data, type DType, float32, float64 } from '../dtype.ts';
import { RuntimeError } from '../device/device.ts';
import { fma32, fma64, log32, sincos32 } from './float.ts';
import type { Generator } from './generator.ts';
import { requireFloat } from './scalar-types.ts';
import { fillUniform, uniform01 } from './uniform.ts';

const f = Math.fround;
const twoPi = 2 * Math.PI;
const twoPi32 = f(twoPi);
const pair = new Float32Array(2);

/** One value of N(mean, std²) in double; every second one is the sine that the draw before left behind. */
export function normalScalar(generator: Generator, mean: number, std: number): number {
  const cached = generator.nextNormal;
  if (cached !== null) {
    generator.nextNormal = null;
    return fma64(cached, std, mean);
  }
  const turn = uniform01(generator);
  const radius = Math.sqrt(-2 * Math.log1p(-uniform01(generator)));
  generator.nextNormal = radius * Math.sin(twoPi * turn);
  return fma64(radius * Math.cos(twoPi * turn), std, mean);
}

/** Turns 16 uniform values into normal ones: eight radii, then eight angles. */
function boxMuller(data: Data, at: number, dtype: DType, mean: number, std: number): void {
  const { keep } = dtype;
  for (let j = at; j < at + 8; j++) {
    const first = data[j] as number;
    const second = data[j + 8] as number;
    if (dtype === float32) {
      const radius = f(Math.sqrt(f(-2 * log32(f(1 - first)))));
      sincos32(f(twoPi32 * second), pair);
      data[j] = fma32(f(radius * (pair[1] as number)), std, mean);
      data[j + 8] = fma32(f(radius * (pair[0] as number)), std, mean);
    } else if (dtype === float64) {
      const radius = Math.sqrt(-2 * Math.log(1 - first));
      data[j] = fma64(radius * Math.cos(twoPi * second), std, mean);
      data[j + 8] = fma64(radius * Math.sin(twoPi * second), std, mean);
    } else {
      const radius = keep(Math.sqrt(keep(-2 * keep(Math.log(keep(1 - first))))));
      const angle = keep(twoPi * second);
      data[j] = keep(keep(keep(radius * keep(Math.cos(angle))) * std) + mean);
      data[j + 8] = keep(keep(keep(radius * keep(Math.sin(angle))) * std) + mean);
    }
  }
}

/**
 * `normal_`. Below 16 elements, and for a tensor that is not contiguous, each value is drawn alone, in double; else uniform
 * values are drawn first and transformed in blocks of 16, and a tail that fills no block draws its last 16 values anew.
 */
export function fillNormal(data: Data, dtype: DType, generator: Generator, mean = 0, std = 1, contiguous = true): void {
  requireFloat(dtype, 'normal_kernel_cpu');
  if (!(std >= 0)) throw new RuntimeError(`normal expects std >= 0.0, but found std ${std}`);
  const n = data.length;
  if (n < 16 || !contiguous) {
    for (let i = 0; i < n; i++) data[i] = dtype.keep(normalScalar(generator, mean, std));
    return;
  }
  const center = dtype.keep(mean);
  const spread = dtype.keep(std);
  fillUniform(data, dtype, generator);
  for (let at = 0; at + 16 <= n; at += 16) boxMuller(data, at, dtype, center, spread);
  if (n % 16 === 0) return;
  fillUniform(data.subarray(n - 16), dtype, generator);
  boxMuller(data, n - 16, dtype, center, spread);
}
