// The operators that make quantized tensors, read them, and imitate quantization on floats. What ordinary operators do
// with quantized tensors is in dispatch.ts.
import { RuntimeError } from '../device/device.ts';
import { bool, type DType, float32, float64, int64, isQuantized, qint32, qint8, quint8 } from '../dtype.ts';
import { from, operator } from '../operator.ts';
import { copyOf } from '../copy.ts';
import { fromValues, numelOf, Tensor, valuesLike, valuesOf } from '../tensor.ts';
import { chooseParameters, codeRange, inverse, nearest, saturate } from './arithmetic.ts';
import './dispatch.ts';
import { per_channel_affine, per_channel_affine_float_qparams } from './qscheme.ts';
import {
  codesOf,
  codeType,
  dequantized,
  fromCodes,
  innerSize,
  perChannelOf,
  perTensor,
  perTensorOf,
  quantized,
  quantizedOf,
  quantizerOf,
} from './quantizer.ts';

const single = (x: Tensor | number | boolean): number => (x instanceof Tensor ? Number(x.item()) : Number(x));
const titled = (t: Tensor): string => t.dtype.typeName;

function checkQuantizable(t: Tensor, dtype: DType): void {
  if (t.dtype !== float32) throw new RuntimeError(`Quantize only works on Float Tensor, got ${titled(t)}`);
  if (!isQuantized(dtype)) throw new RuntimeError(`ScalarType ${dtype.typeName} is not supported in new_qtensor.`);
}
function checkZeroPoint(zero: number, dtype: DType, what: string): void {
  const [low, high] = codeRange(dtype);
  if (zero > high) throw new RuntimeError(`${what} zero_point ${zero} is above upper bound.`);
  if (zero < low) throw new RuntimeError(`${what} zero_point ${zero} is below lower bound.`);
}

