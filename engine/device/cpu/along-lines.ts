import type { Operand } from '../device.ts';
import { dataOf, isContiguous } from './pointwise.ts';
import { type Kernels, prepareKernels } from './wasm.ts';

/** Elements from which lines are worth copying to WebAssembly. */
const elementsMin = 512;

/**
 * Runs a kernel over lines that lie one after another in the same order in both; false where they do not, or are few.
 * `n` elements make a line.
 */
export function alongLines(
  out: Operand,
  x: Operand,
  n: number,
  run: (k: Kernels, z: number, x: number, lines: number) => void,
): boolean {
  const total = x.shape.reduce((a, b) => a * b, 1);
  if (total < elementsMin || out.dtype.name !== 'float32' || x.dtype.name !== 'float32') return false;
  if (!isContiguous(x.shape, x.strides) || !isContiguous(out.shape, out.strides)) return false;
  const k = prepareKernels();
  if (!k) return false;
  const first = k.start / 4;
  const linesMax = Math.floor((k.f32.length - first - 16) / 2 / n) - 1;
  if (linesMax < 1) return false;
  const [data, target] = [dataOf(x), dataOf(out)];
  for (let done = 0; done < total; done += linesMax * n) {
    const length = Math.min(total - done, linesMax * n);
    const result = first + ((length + 7) & ~3);
    k.f32.set(data.subarray(x.offset + done, x.offset + done + length), first);
    run(k, result * 4, first * 4, length / n);
    target.set(k.f32.subarray(result, result + length), out.offset + done);
  }
  return true;
}
