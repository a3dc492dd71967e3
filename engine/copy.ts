import type { DType } from './dtype.ts';
import { dispatch } from './dispatch.ts';
import { emptyLike, fromValues, type Tensor, valuesOf } from './tensor.ts';

const copying = { expression: 'x', key: 'copy', operands: ['x'], scalarNames: [], scalars: [] };

/** Writes `source`, repeated to fit and converted, into `target`'s memory, also from another device. Autograd and version are the caller's affair. */
export function copyInto(target: Tensor, source: Tensor): void {
  const { device } = target.storage;
  if (source.storage.device !== device) {
    // Converted first: a GPU holds no float64.
    const here = source.dtype === target.dtype ? source : copyOf(source, target.dtype);
    return copyInto(target, fromValues(valuesOf(here), here.shape, here.dtype, device));
  }
  dispatch('pointwise', [target, source], { ...copying, compute: source.dtype });
}

/** The same values in new contiguous memory. */
export function copyOf(source: Tensor, dtype: DType = source.dtype): Tensor {
  const result = emptyLike(source, source.shape, dtype);
  copyInto(result, source);
  return result;
}
