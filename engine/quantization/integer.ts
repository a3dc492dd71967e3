// The integer products of quantized layers: 8-bit codes in, 32-bit sums, and back to 8 bits with one rounding.
import type { DType } from '../dtype.ts';
import { codeRange, nearest, saturate } from './arithmetic.ts';
import type { Rules } from './backend.ts';

/** Codes less their zero point. */
export function centred(codes: ArrayLike<number>, zeroPoint: number): Int16Array {
  const out = new Int16Array(codes.length);
  for (let i = 0; i < out.length; i++) out[i] = codes[i]! - zeroPoint;
  return out;
}

/** x [m, k] · wᵀ [n, k] → [m, n], in 32-bit integers. */
export function integerProduct(x: Int16Array, w: Int16Array, m: number, n: number, k: number): Int32Array {
  const out = new Int32Array(m * n);
  for (let i = 0; i < m; i++) {
    const row = i * k;
    for (let j = 0; j < n; j++) {
      const column = j * k;
      let sum = 0;
      for (let p = 0; p < k; p++) sum = (sum + x[row + p]! * w[column + p]!) | 0;
      out[i * n + j] = sum;
    }
  }
  return out;
}

export interface Requantization {
  readonly inputScale: number;
  /** By output channel; one for all when there is one. */
  readonly weightScales: readonly number[];
  readonly bias: ArrayLike<number> | null;
  readonly scale: number;
  readonly zero_point: number;
  readonly dtype: DType;
  readonly relu: boolean;
  readonly rules: Rules;
}

/** Sums [.., channels] to codes, saturated; where `relu`, no code stands for less than zero. */
export function requantize(sums: Int32Array, channels: number, r: Requantization): Uint8Array | Int8Array {
  const [least, most] = codeRange(r.dtype);
  const { rules, zero_point } = r;
  const low = r.relu ? Math.max(least, zero_point) : least;
  const one = r.weightScales.length === 1;
  const factors = new Float64Array(channels);
  const bias = new Float64Array(channels);
  for (let c = 0; c < channels; c++) {
    const unit = rules.unit(Math.fround(r.inputScale), r.weightScales[one ? 0 : c]!);
    factors[c] = rules.factor(unit, r.scale);
    if (r.bias) bias[c] = rules.bias(Math.fround(r.bias[c]!), unit);
  }
  const out = r.dtype.name === 'quint8' ? new Uint8Array(sums.length) : new Int8Array(sums.length);
  for (let i = 0, c = 0; i < sums.length; i++) {
    const sum = Math.fround(rules.wholeBias ? sums[i]! + bias[c]! : Math.fround(sums[i]!) + bias[c]!);
    out[i] = saturate(nearest(Math.fround(sum * factors[c]!)) + zero_point, low, most);
    if (++c === channels) c = 0;
  }
  return out;
}

export interface ConvolutionShape {
  /** [N, C, H, W] */
  readonly input: readonly number[];
  /** [out, C / groups, kH, kW] */
  readonly weight: readonly number[];
  readonly stride: readonly number[];
  readonly padding: readonly number[];
  readonly dilation: readonly number[];
  readonly groups: number;
  readonly out: readonly [height: number, width: number];
}
/** Sums of a convolution, channels last: [N · H' · W', out]. Padding counts as zero. */
export function integerConvolution(x: Int16Array, w: Int16Array, s: ConvolutionShape): Int32Array {
  const [batch = 0, channels = 0, height = 0, width = 0] = s.input;
  const [outputs = 0, inner = 0, kernelHeight = 0, kernelWidth = 0] = s.weight;
  const [outHeight, outWidth] = s.out;
  const [strideY = 1, strideX = 1] = s.stride;
  const [padY = 0, padX = 0] = s.padding;
  const [stepY = 1, stepX = 1] = s.dilation;
  const places = outHeight * outWidth;
  const perGroup = outputs / s.groups;
  const k = inner * kernelHeight * kernelWidth;
  const result = new Int32Array(batch * places * outputs);
  const patches = new Int16Array(places * k);
  for (let n = 0; n < batch; n++)
    for (let g = 0; g < s.groups; g++) {
      let at = 0;
      for (let y = 0; y < outHeight; y++)
        for (let xo = 0; xo < outWidth; xo++)
          for (let c = 0; c < inner; c++) {
            const plane = (n * channels + g * inner + c) * height;
            for (let ky = 0; ky < kernelHeight; ky++) {
              const row = y * strideY - padY + ky * stepY;
              const inside = row >= 0 && row < height;
              for (let kx = 0; kx < kernelWidth; kx++) {
                const column = xo * strideX - padX + kx * stepX;
                patches[at++] = inside && column >= 0 && column < width ? x[(plane + row) * width + column]! : 0;
              }
            }
          }
      const sums = integerProduct(patches, w.subarray(g * perGroup * k, (g + 1) * perGroup * k), places, perGroup, k);
      for (let p = 0; p < places; p++)
        result.set(sums.subarray(p * perGroup, (p + 1) * perGroup), (n * places + p) * outputs + g * perGroup);
    }
  return result;
}