operator('quantize_per_tensor(Tensor input, Tensor|Scalar scale, Tensor|Scalar zero_point, dtype dtype) -> Tensor', {
  doc: 'A quantized tensor of codes: round(input / scale) + zero_point, saturated to the codes of dtype (torch.quint8, torch.qint8, torch.qint32). float32 in.',
  on: 'torch',
  forward(t, scale, zero, dtype) {
    checkQuantizable(t, dtype);
    const q = perTensor(single(scale), single(zero));
    checkZeroPoint(q.zero_point, dtype, 'quantize_tensor_per_tensor_affine');
    return quantized(valuesOf(t), t.shape, dtype, q);
  },
});
operator('quantize_per_tensor_dynamic(Tensor input, dtype dtype, bool reduce_range) -> Tensor', {
  doc: "As quantize_per_tensor, with scale and zero point from the tensor's own range; `reduce_range` leaves one bit unused.",
  on: 'torch',
  forward(t, dtype, reduce_range) {
    checkQuantizable(t, dtype);
    const [low, high] = codeRange(dtype);
    const { scale, zero_point } = chosenFor(t, low, high, reduce_range);
    return quantized(valuesOf(t), t.shape, dtype, perTensor(scale, zero_point));
  },
});
function chosenFor(t: Tensor, low: number, high: number, reduce: boolean): { scale: number; zero_point: number } {
  const [min, max] = extent(valuesOf(t));
  return reduce
    ? chooseParameters(min, max, Math.trunc(low / 2), Math.trunc(high / 2), false)
    : chooseParameters(min, max, low, high, false);
}
/** The smallest and the largest value; zeros of nothing. */
function extent(values: ArrayLike<number>, first = 0, count = values.length, step = 1): [number, number] {
  if (count === 0) return [0, 0];
  let [min, max] = [Infinity, -Infinity];
  for (let i = 0, at = first; i < count; i++, at += step) {
    const v = values[at]!;
    if (v < min) min = v;
    if (v > max) max = v;
  }
  return [min, max];
}
operator('_choose_qparams_per_tensor(Tensor input, bool reduce_range = false) -> any', {
  doc: 'Scale and zero point that dynamic quantization chooses for a tensor: [scale, zero_point].',
  on: 'torch',
  forward(t, reduce_range) {
    const { scale, zero_point } = chosenFor(t, 0, 255, reduce_range);
    return [scale, zero_point];
  },
});
operator('quantize_per_channel(Tensor input, Tensor scales, Tensor zero_points, int axis, dtype dtype) -> Tensor', {
  doc: 'As quantize_per_tensor, with a scale and a zero point [channels] for each slice along axis.',
  on: 'torch',
  forward(t, scales, zero_points, axis, dtype) {
    checkQuantizable(t, dtype);
    const channels = t.shape[axis];
    if (channels === undefined) throw new RuntimeError('Channel axis out of range in per channel affine quantization.');
    if (scales.numel() !== zero_points.numel())
      throw new RuntimeError('number of elements in scales and zero_points must match');
    if (scales.numel() !== channels) throw new RuntimeError('length of scales must equal to channel');
    const whole = !zero_points.is_floating_point() || zero_points.dtype !== float32 || scales.dtype !== float32;
    const kept = whole
      ? {
          qscheme: per_channel_affine,
          scales: copyOf(scales.detach(), float64),
          zero_points: copyOf(zero_points.detach(), int64),
          axis,
        }
      : {
          qscheme: per_channel_affine_float_qparams,
          scales: copyOf(scales.detach()),
          zero_points: copyOf(zero_points.detach()),
          axis,
        };
    const [values, factors, zeros] = [valuesOf(t), valuesOf(kept.scales), valuesOf(kept.zero_points)];
    const [low, high] = codeRange(dtype);
    const codes = codeType(dtype).allocate(values.length);
    const inner = innerSize(t.shape, axis);
    const inverses = Array.from(factors, inverse);
    for (let i = 0; i < values.length; i++) {
      const c = Math.floor(i / inner) % channels;
      const scaled = Math.fround(values[i]! * inverses[c]!);
      codes[i] = whole
        ? saturate(zeros[c]! + nearest(scaled), low, high)
        : saturate(nearest(Math.fround(scaled + zeros[c]!)), low, high);
    }
    return fromCodes(codes, t.shape, dtype, kept);
  },
});
operator('_make_per_tensor_quantized_tensor(Tensor input, float scale, int zero_point) -> Tensor', {
  doc: 'A quantized tensor of given codes: uint8, int8 or int32.',
  on: 'torch',
  forward: (t, scale, zero_point) => quantizedOf(t.clone(), quantizedType(t), perTensor(scale, zero_point)),
});
operator('_make_per_channel_quantized_tensor(Tensor input, Tensor scale, Tensor zero_point, int axis) -> Tensor', {
  doc: 'A quantized tensor of given codes with parameters for each slice along axis.',
  on: 'torch',
  forward: (t, scale, zero_point, axis) =>
    quantizedOf(t.clone(), quantizedType(t), {
      qscheme: per_channel_affine,
      scales: copyOf(scale, float64),
      zero_points: copyOf(zero_point, int64),
      axis,
    }),
});
const quantizedBy: Readonly<Record<string, DType>> = { uint8: quint8, int8: qint8, int32: qint32 };
function quantizedType(codes: Tensor): DType {
  const found = quantizedBy[codes.dtype.name];
  if (!found) throw new RuntimeError(`codes must be uint8, int8 or int32, got ${codes.dtype}`);
  return found;
}

operator('dequantize(Tensor input) -> Tensor', {
  doc: 'The float32 values that the codes stand for: scale · (code − zero_point). Of a float tensor itself, in float32.',
  forward: (t) => (isQuantized(t.dtype) ? dequantized(t) : t.to(float32)),
});
operator('int_repr(Tensor input) -> Tensor', {
  doc: 'The codes of a quantized tensor: uint8, int8 or int32.',
  forward(t) {
    quantizerOf(t, 'aten::int_repr');
    return codesOf(t).clone();
  },
});
operator('q_scale(Tensor input) -> float', {
  doc: 'The scale of a tensor that is quantized as a whole.',
  forward: (t) => perTensorOf(t, 'aten::q_scale').scale,
});
operator('q_zero_point(Tensor input) -> int', {
  doc: 'The code of zero, of a tensor that is quantized as a whole.',
  forward: (t) => perTensorOf(t, 'aten::q_zero_point').zero_point,
});
operator('q_per_channel_scales(Tensor input) -> Tensor', {
  doc: 'The scale of each channel.',
  forward: (t) => perChannelOf(t, 'aten::q_per_channel_scales').scales,
});
operator('q_per_channel_zero_points(Tensor input) -> Tensor', {
  doc: 'The code of zero of each channel.',
  forward: (t) => perChannelOf(t, 'aten::q_per_channel_zero_points').zero_points,
});
operator('q_per_channel_axis(Tensor input) -> int', {
  doc: 'The dimension of the channels.',
  forward: (t) => perChannelOf(t, 'aten::q_per_channel_axis').axis,
});
operator('qscheme(Tensor input) -> qscheme', {
  doc: 'How the tensor is quantized: torch.per_tensor_affine or torch.per_channel_affine.',
  on: 'method',
  forward: (t) => quantizerOf(t).qscheme,
});

