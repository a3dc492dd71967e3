// mistake: range-without-zero
// en: The range goes from the least to the greatest value, even where 0 is not between them.
// zh: 范围只从最小值到最大值，即使 0 不在其中。
// fails: keeps-zero-exact, works-per-channel
import torch, { type Tensor } from 'torch';

export type QDtype = 'quint8' | 'qint8';

export interface QParams {
  scale: Tensor;
  zero_point: Tensor;
}

const ranges = {
  quint8: { low: 0, high: 255, stored: torch.uint8 },
  qint8: { low: -128, high: 127, stored: torch.int8 },
};
const eps = 2 ** -23;

export function choose_qparams(x: Tensor, dtype: QDtype, axis: number | null = null): QParams {
  const { low, high } = ranges[dtype];
  const values = axis === null ? x.reshape(-1) : x.movedim(axis, 0).reshape(x.size(axis), -1);
  // 0 belongs to the range, so that a step falls on it
  const min = values.amin(-1);
  const max = values.amax(-1);
  const scale = max
    .sub(min)
    .div(high - low)
    .clamp({ min: eps });
  const zero_point = min.div(scale).round().neg().add(low).clamp(low, high).to(torch.int32);
  return { scale, zero_point };
}

export function quantize(x: Tensor, { scale, zero_point }: QParams, dtype: QDtype, axis: number | null = null): Tensor {
  const { low, high, stored } = ranges[dtype];
  const steps = x.div(along(scale, axis, x.dim())).round();
  return steps
    .add(along(zero_point, axis, x.dim()))
    .clamp(low, high)
    .to(stored);
}

export function dequantize(q: Tensor, { scale, zero_point }: QParams, axis: number | null = null): Tensor {
  // subtracted as int32: in uint8, 3 − 5 would be 254
  return q
    .to(torch.int32)
    .sub(along(zero_point, axis, q.dim()))
    .mul(along(scale, axis, q.dim()));
}

/** One value for each channel, to be broadcast against a tensor of so many dimensions. */
function along(values: Tensor, axis: number | null, dims: number): Tensor {
  return axis === null ? values : values.reshape(Array.from({ length: dims }, (_, d) => (d === axis ? -1 : 1)));
}
