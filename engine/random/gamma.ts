import { type Data, type DType, float64 } from '../dtype.ts';
import type { Generator } from './generator.ts';
import { normalScalar } from './normal.ts';
import { uniform01 } from './uniform.ts';

// PyTorch writes these constants in single precision.
const third = Math.fround(1 / 3);
const squeeze = Math.fround(0.0331);
/** The smallest normal number of each dtype: a draw is never zero, so that its logarithm is finite. */
const tiny = (dtype: DType): number => (dtype === float64 ? 2 ** -1022 : 2 ** -126);

/** One draw of Gamma(shape, 1): Marsaglia and Tsang (2000), with their boost for shapes below 1. */
function gamma(shape: number, { keep }: DType, generator: Generator): number {
  if (shape === 0) return 0;
  const boost = shape < 1 ? (1 - uniform01(generator)) ** keep(1 / shape) : 1;
  // The shape, and so d, has the tensor's precision; all that follows is double.
  const d = keep(keep(shape < 1 ? shape + 1 : shape) - third);
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normalScalar(generator, 0, 1);
    const y = 1 + c * x;
    if (y <= 0) continue;
    const v = y * y * y;
    const u = 1 - uniform01(generator);
    const xx = x * x;
    if (u < 1 - squeeze * xx * xx || Math.log(u) < 0.5 * xx + d * (1 - v + Math.log(v))) return boost * d * v;
  }
}

/** `_standard_gamma`: one draw for each shape parameter. */
export function fillGamma(data: Data, dtype: DType, generator: Generator, shapes: ArrayLike<number>): void {
  for (let i = 0; i < data.length; i++)
    data[i] = Math.max(tiny(dtype), dtype.keep(gamma(shapes[i] as number, dtype, generator)));
}

/** `_sample_dirichlet`: gamma draws in double, each row of `width` divided by its sum, kept inside (0, 1). */
export function fillDirichlet(
  data: Data,
  dtype: DType,
  generator: Generator,
  concentrations: ArrayLike<number>,
  width: number,
): void {
  const draws = new Float64Array(data.length);
  fillGamma(draws, float64, generator, concentrations);
  for (let row = 0; row < data.length; row += width) {
    const total = draws.subarray(row, row + width).reduce((sum, x) => sum + x, 0);
    for (let i = row; i < row + width; i++)
      data[i] = Math.min(1 - 2 ** -24, Math.max(tiny(dtype), dtype.keep((draws[i] as number) / total)));
  }
}
