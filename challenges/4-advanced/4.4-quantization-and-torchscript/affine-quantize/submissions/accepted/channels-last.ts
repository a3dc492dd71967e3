import torch, { type Tensor } from 'torch';

export type QDtype = 'quint8' | 'qint8';
export interface QParams {
  scale: Tensor;
  zero_point: Tensor;
}

const codes = (dtype: QDtype) => (dtype === 'quint8' ? torch.iinfo(torch.uint8) : torch.iinfo(torch.int8));

// The axis goes last, where a vector of channels broadcasts by itself, and back again.
const last = (t: Tensor, axis: number | null): Tensor => (axis === null ? t : t.movedim(axis, -1));
const back = (t: Tensor, axis: number | null): Tensor => (axis === null ? t : t.movedim(-1, axis));

export function choose_qparams(x: Tensor, dtype: QDtype, axis: number | null = null): QParams {
  const { min: qmin } = codes(dtype);
  const moved = last(x, axis);
  const flat = axis === null ? moved.flatten() : moved.reshape(-1, moved.size(-1));
  const zero = torch.zeros([]);
  const least = torch.minimum(flat.amin(0), zero);
  const most = torch.maximum(flat.amax(0), zero);
  const scale = torch.maximum(most.sub(least).mul(1 / 255), torch.full([], torch.finfo(torch.float32).eps));
  const zero_point = torch.round(least.div(scale)).mul(-1).add(qmin).int();
  return { scale, zero_point };
}

export function quantize(x: Tensor, qparams: QParams, dtype: QDtype, axis: number | null = null): Tensor {
  const { min, max } = codes(dtype);
  const steps = torch.round(last(x, axis).mul(qparams.scale.reciprocal()));
  // clamped before the zero point is added, to bounds that are moved by it
  const lowest = qparams.zero_point.neg().add(min);
  const highest = qparams.zero_point.neg().add(max);
  const kept = torch.minimum(torch.maximum(steps, lowest.float()), highest.float());
  const result = kept.add(qparams.zero_point).to(dtype === 'quint8' ? torch.uint8 : torch.int8);
  return back(result, axis).contiguous();
}

export function dequantize(q: Tensor, { scale, zero_point }: QParams, axis: number | null = null): Tensor {
  return back(last(q, axis).float().sub(zero_point).mul(scale), axis);
}
