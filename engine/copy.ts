import type { DType } from './dtype.ts';
import { dispatch } from './dispatch.ts';
import { emptyLike, type Tensor } from './tensor.ts';

const copying = { expression: 'x', key: 'copy', operands: ['x'], scalarNames: [], scalars: [] };

/** Writes `source`, repeated to fit and converted, into `target`'s memory. Autograd and version are the caller's affair. */
export function copyInto(target: Tensor, source: Tensor): void {
  dispatch('pointwise', [target, source], { ...copying, compute: source.dtype });
}

/** The same values in new contiguous memory. */
export function copyOf(source: Tensor, dtype: DType = source.dtype): Tensor {
  const result = emptyLike(source, source.shape, dtype);
  copyInto(result, source);
  return result;
}
