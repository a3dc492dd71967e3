import type { Data } from '../../dtype.ts';
import type { Operand } from '../device.ts';
import { multiplyBatches, worthWasm } from './multiply.ts';
import { dataOf } from './pointwise.ts';
import { prepareKernels } from './wasm.ts';

/**
 * operands: out [B, M, N] contiguous, a [B, M, K], b [B, K, N], any strides (transposed operands need no copy),
 * and maybe a bias that broadcasts to [B, M, N]. out = beta·bias + alpha·a@b. Floats of 32 bits or fewer are summed in
 * float32, as PyTorch does, where WebAssembly runs; in double without it.
 */
export function gemm(operands: readonly Operand[], parameters: object): void {
  const kernels = worthWasm(operands) ? prepareKernels() : null;
  if (kernels) multiplyBatches(kernels, operands, parameters as { alpha: number; beta: number });
  else gemmInJavaScript(operands, parameters);
}

export function gemmInJavaScript(operands: readonly Operand[], parameters: object): void {
  const { alpha, beta } = parameters as { alpha: number; beta: number };
  const [out, a, b, bias] = operands as [Operand, Operand, Operand, Operand?];
  const [batches, m, k] = a.shape as [number, number, number];
  const n = b.shape[2]!;
  const z = dataOf(out);
  const keep = out.dtype.keep;
  const plain = out.dtype.name === 'float32' || out.dtype.name === 'float64';
  const columns = [new Float64Array(k), new Float64Array(k)] as const;
  const rows = [new Float64Array(n), new Float64Array(n)] as const;
  const as = a.strides;
  const bs = b.strides;
  const biasData = bias && beta !== 0 ? dataOf(bias) : null;
  const aData = dataOf(a);
  const bData = dataOf(b);
  const byRows = bs[2] === 1 || n === 1;
  for (let batch = 0; batch < batches; batch++) {
    const bStart = b.offset + batch * bs[0]!;
    for (let i = 0; i < m; i += 2) {
      const aRow = a.offset + batch * as[0]! + i * as[1]!;
      const count = Math.min(2, m - i);
      const next = aRow + (count - 1) * as[1]!;
      if (byRows) accumulateRows(rows[0], rows[1], aData, aRow, next, as[2]!, bData, bStart, bs[1]!, k, n);
      else {
        for (let p = 0; p < k; p++) {
          columns[0][p] = aData[aRow + p * as[2]!]!;
          columns[1][p] = aData[next + p * as[2]!]!;
        }
        dotColumns(rows[0], rows[1], columns[0], columns[1], bData, bStart, bs[1]!, bs[2]!, k, n);
      }
      for (let r = 0; r < count; r++) {
        const row = rows[r]!;
        const at = out.offset + (batch * m + i + r) * n;
        if (alpha !== 1) for (let j = 0; j < n; j++) row[j]! *= alpha;
        if (bias && biasData) {
          const start = bias.offset + batch * bias.strides[0]! + (i + r) * bias.strides[1]!;
          const step = bias.strides[2]!;
          for (let j = 0; j < n; j++) row[j]! += beta * biasData[start + j * step]!;
        }
        if (plain) for (let j = 0; j < n; j++) z[at + j] = row[j]!;
        else for (let j = 0; j < n; j++) z[at + j] = keep(row[j]!);
      }
    }
  }
}

/** B's rows are contiguous: add four of them at a time, scaled, to two rows of the result, so that B is read once for both. */
function accumulateRows(
  row: Float64Array,
  other: Float64Array,
  a: Data,
  ai: number,
  ao: number,
  as: number,
  b: Data,
  bi: number,
  bs: number,
  k: number,
  n: number,
): void {
  row.fill(0);
  other.fill(0);
  let p = 0;
  for (; p + 3 < k; p += 4) {
    const a0 = a[ai + p * as]!;
    const a1 = a[ai + (p + 1) * as]!;
    const a2 = a[ai + (p + 2) * as]!;
    const a3 = a[ai + (p + 3) * as]!;
    const o0 = a[ao + p * as]!;
    const o1 = a[ao + (p + 1) * as]!;
    const o2 = a[ao + (p + 2) * as]!;
    const o3 = a[ao + (p + 3) * as]!;
    const b0 = bi + p * bs;
    const b1 = b0 + bs;
    const b2 = b1 + bs;
    const b3 = b2 + bs;
    for (let j = 0; j < n; j++) {
      const x0 = b[b0 + j]!;
      const x1 = b[b1 + j]!;
      const x2 = b[b2 + j]!;
      const x3 = b[b3 + j]!;
      row[j]! += a0 * x0 + a1 * x1 + a2 * x2 + a3 * x3;
      other[j]! += o0 * x0 + o1 * x1 + o2 * x2 + o3 * x3;
    }
  }
  for (; p < k; p++) {
    const a0 = a[ai + p * as]!;
    const o0 = a[ao + p * as]!;
    const b0 = bi + p * bs;
    for (let j = 0; j < n; j++) {
      row[j]! += a0 * b[b0 + j]!;
      other[j]! += o0 * b[b0 + j]!;
    }
  }
}

/** B's columns are nearer to contiguous: dot products of two rows of A with four columns at a time. */
function dotColumns(
  row: Float64Array,
  other: Float64Array,
  x: Float64Array,
  y: Float64Array,
  b: Data,
  bi: number,
  bs: number,
  bc: number,
  k: number,
  n: number,
): void {
  let j = 0;
  for (; j + 3 < n; j += 4) {
    let [s0, s1, s2, s3, t0, t1, t2, t3] = [0, 0, 0, 0, 0, 0, 0, 0];
    const c0 = bi + j * bc;
    const c1 = c0 + bc;
    const c2 = c1 + bc;
    const c3 = c2 + bc;
    for (let p = 0, o = 0; p < k; p++, o += bs) {
      const v = x[p]!;
      const w = y[p]!;
      const b0 = b[c0 + o]!;
      const b1 = b[c1 + o]!;
      const b2 = b[c2 + o]!;
      const b3 = b[c3 + o]!;
      s0 += v * b0;
      s1 += v * b1;
      s2 += v * b2;
      s3 += v * b3;
      t0 += w * b0;
      t1 += w * b1;
      t2 += w * b2;
      t3 += w * b3;
    }
    row[j] = s0;
    row[j + 1] = s1;
    row[j + 2] = s2;
    row[j + 3] = s3;
    other[j] = t0;
    other[j + 1] = t1;
    other[j + 2] = t2;
    other[j + 3] = t3;
  }
  for (; j < n; j++) {
    let s = 0;
    let t = 0;
    for (let p = 0, o = bi + j * bc; p < k; p++, o += bs) {
      s += x[p]! * b[o]!;
      t += y[p]! * b[o]!;
    }
    row[j] = s;
    other[j] = t;
  }
}
