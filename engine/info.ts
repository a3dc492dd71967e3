// torch.finfo and torch.iinfo: the limits of a dtype.
import { type DType, type DTypeName, get_default_dtype } from './dtype.ts';

/** Bits of the fraction, and the exponents of the largest and smallest normal number. */
const floats: Partial<Record<DTypeName, readonly [fraction: number, top: number, bottom: number]>> = {
  float16: [10, 15, -14],
  bfloat16: [7, 127, -126],
  float32: [23, 127, -126],
  float64: [52, 1023, -1022],
};

class FloatInfo {
  readonly dtype: string;
  readonly bits: number;
  /** The distance of 1 from the next number. */
  readonly eps: number;
  readonly max: number;
  readonly min: number;
  /** The smallest positive number with a full fraction. */
  readonly tiny: number;
  readonly smallest_normal: number;
  readonly resolution: number;
  constructor(dtype: DType) {
    const limits = floats[dtype.name];
    if (!limits)
      throw new TypeError(
        `torch.finfo() requires a floating point input type. Use torch.iinfo to handle '${dtype.name}'`,
      );
    const [fraction, top, bottom] = limits;
    this.dtype = dtype.name;
    this.bits = dtype.itemsize * 8;
    this.eps = 2 ** -fraction;
    this.max = (2 - this.eps) * 2 ** top;
    this.min = -this.max;
    this.tiny = 2 ** bottom;
    this.smallest_normal = this.tiny;
    this.resolution = 10 ** -Math.floor(fraction * Math.log10(2));
  }
  toString(): string {
    const { resolution, min, max, eps, smallest_normal, tiny, dtype } = this;
    return `finfo(resolution=${resolution}, min=${min}, max=${max}, eps=${eps}, smallest_normal=${smallest_normal}, tiny=${tiny}, dtype=${dtype})`;
  }
}
class IntegerInfo {
  readonly dtype: string;
  readonly bits: number;
  readonly max: number;
  readonly min: number;
  constructor(dtype: DType) {
    if (dtype.category !== 1)
      throw new TypeError(`torch.iinfo() requires an integer input type. Use torch.finfo to handle '${dtype.name}'`);
    const unsigned = dtype.name === 'uint8' || dtype.name === 'quint8';
    this.dtype = dtype.name;
    this.bits = dtype.itemsize * 8;
    this.max = 2 ** (this.bits - (unsigned ? 0 : 1)) - 1;
    this.min = unsigned ? 0 : -(2 ** (this.bits - 1));
  }
  toString(): string {
    return `iinfo(min=${this.min}, max=${this.max}, dtype=${this.dtype})`;
  }
}
export type { FloatInfo, IntegerInfo };

/** Limits of a floating-point dtype; of the default one unless said. */
export const finfo = (dtype: DType = get_default_dtype()): FloatInfo => new FloatInfo(dtype);
/** Limits of an integer dtype. Those of int64 are beyond what a number holds exactly. */
export const iinfo = (dtype: DType): IntegerInfo => new IntegerInfo(dtype);