/** Gradients pass where the value was inside the range, as if nothing had been rounded: the straight-through estimator. */
const straightThrough = operator(
  '_straight_through(Tensor input, Tensor output, Tensor mask, str operation) -> Tensor',
  {
    doc: 'output, whose gradient is that of input where mask is true.',
    on: 'none',
    node: (_, __, ___, operation) => operation,
    forward: (_, output) => output,
    gradients: { input: from('mask', (s) => s.grad.mul(s.mask)) },
  },
);
interface Range {
  readonly low: number;
  readonly high: number;
}
function imitated(
  t: Tensor,
  scales: ArrayLike<number>,
  zeros: ArrayLike<number>,
  inner: number,
  { low, high }: Range,
  operation: string,
): Tensor {
  if (!t.is_floating_point())
    throw new RuntimeError(`"fake_quantize_tensor_cachemask_kernel_type_handling" not implemented for '${titled(t)}'`);
  const values = valuesOf(t);
  const n = values.length;
  const channels = scales.length;
  const output = t.dtype.allocate(n);
  const mask = new Uint8Array(n);
  for (let i = 0; i < n; i++) {
    const c = channels === 1 ? 0 : Math.floor(i / inner) % channels;
    const [scale, zero] = [Math.fround(scales[c]!), zeros[c]!];
    const code = Math.fround(zero + nearest(Math.fround(values[i]! * Math.fround(1 / scale))));
    mask[i] = code >= low && code <= high ? 1 : 0;
    output[i] = t.dtype.keep(Math.fround(saturate(code, low, high) - zero) * scale);
  }
  return straightThrough(t, valuesLike(t, output, t.shape), valuesLike(t, mask, t.shape, bool), operation);
}
function checkRange(low: number, high: number): void {
  if (low > high) throw new RuntimeError('`quant_min` should be less than or equal to `quant_max`.');
}

operator(
  'fake_quantize_per_tensor_affine(Tensor input, Tensor|Scalar scale, Tensor|Scalar zero_point, int quant_min, int quant_max) -> Tensor',
  {
    doc: 'What quantizing and dequantizing does to the values; gradients pass straight through where they are in range.',
    on: 'torch',
    forward(t, scale, zero_point, quant_min, quant_max) {
      checkRange(quant_min, quant_max);
      const zero = single(zero_point);
      if (zero < quant_min || zero > quant_max)
        throw new RuntimeError('`zero_point` must be between `quant_min` and `quant_max`.');
      const range = { low: quant_min, high: quant_max };
      const name = scale instanceof Tensor ? 'TensorQparamsCachemask' : 'Cachemask';
      return imitated(t, [single(scale)], [zero], 1, range, `FakeQuantizePerTensorAffine${name}`);
    },
  },
);
operator(
  'fake_quantize_per_channel_affine(Tensor input, Tensor scale, Tensor zero_point, int axis, int quant_min, int quant_max) -> Tensor',
  {
    doc: 'As fake_quantize_per_tensor_affine, with a scale (float32) and a zero point (int32 or float) for each slice along axis.',
    on: 'torch',
    forward(t, scale, zero_point, axis, quant_min, quant_max) {
      if (scale.dtype !== float32) throw new RuntimeError(`Scale must be Float, found ${titled(scale)}`);
      if (!['int32', 'float32', 'float16'].includes(zero_point.dtype.name))
        throw new RuntimeError(`Zero-point must be Int32, Float or Half, found ${titled(zero_point)}`);
      if (scale.dim() !== 1) throw new RuntimeError('scale should be a 1-D tensor');
      if (zero_point.dim() !== 1) throw new RuntimeError('zero point should be a 1-D tensor');
      if (scale.numel() !== zero_point.numel())
        throw new RuntimeError('scale and zero-point need to have the same dimensions');
      if (axis < 0 || axis > t.shape.length)
        throw new RuntimeError('`axis` must be between 0 and number of dimensions of input');
      if (scale.numel() !== t.shape[axis])
        throw new RuntimeError('dimensions of scale and zero-point are not consistent with input tensor');
      checkRange(quant_min, quant_max);
      const [scales, zeros] = [valuesOf(scale), valuesOf(zero_point)];
      if (zero_point.dtype.name === 'int32')
        for (let c = 0; c < zeros.length; c++)
          if (zeros[c]! < quant_min || zeros[c]! > quant_max)
            throw new RuntimeError('`zero_point` must be between `quant_min` and `quant_max`.');
      const range = { low: quant_min, high: quant_max };
      return imitated(t, scales, zeros, innerSize(t.shape, axis), range, 'FakeQuantizePerChannelAffineCachemask');
    },
  },
);

