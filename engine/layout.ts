// The order in which memory is walked: PyTorch's TensorIterator sorts dimensions by stride before it visits elements.
import type { DType } from './dtype.ts';
import { contiguousStrides, empty, numelOf, sameShape, Tensor } from './tensor.ts';

interface Strided {
  readonly shape: readonly number[];
  readonly strides: readonly number[];
}

/** Dimensions from the slowest to the fastest in memory; those of stride 0 stay where they are. */
export function memoryOrder({ shape, strides }: Strided): number[] {
  const order = shape.map((_, d) => d);
  const goesLater = (a: number, b: number): number => {
    const [strideA = 0, strideB = 0, sizeA = 0, sizeB = 0] = [strides[a], strides[b], shape[a], shape[b]];
    if (strideA === 0 || strideB === 0) return 0;
    return strideA - strideB || Number(sizeA > sizeB);
  };
  // An insertion sort from the fastest end: comparisons with a stride of 0 decide nothing, so no other sort does the same.
  for (let i = order.length - 2; i >= 0; i--) {
    for (let at = i, next = i + 1; next < order.length; next++) {
      const comparison = goesLater(order[next] ?? 0, order[at] ?? 0);
      if (comparison < 0) break;
      if (comparison === 0) continue;
      [order[at], order[next]] = [order[next] ?? 0, order[at] ?? 0];
      at = next;
    }
  }
  return order;
}

/** Strides without gaps or overlaps that keep the order of `t`'s dimensions in memory: `torch.preserve_format`. */
export function denseStrides(t: Strided): number[] {
  const order = memoryOrder(t);
  const packed = contiguousStrides(order.map((d) => t.shape[d] ?? 1));
  const strides = new Array<number>(order.length);
  order.forEach((d, k) => {
    strides[d] = packed[k] ?? 1;
  });
  return strides;
}

/** The same memory, its dimensions sorted from the slowest to the fastest. */
export function inMemoryOrder(t: Tensor): Tensor {
  const order = memoryOrder(t);
  const sorted = (of: readonly number[]): number[] => order.map((d) => of[d] ?? 0);
  return new Tensor(t.storage, sorted(t.shape), sorted(t.strides), t.offset);
}

/** Zeros in the shape and the layout of `t`. */
export function emptyLayoutOf(t: Tensor, dtype: DType = t.dtype, device = t.storage.device): Tensor {
  const made = empty(t.shape, dtype, device);
  const strides = denseStrides(t);
  return sameShape(strides, made.strides) || numelOf(t.shape) === 0
    ? made
    : new Tensor(made.storage, t.shape, strides, 0);
}
