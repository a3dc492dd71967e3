import torch, { type DType, type Tensor } from 'torch';

export interface NDArray {
  data: Float32Array | Float64Array | Int32Array | Uint8Array;
  shape: number[];
  strides: number[]; // bytes
  offset: number; // bytes
}

export function from_numpy(array: NDArray): Tensor {
  throw new Error('from_numpy is not written yet');
}

export function as_tensor(array: NDArray, dtype?: DType): Tensor {
  throw new Error('as_tensor is not written yet');
}

export function numpy(t: Tensor, { force = false }: { force?: boolean } = {}): NDArray {
  throw new Error('numpy is not written yet');
}

export function standardize_(array: NDArray): void {
  throw new Error('standardize_ is not written yet');
}