/** Smallest and largest values: of all, or of each slice along an axis. */
function extents(t: Tensor, axis: number | null): [min: number[], max: number[]] {
  const values = valuesOf(t);
  if (axis === null) {
    const [min, max] = extent(values);
    return [[min], [max]];
  }
  const channels = t.shape[axis] ?? 1;
  const inner = innerSize(t.shape, axis);
  const outer = numelOf(t.shape) / (channels * inner);
  const min = new Array<number>(channels).fill(Infinity);
  const max = new Array<number>(channels).fill(-Infinity);
  for (let o = 0; o < outer; o++)
    for (let c = 0; c < channels; c++) {
      const [low, high] = extent(values, (o * channels + c) * inner, inner);
      min[c] = Math.min(min[c]!, low);
      max[c] = Math.max(max[c]!, high);
    }
  return [min, max];
}
/** New values in a buffer; it grows from one to a value for each channel. */
function replaceValues(buffer: Tensor, values: readonly number[]): void {
  if (buffer.numel() !== values.length) buffer.resize_([values.length]);
  buffer.copy_(fromValues(values.map(buffer.dtype.keep), buffer.shape, buffer.dtype));
}
operator(
  'fused_moving_avg_obs_fake_quant(Tensor input, Tensor observer_on, Tensor fake_quant_on, Tensor running_min, Tensor running_max, Tensor scale, Tensor zero_point, float averaging_const, int quant_min, int quant_max, int ch_axis, bool per_row_fake_quant = false, bool symmetric_quant = false) -> Tensor',
  {
    doc: 'Updates the running range, scale and zero point (in place) where observer_on is 1, then imitates quantization where fake_quant_on is 1.',
    on: 'torch',
    forward(
      t,
      observe,
      fake,
      running_min,
      running_max,
      scale,
      zero_point,
      constant,
      low,
      high,
      ch_axis,
      per_row,
      symmetric,
    ) {
      const axis = per_row ? ch_axis : null;
      if (observe.item() === 1) {
        const [mins, maxs] = extents(t.detach(), axis);
        const [oldMin, oldMax] = [Array.from(valuesOf(running_min)), Array.from(valuesOf(running_max))];
        const unset = oldMin.length !== mins.length || !Number.isFinite(oldMin[0]!) || !Number.isFinite(oldMax[0]!);
        const factor = Math.fround(constant);
        const moved = (old: number[], now: number[]): number[] =>
          unset ? now : now.map((v, c) => Math.fround(old[c]! + Math.fround(factor * Math.fround(v - old[c]!))));
        replaceValues(running_min, moved(oldMin, mins));
        replaceValues(running_max, moved(oldMax, maxs));
      }
      if (fake.item() !== 1) return t;
      const maxs = valuesOf(running_max);
      const chosen = Array.from(valuesOf(running_min), (min, c) =>
        chooseParameters(min, maxs[c]!, low, high, symmetric),
      );
      replaceValues(
        scale,
        chosen.map((q) => q.scale),
      );
      replaceValues(
        zero_point,
        chosen.map((q) => q.zero_point),
      );
      const inner = axis === null ? 1 : innerSize(t.shape, axis);
      return imitated(t, valuesOf(scale), valuesOf(zero_point), inner, { low, high }, 'FusedMovingAvgObsFqHelper');
    },
  },
);
