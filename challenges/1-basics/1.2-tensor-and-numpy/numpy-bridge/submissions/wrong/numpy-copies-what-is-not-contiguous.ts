// mistake: numpy-copies-what-is-not-contiguous
// en: numpy makes a contiguous copy of a view first, so memory is shared only by luck.
// zh: numpy 先为视图做一份连续的副本，是否共享内存全看运气。
// fails: shares-with-the-array, guards-gradients
import torch, { type DType, type Tensor } from 'torch';

export interface NDArray {
  data: Float32Array | Float64Array | Int32Array | Uint8Array;
  shape: number[];
  strides: number[]; // bytes
  offset: number; // bytes
}

export function from_numpy({ data, shape, strides, offset }: NDArray): Tensor {
  const size = data.BYTES_PER_ELEMENT;
  const steps = strides.map((bytes) => bytes / size);
  if (steps.some((step) => step < 0)) throw new Error('tensors have no negative strides: copy the array first');
  if (!steps.every(Number.isInteger)) throw new Error('a stride is no multiple of the element size');
  return torch.from_numpy(data).as_strided(shape, steps, offset / size);
}

export function as_tensor(array: NDArray, dtype?: DType): Tensor {
  const shared = from_numpy(array);
  return dtype ? shared.to(dtype) : shared; // the tensor itself where nothing is to be converted
}

export function numpy(t: Tensor, { force = false }: { force?: boolean } = {}): NDArray {
  if (t.requires_grad && !force) throw new Error('the array would have no history: use t.detach()');
  const whole = t.detach().contiguous();
  const steps = whole.stride();
  const data = whole.flatten().numpy();
  return { data, shape: [...t.shape], strides: steps.map((step) => step * data.BYTES_PER_ELEMENT), offset: 0 };
}

export function standardize_(array: NDArray): void {
  const x = from_numpy(array);
  x.sub_(x.mean(0)).div_(x.std(0, { correction: 0 })); // NumPy's std divides by n, PyTorch's by n − 1
}
