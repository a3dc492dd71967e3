import torch, { type DType, type Tensor } from 'torch';

export interface NDArray {
  data: Float32Array | Float64Array | Int32Array | Uint8Array;
  shape: number[];
  strides: number[];
  offset: number;
}

const sizeOf = (array: NDArray) => array.data.BYTES_PER_ELEMENT;

// The offset goes into the typed array, so the tensor begins at its first element.
export function from_numpy(array: NDArray): Tensor {
  const size = sizeOf(array);
  if (array.strides.some((stride) => stride < 0 || stride % size > 0)) throw new TypeError('unsupported strides');
  const rest = array.data.subarray(array.offset / size);
  return torch.from_numpy(rest).as_strided(
    array.shape,
    array.strides.map((stride) => stride / size),
    0,
  );
}

export function as_tensor(array: NDArray, dtype: DType | null = null): Tensor {
  return from_numpy(array).to(dtype ?? from_numpy(array).dtype);
}

export function numpy(t: Tensor, options?: { force?: boolean }): NDArray {
  if (!options?.force && t.requires_grad) throw new Error('detach first');
  return torch.no_grad(() => {
    const plain = t.data;
    const strides = plain.stride();
    const reach = plain.shape.map((size, d) => (size - 1) * (strides[d] ?? 0)).reduce((a, b) => a + b, 1);
    const data = plain.as_strided([plain.numel() > 0 ? reach : 0], [1]).numpy();
    return { data, shape: [...plain.shape], strides: strides.map((s) => s * data.BYTES_PER_ELEMENT), offset: 0 };
  });
}

export function standardize_({ data, shape: [n = 0, m = 0], strides: [down = 0, right = 0], offset }: NDArray): void {
  const size = data.BYTES_PER_ELEMENT;
  for (let column = 0; column < m; column++) {
    const places = Array.from({ length: n }, (_, row) => (offset + row * down + column * right) / size);
    const values = places.map((at) => data[at] ?? 0);
    const mean = values.reduce((a, b) => a + b, 0) / n;
    const std = Math.hypot(...values.map((x) => x - mean)) / Math.sqrt(n);
    for (const at of places) data[at] = ((data[at] ?? 0) - mean) / std;
  }
}
