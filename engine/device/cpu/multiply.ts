// Matrix products in WebAssembly: operands copied in as they lie, strides and all, products that do not fit cut in halves.
import type { Data } from '../../dtype.ts';
import type { Operand } from '../device.ts';
import { dataOf } from './pointwise.ts';
import type { Kernels } from './wasm.ts';

/** Element (i, j) lies at data[at + i · down + j · across]. */
interface Matrix {
  readonly data: Data;
  readonly at: number;
  readonly down: number;
  readonly across: number;
}

/** Below, calling costs more than computing (measured: from 4×4 matrices on WebAssembly is not slower). */
const multiplicationsMin = 64;

export function worthWasm([out, a, b]: readonly Operand[]): boolean {
  return out!.dtype.category === 2 && a!.shape[0]! * a!.shape[1]! * a!.shape[2]! * b!.shape[2]! >= multiplicationsMin;
}

const align = (elements: number): number => (elements + 3) & ~3;
let placedDown = 0;
let placedAcross = 0;

/** Copies a matrix to view[to…]: its stretch of memory in one go where it has no gaps, else row after row. */
function place(view: Data, to: number, x: Matrix, rows: number, columns: number): void {
  const { data, at, down, across } = x;
  const stretch = (rows - 1) * down + (columns - 1) * across + 1;
  if (stretch <= rows * columns) {
    copyIn(view, to, data, at, stretch);
    placedDown = down;
    placedAcross = across;
    return;
  }
  for (let i = 0; i < rows; i++, to += columns) {
    if (across === 1 && columns > 32) copyIn(view, to, data, at + i * down, columns);
    else for (let j = 0, s = at + i * down; j < columns; j++, s += across) view[to + j] = data[s]!;
  }
  placedDown = columns;
  placedAcross = 1;
}

function copyIn(view: Data, to: number, data: Data, at: number, length: number): void {
  // Making a subarray costs as much as copying 64 elements.
  if (length === data.length) view.set(data, to);
  else if (length < 64) for (let i = 0; i < length; i++) view[to + i] = data[at + i]!;
  else view.set(data.subarray(at, at + length), to);
}

function copyOut(view: Data, from: number, operand: Operand, at: number, length: number): void {
  const data = dataOf(operand);
  if (operand.dtype.itemsize < 4) {
    const { keep } = operand.dtype;
    for (let i = 0; i < length; i++) data[at + i] = keep(view[from + i]!);
  } else if (length < 64) for (let i = 0; i < length; i++) data[at + i] = view[from + i]!;
  else data.set(view.subarray(from, from + length), at);
}

export function multiplyBatches(
  kernels: Kernels,
  operands: readonly Operand[],
  { alpha, beta }: { alpha: number; beta: number },
): void {
  const [out, a, b, given] = operands as [Operand, Operand, Operand, Operand?];
  const bias = beta === 0 ? undefined : given;
  const [batches, m, k] = a.shape as [number, number, number];
  const n = b.shape[2]!;
  if (batches > 1 && !bias && multiplyTogether(kernels, out, a, b, alpha)) return;
  for (let batch = 0; batch < batches; batch++) {
    const matrix = (x: Operand): Matrix => ({
      data: dataOf(x),
      at: x.offset + batch * x.strides[0]!,
      down: x.strides[1]!,
      across: x.strides[2]!,
    });
    multiply(kernels, m, n, k, matrix(a), matrix(b), out, out.offset + batch * m * n, n, {
      alpha,
      beta,
      bias: bias ? matrix(bias) : null,
    });
  }
}

