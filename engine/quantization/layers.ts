// What quantized layers compute: `quantized::linear`, `quantized::conv2d` and their like on packed weights, in integers.
import { RuntimeError } from '../device/device.ts';
import { float32, isQuantized, qint8, quint8 } from '../dtype.ts';
import { outputSize } from '../ops/convolution.ts';
import { fromValues, numelOf, type Tensor, valuesOf } from '../tensor.ts';
import { chooseParameters, codeRange, quantizeInto } from './arithmetic.ts';
import { ignoresReduceRange, requantizationRules } from './backend.ts';
import { centred, integerConvolution, integerProduct, requantize } from './integer.ts';
import {
  codeType,
  codeValues,
  couldNotRun,
  fromCodes,
  isQuantizedTensor,
  perTensor,
  perTensorOf,
  quantizerOf,
} from './quantizer.ts';

/** A weight as the kernels take it. */
interface Packed {
  /** Codes less their zero points, [out, …]. */
  readonly codes: Int16Array;
  /** Of each output channel, or one of all. */
  readonly scales: readonly number[];
}
const packs = new WeakMap<Tensor, Packed>();

function packed(weight: Tensor): Packed {
  const known = packs.get(weight);
  if (known) return known;
  if (weight.dtype !== qint8)
    throw new RuntimeError(`a quantized layer's weight must be torch.qint8, got ${weight.dtype}`);
  const quantizer = quantizerOf(weight);
  const codes = codeValues(weight);
  let made: Packed;
  if ('scale' in quantizer)
    made = { codes: centred(codes, quantizer.zero_point), scales: [Math.fround(quantizer.scale)] };
  else {
    const zeros = valuesOf(quantizer.zero_points);
    const inner = codes.length / zeros.length;
    const less = Int16Array.from(codes, (code, i) => code - (zeros[Math.floor(i / inner)] ?? 0));
    made = { codes: less, scales: Array.from(valuesOf(quantizer.scales), Math.fround) };
  }
  packs.set(weight, made);
  return made;
}

/** The output of a quantized layer: its quantizer, and whether negative values are cut off. */
export interface Output {
  readonly scale: number;
  readonly zero_point: number;
  readonly relu: boolean;
}

function checkInput(x: Tensor, operator: string): void {
  if (!isQuantizedTensor(x)) throw couldNotRun(`quantized::${operator}`, 'CPU');
  if (x.dtype !== quint8 && x.dtype !== qint8)
    throw new RuntimeError(`expected scalar type QUInt8 but found ${x.dtype.typeName}`);
}
function codesFrom(
  x: Tensor,
  sums: Int32Array,
  channels: number,
  weight: Packed,
  bias: Tensor | null,
  out: Output,
): Uint8Array | Int8Array {
  return requantize(sums, channels, {
    inputScale: perTensorOf(x, 'aten::q_scale').scale,
    weightScales: weight.scales,
    bias: bias && valuesOf(bias),
    ...out,
    dtype: x.dtype,
    rules: requantizationRules(),
  });
}

/** x [*, in] · weightᵀ [out, in] + bias → [*, out], quantized. */
export function quantizedLinear(x: Tensor, weight: Tensor, bias: Tensor | null, out: Output): Tensor {
  checkInput(x, out.relu ? 'linear_relu' : 'linear');
  const [n = 0, k = 0] = weight.shape;
  if (x.shape.at(-1) !== k)
    throw new RuntimeError(
      `The number of rows in the packB should be equal to K: ${k} (in_features), the input's last dimension is ${x.shape.at(-1) ?? 'missing'}`,
    );
  const pack = packed(weight);
  const rows = numelOf(x.shape) / k;
  const sums = integerProduct(
    centred(codeValues(x), perTensorOf(x, 'aten::q_scale').zero_point),
    pack.codes,
    rows,
    n,
    k,
  );
  const codes = codesFrom(x, sums, n, pack, bias, out);
  return fromCodes(codes, [...x.shape.slice(0, -1), n], x.dtype, perTensor(out.scale, out.zero_point));
}

