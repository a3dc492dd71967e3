import torch, { type DType, type Tensor } from 'torch';

type TypedArray = Float32Array | Float64Array | Int32Array | Uint8Array;
export interface NDArray {
  data: TypedArray;
  shape: number[];
  strides: number[];
  offset: number;
}

function inElements(array: NDArray): { strides: number[]; offset: number } {
  const width = array.data.BYTES_PER_ELEMENT;
  const strides: number[] = [];
  for (const bytes of array.strides) {
    if (bytes < 0) throw new RangeError(`At least one stride is negative: ${array.strides}`);
    if (bytes % width !== 0) throw new RangeError(`${bytes} bytes are no whole number of elements`);
    strides.push(bytes / width);
  }
  return { strides, offset: array.offset / width };
}

export const from_numpy = (array: NDArray): Tensor => {
  const { strides, offset } = inElements(array);
  return torch.as_strided(torch.from_numpy(array.data), array.shape, strides, offset);
};

export const as_tensor = (array: NDArray, dtype?: DType): Tensor => {
  const t = from_numpy(array);
  if (dtype === undefined || dtype === t.dtype) return t;
  return torch.empty(t.shape, { dtype }).copy_(t);
};

// All of the memory that the tensor looks at from the left end, with the tensor's own offset into it.
export const numpy = (t: Tensor, options: { force?: boolean } = {}): NDArray => {
  if (t.requires_grad) {
    if (options.force !== true) throw new Error("Can't call numpy() on Tensor that requires grad");
    t = t.detach();
  }
  let last = t.storage_offset();
  for (let d = 0; d < t.dim(); d++) last += (t.size(d) - 1) * t.stride(d);
  const length = t.numel() === 0 ? t.storage_offset() : last + 1;
  const data: TypedArray = torch.as_strided(t, [length], [1], 0).numpy();
  const width = data.BYTES_PER_ELEMENT;
  return {
    data,
    shape: Array.from(t.shape),
    strides: t.stride().map((s) => s * width),
    offset: t.storage_offset() * width,
  };
};

export function standardize_(array: NDArray): void {
  const x = from_numpy(array);
  const mean = x.mean(0, true);
  const std = x.sub(mean).pow(2).mean(0, true).sqrt();
  x.copy_(x.sub(mean).div(std));
}