/** Batches of small matrices that lie without gaps: one copy in, one copy out. */
function multiplyTogether(kernels: Kernels, out: Operand, a: Operand, b: Operand, alpha: number): boolean {
  const [batches, m, k] = a.shape as [number, number, number];
  const n = b.shape[2]!;
  const wide = out.dtype.name === 'float64';
  const view = wide ? kernels.f64 : kernels.f32;
  const size = wide ? 8 : 4;
  const [sa, sb] = [stretchOf(a), stretchOf(b)];
  const first = kernels.start / size;
  if (sa > batches * m * k || sb > batches * k * n) return false;
  if (align(sa) + align(sb) + batches * m * n > view.length - first) return false;
  const pb = first + align(sa);
  const pc = pb + align(sb);
  copyIn(view, first, dataOf(a), a.offset, sa);
  copyIn(view, pb, dataOf(b), b.offset, sb);
  const run = wide ? kernels.gemm64 : kernels.gemm32;
  const [as, bs] = [a.strides, b.strides];
  for (let i = 0; i < batches; i++) {
    const [pa, pd] = [(first + i * as[0]!) * size, (pb + i * bs[0]!) * size];
    run(m, n, k, pa, as[1]!, as[2]!, pd, bs[1]!, bs[2]!, (pc + i * m * n) * size, alpha, 0);
  }
  copyOut(view, pc, out, out.offset, batches * m * n);
  return true;
}
const stretchOf = (x: Operand): number => x.shape.reduce((sum, size, d) => sum + (size - 1) * x.strides[d]!, 1);

interface Sum {
  readonly alpha: number;
  readonly beta: number;
  readonly bias: Matrix | null;
  /** Adds to what the result holds already. */
  readonly accumulate?: boolean;
}

/** out[at + i · step + j] = alpha · a[m, k] @ b[k, n] + what `sum` says. */
function multiply(
  kernels: Kernels,
  m: number,
  n: number,
  k: number,
  a: Matrix,
  b: Matrix,
  out: Operand,
  at: number,
  step: number,
  sum: Sum,
): void {
  const wide = out.dtype.name === 'float64';
  const view = wide ? kernels.f64 : kernels.f32;
  const size = wide ? 8 : 4;
  const first = kernels.start / size;
  const pb = first + align(m * k);
  const pc = pb + align(k * n);
  const { alpha, beta, bias, accumulate = false } = sum;
  const pd = pc + align(m * n);
  if ((bias ? pd + m * n : pd) > view.length) return multiplyHalves(kernels, m, n, k, a, b, out, at, step, sum);
  if (bias) {
    place(view, pd, bias, m, n);
    (wide ? kernels.spread64 : kernels.spread32)(pc * size, m, n, pd * size, placedDown, placedAcross, beta);
  } else if (accumulate) {
    for (let i = 0; i < m; i++) copyIn(view, pc + i * n, dataOf(out), at + i * step, n);
  }
  place(view, first, a, m, k);
  const aDown = placedDown;
  const aAcross = placedAcross;
  place(view, pb, b, k, n);
  (wide ? kernels.gemm64 : kernels.gemm32)(
    m,
    n,
    k,
    first * size,
    aDown,
    aAcross,
    pb * size,
    placedDown,
    placedAcross,
    pc * size,
    alpha,
    bias || accumulate ? 1 : 0,
  );
  if (step === n) copyOut(view, pc, out, at, m * n);
  else for (let i = 0; i < m; i++) copyOut(view, pc + i * n, out, at + i * step, n);
}

const half = (size: number): number => ((size >> 1) + 7) & ~7;
const moved = (x: Matrix, rows: number, columns: number): Matrix => ({
  ...x,
  at: x.at + rows * x.down + columns * x.across,
});

function multiplyHalves(
  kernels: Kernels,
  m: number,
  n: number,
  k: number,
  a: Matrix,
  b: Matrix,
  out: Operand,
  at: number,
  step: number,
  sum: Sum,
): void {
  const { bias } = sum;
  if (m >= n && m > 256) {
    const h = half(m);
    multiply(kernels, h, n, k, a, b, out, at, step, sum);
    const rest = { ...sum, bias: bias && moved(bias, h, 0) };
    multiply(kernels, m - h, n, k, moved(a, h, 0), b, out, at + h * step, step, rest);
  } else if (n > 256) {
    const h = half(n);
    multiply(kernels, m, h, k, a, b, out, at, step, sum);
    const rest = { ...sum, bias: bias && moved(bias, 0, h) };
    multiply(kernels, m, n - h, k, a, moved(b, 0, h), out, at + h, step, rest);
  } else {
    const h = half(k);
    multiply(kernels, m, n, h, a, b, out, at, step, sum);
    const rest = { ...sum, bias: null, accumulate: true };
    multiply(kernels, m, n, k - h, moved(a, 0, h), moved(b, h, 0), out, at, step, rest);
  }
}
