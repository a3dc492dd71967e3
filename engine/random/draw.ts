import { copyInto } from '../copy.ts';
import type { Data, DType } from '../dtype.ts';
import { checkInPlace, checkMemory } from '../autograd/inplace.ts';
import { emptyLayoutOf, inMemoryOrder } from '../layout.ts';
import { contiguousNow, fromValues, numelOf, type Tensor } from '../tensor.ts';
import { default_generator, Generator } from './generator.ts';

/** Draws the elements of a whole array. `contiguous` says whether the tensor they are for is row-major without gaps. */
export type Fill = (data: Data, dtype: DType, generator: Generator, contiguous: boolean) => void;

export function generatorOf(given: object | null | undefined): Generator {
  if (given == null) return default_generator;
  if (!(given instanceof Generator)) throw new TypeError('generator must be a torch.Generator');
  return given;
}

/** Overwrites a tensor's elements with what the fill draws, in the order of its memory. Autograd is the caller's affair. */
export function drawMemory(t: Tensor, generator: object | null | undefined, fill: Fill): Tensor {
  const source = generatorOf(generator);
  const contiguous = contiguousNow(t);
  const sorted = contiguous ? t : inMemoryOrder(t);
  const n = numelOf(t.shape);
  const { buffer, device } = t.storage;
  if (device.name === 'cpu' && (contiguous || contiguousNow(sorted))) {
    const data = buffer as Data;
    // A window costs as much as ten draws.
    fill(n === data.length ? data : data.subarray(t.offset, t.offset + n), t.dtype, source, contiguous);
  } else {
    const data = t.dtype.allocate(n);
    fill(data, t.dtype, source, contiguous);
    copyInto(sorted, fromValues(data, sorted.shape, t.dtype, device));
  }
  return t;
}

/** `drawMemory` as a change in place: refused where autograd forbids it, seen by autograd as an overwrite. */
export function drawInto(t: Tensor, generator: object | null | undefined, fill: Fill): Tensor {
  checkMemory(t, []);
  checkInPlace(t);
  if (t.grad_fn !== null) return t.copy_(drawMemory(emptyLayoutOf(t), generator, fill));
  drawMemory(t, generator, fill);
  t.storage.version++;
  return t;
}
