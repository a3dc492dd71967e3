import type { Operand } from '../device.ts';
import { dataOf, isContiguous } from './pointwise.ts';
import { type Kernels, prepareKernels } from './wasm.ts';

/**
 * Elements from which lines are copied to WebAssembly. It is faster from 16 on, but plain JavaScript computes softmax in
 * double: from 16 on in float32 a golden run (CNN, AdamW) ended at a loss 4e-3 from PyTorch's, which now agrees to 1e-3.
 */
const elementsMin = 128;

/**
 * Runs a kernel over lines that lie one after another in the same order in all operands; false where they do not, or are few.
 * `n` elements make a line; `places` are the operands' addresses, the result's first.
 */
export function alongLines(
  operands: readonly Operand[],
  n: number,
  run: (k: Kernels, places: readonly number[], lines: number) => void,
): boolean {
  const out = operands[0]!;
  let total = 1;
  for (const size of out.shape) total *= size;
  if (total < elementsMin) return false;
  for (const x of operands) if (x.dtype.name !== 'float32' || !isContiguous(x.shape, x.strides)) return false;
  const k = prepareKernels();
  if (!k) return false;
  const first = k.start / 4;
  // Kernels may read a vector beyond the last line.
  const room = Math.floor((k.f32.length - first) / operands.length) - 8;
  const linesMax = Math.floor(room / n);
  if (linesMax < 1) return false;
  const length = Math.min(total, linesMax * n);
  const places = operands.map((_, i) => (first + i * ((length + 7) & ~3)) * 4);
  for (let done = 0; done < total; done += length) {
    const count = Math.min(total - done, length);
    for (let i = 1; i < operands.length; i++) {
      const x = operands[i]!;
      const data = dataOf(x);
      const from = x.offset + done;
      k.f32.set(count === data.length ? data : data.subarray(from, from + count), places[i]! / 4);
    }
    run(k, places, count / n);
    const result = places[0]! / 4;
    dataOf(out).set(k.f32.subarray(result, result + count), out.offset + done);
  }
  return true;
}
