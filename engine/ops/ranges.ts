// The numbers of arange, linspace and logspace as PyTorch's CPU kernels make them, last bit included. They walk in vectors
// of 32 bytes, two at a time: within a vector each value is its first one (rounded to the dtype) plus a multiple of the
// step, the rest is computed one by one. Processors fuse product and sum; kernels built for AVX2 do.
import { bfloat16, type DType, float16, float32, float64 } from '../dtype.ts';
import { fma32, fma64 } from '../random/float.ts';

type Fused = (a: number, b: number, c: number) => number;
const half = (dtype: DType): boolean => dtype === float16 || dtype === bfloat16;
/** a · b + c in the precision that the kernel's own type has. */
const fusedIn = ({ keep }: DType, own: DType): Fused =>
  half(own) ? (a, b, c) => keep(keep(a * b) + c) : own === float32 ? fma32 : fma64;

/** `at(i)` alone for the elements that fill no pair of vectors; `from(first, k)` for the k-th of a vector. */
function vectored(
  n: number,
  dtype: DType,
  at: (i: number) => number,
  from: (first: number, k: number) => number,
): Float64Array {
  const width = 32 / dtype.itemsize;
  const whole = n - (n % (2 * width));
  const values = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const k = i % width;
    values[i] = dtype.keep(i >= whole || k === 0 ? at(i) : from(values[i - k] as number, k));
  }
  return values;
}

export function arangeValues(n: number, start: number, step: number, dtype: DType): Float64Array {
  // float32 is computed in double, then rounded; float16 and bfloat16 in float32.
  const at = (i: number): number => fma64(step, i, start);
  if (half(dtype)) return Float64Array.from({ length: n }, (_, i) => dtype.keep(start + i * step));
  return vectored(n, dtype, at, (first, k) => fma64(k, step, first));
}

export function linspaceValues(start: number, end: number, steps: number, dtype: DType): Float64Array {
  if (steps === 1) return Float64Array.of(dtype.keep(start));
  const [low, high] = [dtype.keep(start), dtype.keep(end)];
  const own = dtype.is_floating_point ? dtype : float64; // integers walk in double
  const { keep } = own;
  const step = keep(keep(high - low) / (steps - 1));
  const fused = fusedIn(own, own);
  const at = (i: number): number =>
    i < Math.floor(steps / 2) ? fused(step, keep(i), low) : fused(-step, keep(steps - i - 1), high);
  return vectored(steps, dtype, at, (first, k) => own.keep(first + own.keep(k * step)));
}

export function logspaceValues(start: number, end: number, steps: number, base: number, dtype: DType): Float64Array {
  const whole = dtype.is_floating_point ? (x: number): number => x : Math.trunc; // integers' exponents are integers
  if (steps === 1) return Float64Array.of(dtype.keep(base ** whole(start)));
  // bfloat16 and float16 have their exponents in float32.
  const { keep } = half(dtype) ? float32 : dtype.is_floating_point ? dtype : float64;
  const [low, high] = [keep(whole(start)), keep(whole(end))];
  const step = keep(keep(high - low) / keep(steps - 1));
  return Float64Array.from({ length: steps }, (_, i) => {
    const exponent =
      i < Math.floor(steps / 2) ? keep(low + keep(step * keep(i))) : keep(high - keep(step * keep(steps - i - 1)));
    return dtype.keep(base ** exponent);
  });
}
