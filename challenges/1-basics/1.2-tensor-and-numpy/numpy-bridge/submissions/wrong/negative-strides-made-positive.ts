// mistake: negative-strides-made-positive
// en: A negative stride is made positive instead of refused.
// zh: 没有拒绝负的步幅，而是把它变成了正的。
// fails: refuses-strides
import torch, { type DType, type Tensor } from 'torch';

export interface NDArray {
  data: Float32Array | Float64Array | Int32Array | Uint8Array;
  shape: number[];
  strides: number[]; // bytes
  offset: number; // bytes
}

export function from_numpy({ data, shape, strides, offset }: NDArray): Tensor {
  const size = data.BYTES_PER_ELEMENT;
  const steps = strides.map((bytes) => Math.abs(bytes) / size);
  if (!steps.every(Number.isInteger)) throw new Error('a stride is no multiple of the element size');
  return torch.from_numpy(data).as_strided(shape, steps, offset / size);
}

export function as_tensor(array: NDArray, dtype?: DType): Tensor {
  const shared = from_numpy(array);
  return dtype ? shared.to(dtype) : shared; // the tensor itself where nothing is to be converted
}

export function numpy(t: Tensor, { force = false }: { force?: boolean } = {}): NDArray {
  if (t.requires_grad && !force) throw new Error('the array would have no history: use t.detach()');
  const steps = t.stride();
  // From the first element to the last: one flat view, contiguous whatever t is.
  const span = t.numel() === 0 ? 0 : t.shape.reduce((end, size, d) => end + (size - 1) * (steps[d] ?? 0), 1);
  const data = t.detach().as_strided([span], [1]).numpy();
  return { data, shape: [...t.shape], strides: steps.map((step) => step * data.BYTES_PER_ELEMENT), offset: 0 };
}

export function standardize_(array: NDArray): void {
  const x = from_numpy(array);
  x.sub_(x.mean(0)).div_(x.std(0, { correction: 0 })); // NumPy's std divides by n, PyTorch's by n − 1
}