export interface ConvolutionOptions {
  readonly stride: readonly number[];
  readonly padding: readonly number[];
  readonly dilation: readonly number[];
  readonly groups: number;
}
/** [N, C, H, W] with weight [out, C / groups, kH, kW] → [N, out, H', W'], quantized; likewise of [N, C, L]. */
export function quantizedConvolution(
  x: Tensor,
  weight: Tensor,
  bias: Tensor | null,
  o: ConvolutionOptions,
  out: Output,
): Tensor {
  const n = weight.shape.length - 2;
  checkInput(x, `conv${n}d${out.relu ? '_relu' : ''}`);
  const two = (sizes: readonly number[], fill: number): number[] => (n === 1 ? [fill, ...sizes] : [...sizes]);
  const rows = (shape: readonly number[]): number[] =>
    n === 1 ? [...shape.slice(0, 2), 1, ...shape.slice(2)] : [...shape];
  const [input, kernel] = [rows(x.shape), rows(weight.shape)];
  const [stride, padding, dilation] = [two(o.stride, 1), two(o.padding, 0), two(o.dilation, 1)];
  const channels = (kernel[1] ?? 0) * o.groups;
  if (input[1] !== channels)
    throw new RuntimeError(`The number of input channels (${input[1]}) should match the layer's, which is ${channels}`);
  const side = (d: 0 | 1): number =>
    outputSize(input[d + 2] ?? 0, kernel[d + 2] ?? 1, stride[d] ?? 1, padding[d] ?? 0, dilation[d] ?? 1);
  const [height, width] = [side(0), side(1)];
  if (height < 1 || width < 1) throw new RuntimeError('each dimension of output tensor should be greater than 0');
  const pack = packed(weight);
  const outputs = kernel[0] ?? 0;
  const sums = integerConvolution(centred(codeValues(x), perTensorOf(x, 'aten::q_scale').zero_point), pack.codes, {
    input,
    weight: kernel,
    stride,
    padding,
    dilation,
    groups: o.groups,
    out: [height, width],
  });
  const codes = codesFrom(x, sums, outputs, pack, bias, out);
  const [batch = 0] = input;
  const last = fromCodes(codes, [batch, height, width, outputs], x.dtype, perTensor(out.scale, out.zero_point));
  // channels stay last in memory, as PyTorch's kernels leave them
  const first = last.permute(0, 3, 1, 2);
  return n === 1 ? first.squeeze([2]) : first;
}

/** x [*, in] (float32), quantized by its own range, times weightᵀ, in integers; the result [*, out] is float32 again. */
export function dynamicLinear(x: Tensor, weight: Tensor, bias: Tensor | null, reduce_range: boolean): Tensor {
  if (isQuantized(x.dtype)) throw couldNotRun('quantized::linear_dynamic', 'QuantizedCPU');
  if (x.dtype !== float32) throw new RuntimeError(`expected scalar type Float but found ${x.dtype.typeName}`);
  const [n = 0, k = 0] = weight.shape;
  if (x.shape.at(-1) !== k)
    throw new RuntimeError(
      `The number of rows in the packB should be equal to K: ${k} (in_features), the input's last dimension is ${x.shape.at(-1) ?? 'missing'}`,
    );
  const values = valuesOf(x.detach());
  let [min, max] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    if (values[i]! < min) min = values[i]!;
    if (values[i]! > max) max = values[i]!;
  }
  const [low, high] = codeRange(quint8);
  const most = reduce_range && !ignoresReduceRange() ? Math.floor(high / 2) : high;
  const { scale, zero_point } = chooseParameters(min, max, low, most, false);
  const codes = codeType(quint8).allocate(values.length);
  quantizeInto(codes, values, scale, zero_point, quint8);
  const pack = packed(weight);
  const m = values.length / k;
  const sums = integerProduct(centred(codes, zero_point), pack.codes, m, n, k);
  const out = new Float32Array(sums.length);
  const offsets = bias && valuesOf(bias);
  const one = pack.scales.length === 1;
  for (let i = 0; i < sums.length; i++) {
    const c = i % n;
    out[i] = Math.fround(sums[i]! * Math.fround(Math.fround(scale) * pack.scales[one ? 0 : c]!)) + (offsets?.[c] ?? 0);
  }
  return fromValues(out, [...x.shape.slice(0, -1), n]);
}
