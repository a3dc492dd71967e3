import { copyInto } from '../copy.ts';
import type { Data, DType } from '../dtype.ts';
import { checkInPlace, checkMemory } from '../autograd/inplace.ts';
import { contiguousNow, fromValues, numelOf, type Tensor } from '../tensor.ts';
import { default_generator, Generator } from './generator.ts';

export function generatorOf(given: object | null | undefined): Generator {
  if (given == null) return default_generator;
  if (!(given instanceof Generator)) throw new TypeError('generator must be a torch.Generator');
  return given;
}

/** Overwrites a tensor's elements, in row-major order, with what the fill draws. Autograd sees an overwrite. */
export function drawInto(
  t: Tensor,
  generator: object | null | undefined,
  fill: (data: Data, dtype: DType, generator: Generator) => void,
): Tensor {
  checkMemory(t, []);
  checkInPlace(t);
  const source = generatorOf(generator);
  const n = numelOf(t.shape);
  const { buffer, device } = t.storage;
  if (device.name === 'cpu' && contiguousNow(t) && t.grad_fn === null)
    fill((buffer as Data).subarray(t.offset, t.offset + n), t.dtype, source);
  else {
    const data = t.dtype.allocate(n);
    fill(data, t.dtype, source);
    const drawn = fromValues(data, t.shape, t.dtype, device);
    if (t.grad_fn !== null) return t.copy_(drawn);
    copyInto(t, drawn);
  }
  t.storage.version++;
  return t;
}
