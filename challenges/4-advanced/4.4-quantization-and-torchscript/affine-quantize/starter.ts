import torch, { type Tensor } from 'torch';

export type QDtype = 'quint8' | 'qint8';

export interface QParams {
  scale: Tensor;
  zero_point: Tensor;
}

export function choose_qparams(x: Tensor, dtype: QDtype, axis: number | null = null): QParams {
  throw new Error('choose_qparams is not written yet');
}

export function quantize(x: Tensor, { scale, zero_point }: QParams, dtype: QDtype, axis: number | null = null): Tensor {
  throw new Error('quantize is not written yet');
}

export function dequantize(q: Tensor, { scale, zero_point }: QParams, axis: number | null = null): Tensor {
  throw new Error('dequantize is not written yet');
}
