import type { Data } from '../../dtype.ts';
import type { Operand } from '../device.ts';
import { dataOf } from './pointwise.ts';

/**
 * operands: out [B, M, N] contiguous, a [B, M, K], b [B, K, N], any strides (transposed operands need no copy),
 * and maybe a bias that broadcasts to [B, M, N]. out = beta·bias + alpha·a@b. Sums run in double.
 */
export function gemm(operands: readonly Operand[], parameters: object): void {
  const { alpha, beta } = parameters as { alpha: number; beta: number };
  const [out, a, b, bias] = operands as [Operand, Operand, Operand, Operand?];
  const [batches, m, k] = a.shape as [number, number, number];
  const n = b.shape[2]!;
  const z = dataOf(out);
  const keep = out.dtype.keep;
  const plain = out.dtype.name === 'float32' || out.dtype.name === 'float64';
  const column = new Float64Array(k);
  const row = new Float64Array(n);
  const as = a.strides;
  const bs = b.strides;
  const biasData = bias && beta !== 0 ? dataOf(bias) : null;
  for (let batch = 0; batch < batches; batch++) {
    const bData = dataOf(b);
    const aData = dataOf(a);
    for (let i = 0; i < m; i++) {
      const aRow = a.offset + batch * as[0]! + i * as[1]!;
      const at = out.offset + (batch * m + i) * n;
      if (bs[2] === 1 || n === 1)
        accumulateRows(row, aData, aRow, as[2]!, bData, b.offset + batch * bs[0]!, bs[1]!, k, n);
      else dotColumns(row, column, aData, aRow, as[2]!, bData, b.offset + batch * bs[0]!, bs[1]!, bs[2]!, k, n);
      if (alpha !== 1) for (let j = 0; j < n; j++) row[j]! *= alpha;
      if (bias && biasData) {
        const start = bias.offset + batch * bias.strides[0]! + i * bias.strides[1]!;
        const step = bias.strides[2]!;
        for (let j = 0; j < n; j++) row[j]! += beta * biasData[start + j * step]!;
      }
      if (plain) for (let j = 0; j < n; j++) z[at + j] = row[j]!;
      else for (let j = 0; j < n; j++) z[at + j] = keep(row[j]!);
    }
  }
}

/** B's rows are contiguous: add four scaled rows at a time. */
function accumulateRows(
  row: Float64Array,
  a: Data,
  ai: number,
  as: number,
  b: Data,
  bi: number,
  bs: number,
  k: number,
  n: number,
): void {
  row.fill(0);
  let p = 0;
  for (; p + 3 < k; p += 4) {
    const a0 = a[ai + p * as]!;
    const a1 = a[ai + (p + 1) * as]!;
    const a2 = a[ai + (p + 2) * as]!;
    const a3 = a[ai + (p + 3) * as]!;
    const b0 = bi + p * bs;
    const b1 = b0 + bs;
    const b2 = b1 + bs;
    const b3 = b2 + bs;
    for (let j = 0; j < n; j++) row[j]! += a0 * b[b0 + j]! + a1 * b[b1 + j]! + a2 * b[b2 + j]! + a3 * b[b3 + j]!;
  }
  for (; p < k; p++) {
    const a0 = a[ai + p * as]!;
    const b0 = bi + p * bs;
    for (let j = 0; j < n; j++) row[j]! += a0 * b[b0 + j]!;
  }
}

/** B's columns are nearer to contiguous: dot products, four columns at a time. */
function dotColumns(
  row: Float64Array,
  x: Float64Array,
  a: Data,
  ai: number,
  as: number,
  b: Data,
  bi: number,
  bs: number,
  bc: number,
  k: number,
  n: number,
): void {
  for (let p = 0; p < k; p++) x[p] = a[ai + p * as]!;
  let j = 0;
  for (; j + 3 < n; j += 4) {
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    const c0 = bi + j * bc;
    const c1 = c0 + bc;
    const c2 = c1 + bc;
    const c3 = c2 + bc;
    for (let p = 0, o = 0; p < k; p++, o += bs) {
      const v = x[p]!;
      s0 += v * b[c0 + o]!;
      s1 += v * b[c1 + o]!;
      s2 += v * b[c2 + o]!;
      s3 += v * b[c3 + o]!;
    }
    row[j] = s0;
    row[j + 1] = s1;
    row[j + 2] = s2;
    row[j + 3] = s3;
  }
  for (; j < n; j++) {
    let s = 0;
    for (let p = 0, o = bi + j * bc; p < k; p++, o += bs) s += x[p]! * b[o]!;
    row[j] = s;
  }
}
