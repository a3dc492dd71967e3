// Quantization's arithmetic on single numbers and rows of codes, in float32 and with the rounding of PyTorch's kernels:
// nearest, halves to even, then saturated to the codes there are.
import { type Data, type DType, qint32, qint8, quint8 } from '../dtype.ts';

const magic = 6755399441055744; // 1.5·2^52: adding it rounds a double's fraction away, halves to even
/** The nearest whole number, halves to even; of |x| below 2^51. */
export const nearest = (x: number): number => x + magic - magic;

const limits = new Map<DType, readonly [low: number, high: number]>([
  [quint8, [0, 255]],
  [qint8, [-128, 127]],
  [qint32, [-(2 ** 31), 2 ** 31 - 1]],
]);
/** The smallest and the largest code. */
export const codeRange = (dtype: DType): readonly [low: number, high: number] => limits.get(dtype) ?? [0, 0];

/** A comparison that NaN fails gives the lowest code, as PyTorch's conversion to an integer does. */
export const saturate = (x: number, low: number, high: number): number => (x >= low ? Math.min(x, high) : low);

export const inverse = (scale: number): number => Math.fround(1 / Math.fround(scale));

/** The code of a float32 value. */
export const codeOf = (value: number, inverseScale: number, zeroPoint: number, low: number, high: number): number =>
  saturate(zeroPoint + nearest(Math.fround(value * inverseScale)), low, high);
/** The float32 value of a code. */
export const decoded = (code: number, scale: number, zeroPoint: number): number =>
  Math.fround(Math.fround(scale) * (code - zeroPoint));

export function quantizeInto(
  codes: Data,
  values: ArrayLike<number>,
  scale: number,
  zeroPoint: number,
  dtype: DType,
): void {
  const [low, high] = codeRange(dtype);
  const inverseScale = inverse(scale);
  for (let i = 0; i < values.length; i++) codes[i] = codeOf(values[i]!, inverseScale, zeroPoint, low, high);
}
export function dequantizeInto(values: Data, codes: ArrayLike<number>, scale: number, zeroPoint: number): void {
  const factor = Math.fround(scale);
  for (let i = 0; i < codes.length; i++) values[i] = factor * (codes[i]! - zeroPoint);
}

/** Below it a scale is raised, so that its inverse stays far from overflow. */
const smallestScale = Math.fround(6.1e-5);

/**
 * Scale and zero point for values from `min` to `max`, as the kernels choose them that quantize on the fly (dynamic
 * quantization, the fused fake quantization): in doubles, and with the zero point from the end whose rounding errs less.
 */
export function chooseParameters(
  min: number,
  max: number,
  codeMin: number,
  codeMax: number,
  symmetric: boolean,
): { readonly scale: number; readonly zero_point: number } {
  let low = Math.fround(Math.min(min, 0));
  let high = Math.fround(Math.max(max, 0));
  const around = low < 0 && high > 0 && symmetric;
  if (around) {
    const half = Math.floor((codeMax - codeMin) / 2);
    const most = Math.max(Math.abs(low / -(half + 1)), Math.abs(high / half));
    low = Math.fround(most * -(half + 1));
    high = Math.fround(most * half);
  }
  let scale = (high - low) / (codeMax - codeMin);
  if (Math.fround(scale) === 0 || !Number.isFinite(Math.fround(1 / Math.fround(scale)))) scale = 0.1;
  if (scale < smallestScale) {
    const before = Math.fround(scale);
    scale = smallestScale;
    if (low === 0) high = Math.fround(smallestScale * (codeMax - codeMin));
    else if (high === 0) low = Math.fround(-smallestScale * (codeMax - codeMin));
    else {
      const amplifier = Math.fround(smallestScale / before);
      low = Math.fround(low * amplifier);
      high = Math.fround(high * amplifier);
    }
  }
  const fromMin = codeMin - low / scale;
  const fromMax = codeMax - high / scale;
  const minErrs = Math.abs(codeMin) + Math.abs(low / scale);
  const maxErrs = Math.abs(codeMax) + Math.abs(high / scale);
  const exact = around ? (codeMin + codeMax) / 2 : minErrs < maxErrs ? fromMin : fromMax;
  const zero_point = exact < codeMin ? codeMin : exact > codeMax ? codeMax : nearest(exact) + 0;
  return { scale, zero_point };
}
