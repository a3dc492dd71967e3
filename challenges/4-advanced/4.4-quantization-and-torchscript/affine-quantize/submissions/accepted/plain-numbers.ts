import torch, { type Tensor } from 'torch';

export type QDtype = 'quint8' | 'qint8';
export type QParams = { scale: Tensor; zero_point: Tensor };

const first = { quint8: 0, qint8: -128 };

// Everything in plain numbers, one element after the other.
function even(x: number): number {
  const below = Math.floor(x);
  const rest = x - below;
  if (rest < 0.5) return below;
  if (rest > 0.5) return below + 1;
  return below % 2 === 0 ? below : below + 1;
}

const numbers = (t: Tensor): number[] => t.reshape(-1).tolist().map(Number);

/** The channel of each element in the order of memory. */
function channels(shape: readonly number[], axis: number | null): number[] {
  const inner = axis === null ? 1 : shape.slice(axis + 1).reduce((a, b) => a * b, 1);
  const size = axis === null ? 1 : (shape[axis] ?? 1);
  const total = shape.reduce((a, b) => a * b, 1);
  return Array.from({ length: total }, (_, i) => Math.floor(i / inner) % size);
}

export function choose_qparams(x: Tensor, dtype: QDtype, axis: number | null = null): QParams {
  const count = axis === null ? 1 : x.size(axis);
  const low: number[] = Array(count).fill(0);
  const high: number[] = Array(count).fill(0);
  const where = channels(x.shape, axis);
  for (const [i, value] of numbers(x).entries()) {
    const c = where[i] ?? 0;
    low[c] = Math.min(low[c] ?? 0, value);
    high[c] = Math.max(high[c] ?? 0, value);
  }
  const scales = low.map((least, c) => Math.max(((high[c] ?? 0) - least) / 255, 2 ** -23));
  const points = low.map((least, c) => first[dtype] - even(least / (scales[c] ?? 1)));
  const shape = axis === null ? [] : [count];
  return {
    scale: torch.tensor(scales).float().reshape(shape),
    zero_point: torch.tensor(points).to(torch.int32).reshape(shape),
  };
}

export function quantize(x: Tensor, qparams: QParams, dtype: QDtype, axis: number | null = null): Tensor {
  const [scales, points] = [numbers(qparams.scale), numbers(qparams.zero_point)];
  const where = channels(x.shape, axis);
  const codes = numbers(x).map((value, i) => {
    const c = where[i] ?? 0;
    const code = even(value / (scales[c] ?? 1)) + (points[c] ?? 0);
    return Math.max(first[dtype], Math.min(first[dtype] + 255, code));
  });
  return torch
    .tensor(codes)
    .reshape([...x.shape])
    .to(dtype === 'quint8' ? torch.uint8 : torch.int8);
}

export function dequantize(q: Tensor, qparams: QParams, axis: number | null = null): Tensor {
  const [scales, points] = [numbers(qparams.scale), numbers(qparams.zero_point)];
  const where = channels(q.shape, axis);
  const values = numbers(q).map((code, i) => (scales[where[i] ?? 0] ?? 1) * (code - (points[where[i] ?? 0] ?? 0)));
  return torch
    .tensor(values)
    .float()
    .reshape([...q.shape]);
}
