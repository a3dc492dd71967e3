import { bool, type DType, get_default_dtype, int64, promoteTypes } from './dtype.ts';
import { RuntimeError } from './device/device.ts';
import { Tensor } from './tensor.ts';

/** PyTorch's result type: dimensioned tensors decide; 0-dim ones and numbers only where their category is higher. */
export function resultType(values: readonly unknown[]): DType {
  let dimensioned: DType | null = null;
  let single: DType | null = null;
  let number: DType | null = null;
  for (let i = 0; i < values.length; i++) {
    const v = values[i];
    if (v instanceof Tensor) {
      const d = v.dtype;
      if (v.shape.length > 0)
        dimensioned = dimensioned === null || dimensioned === d ? d : promoteTypes(dimensioned, d);
      else single = single === null || single === d ? d : promoteTypes(single, d);
    } else if (typeof v === 'number' || typeof v === 'boolean') {
      const d = typeof v === 'boolean' ? bool : Number.isInteger(v) ? int64 : get_default_dtype();
      number = number === null ? d : promoteTypes(number, d);
    }
  }
  const wins = (a: DType | null, b: DType | null): DType | null =>
    a === null ? b : b === null || b.category <= a.category ? a : b;
  return wins(wins(dimensioned, single), number) ?? get_default_dtype();
}

export const floating = (d: DType): DType => (d.category === 2 ? d : get_default_dtype());

export function broadcastShape(a: readonly number[], b: readonly number[]): readonly number[] {
  if (a.length === b.length) {
    let d = 0;
    while (d < a.length && a[d] === b[d]) d++;
    if (d === a.length) return a;
  }
  const rank = Math.max(a.length, b.length);
  const shape = new Array<number>(rank);
  for (let d = 0; d < rank; d++) {
    const x = a[d - rank + a.length] ?? 1;
    const y = b[d - rank + b.length] ?? 1;
    if (x !== y && x !== 1 && y !== 1)
      throw new RuntimeError(
        `The size of tensor a (${x}) must match the size of tensor b (${y}) at non-singleton dimension ${d}`,
      );
    shape[d] = x === 1 ? y : x;
  }
  return shape;
}
