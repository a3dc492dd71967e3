// Matrix factorizations on plain numbers, row-major, in double. They run where values are read: small matrices, no kernels.

export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float64Array;
}

/** PA = LU in place with partial pivoting; which row went where, and the sign of that permutation. */
export function lu(a: Float64Array, n: number): { pivots: number[]; sign: number } {
  const pivots = Array.from({ length: n }, (_, i) => i);
  let sign = 1;
  for (let k = 0; k < n; k++) {
    let best = k;
    for (let i = k + 1; i < n; i++) if (Math.abs(a[i * n + k]!) > Math.abs(a[best * n + k]!)) best = i;
    if (best !== k) {
      for (let j = 0; j < n; j++) [a[k * n + j], a[best * n + j]] = [a[best * n + j]!, a[k * n + j]!];
      [pivots[k], pivots[best]] = [pivots[best]!, pivots[k]!];
      sign = -sign;
    }
    const pivot = a[k * n + k]!;
    if (pivot === 0) continue;
    for (let i = k + 1; i < n; i++) {
      const factor = (a[i * n + k]! /= pivot);
      for (let j = k + 1; j < n; j++) a[i * n + j]! -= factor * a[k * n + j]!;
    }
  }
  return { pivots, sign };
}
export function determinant(values: Float64Array, n: number): number {
  const a = values.slice();
  const { sign } = lu(a, n);
  let d = sign;
  for (let i = 0; i < n; i++) d *= a[i * n + i]!;
  return d;
}
/** X with A X = B, or null when A is singular. */
export function solve(values: Float64Array, n: number, b: Float64Array, columns: number): Float64Array | null {
  const a = values.slice();
  const { pivots } = lu(a, n);
  const x = new Float64Array(n * columns);
  for (let c = 0; c < columns; c++) {
    for (let i = 0; i < n; i++) {
      let v = b[pivots[i]! * columns + c]!;
      for (let j = 0; j < i; j++) v -= a[i * n + j]! * x[j * columns + c]!;
      x[i * columns + c] = v;
    }
    for (let i = n - 1; i >= 0; i--) {
      let v = x[i * columns + c]!;
      for (let j = i + 1; j < n; j++) v -= a[i * n + j]! * x[j * columns + c]!;
      if (a[i * n + i] === 0) return null;
      x[i * columns + c] = v / a[i * n + i]!;
    }
  }
  return x;
}
/** Lower triangular L with L Lᵀ = A, or the order of the first minor that is not positive. */
export function cholesky(a: Float64Array, n: number): Float64Array | number {
  const l = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      let v = a[i * n + j]!;
      for (let k = 0; k < j; k++) v -= l[i * n + k]! * l[j * n + k]!;
      if (i === j) {
        if (!(v > 0)) return i + 1;
        l[i * n + i] = Math.sqrt(v);
      } else l[i * n + j] = v / l[j * n + j]!;
    }
  return l;
}
/** A = U diag(s) Vᵀ, thin, s descending: one-sided Jacobi rotations of the columns (Golub & Van Loan 8.6.3). */
export function svd({ rows, columns, values }: Matrix): { u: Float64Array; s: Float64Array; v: Float64Array } {
  if (rows < columns) {
    const t = svd({ rows: columns, columns: rows, values: transposed(values, rows, columns) });
    return { u: t.v, s: t.s, v: t.u };
  }
  const [m, n] = [rows, columns];
  const u = values.slice();
  const v = new Float64Array(n * n);
  for (let i = 0; i < n; i++) v[i * n + i] = 1;
  for (let sweep = 0; sweep < 60; sweep++) {
    let turned = false;
    for (let p = 0; p < n - 1; p++)
      for (let q = p + 1; q < n; q++) {
        let a = 0;
        let b = 0;
        let c = 0;
        for (let i = 0; i < m; i++) {
          a += u[i * n + p]! ** 2;
          b += u[i * n + q]! ** 2;
          c += u[i * n + p]! * u[i * n + q]!;
        }
        if (Math.abs(c) <= 1e-16 * Math.sqrt(a * b) || c === 0) continue;
        turned = true;
        const zeta = (b - a) / (2 * c);
        const t = (zeta >= 0 ? 1 : -1) / (Math.abs(zeta) + Math.sqrt(1 + zeta * zeta));
        const cos = 1 / Math.sqrt(1 + t * t);
        rotate(u, m, n, p, q, cos, cos * t);
        rotate(v, n, n, p, q, cos, cos * t);
      }
    if (!turned) break;
  }
  const norms = Array.from({ length: n }, (_, j) =>
    Math.sqrt(Array.from({ length: m }, (_, i) => u[i * n + j]! ** 2).reduce((x, y) => x + y, 0)),
  );
  const order = norms.map((_, j) => j).sort((i, j) => norms[j]! - norms[i]!);
  const U = new Float64Array(m * n);
  const V = new Float64Array(n * n);
  const tiny = (norms[order[0] ?? 0] ?? 0) * 1e-15;
  order.forEach((from, to) => {
    for (let i = 0; i < m; i++) U[i * n + to] = norms[from]! > tiny ? u[i * n + from]! / norms[from]! : 0;
    for (let i = 0; i < n; i++) V[i * n + to] = v[i * n + from]!;
  });
  completeColumns(
    U,
    m,
    n,
    order.map((j) => norms[j]! > tiny),
  );
  return { u: U, s: Float64Array.from(order, (j) => norms[j]!), v: V };
}
/** Columns of zero singular values become any that complete the orthonormal set. */
function completeColumns(u: Float64Array, m: number, n: number, known: readonly boolean[]): void {
  const have = known.map((k) => k);
  for (let j = 0; j < n; j++) {
    for (let e = 0; e < m && !have[j]; e++) {
      const x = new Float64Array(m);
      x[e] = 1;
      for (let pass = 0; pass < 2; pass++)
        for (let k = 0; k < n; k++) {
          if (!have[k]) continue;
          let d = 0;
          for (let i = 0; i < m; i++) d += x[i]! * u[i * n + k]!;
          for (let i = 0; i < m; i++) x[i]! -= d * u[i * n + k]!;
        }
      const norm = Math.hypot(...x);
      if (norm < 0.1) continue;
      for (let i = 0; i < m; i++) u[i * n + j] = x[i]! / norm;
      have[j] = true;
    }
  }
}
function rotate(a: Float64Array, rows: number, n: number, p: number, q: number, cos: number, sin: number): void {
  for (let i = 0; i < rows; i++) {
    const x = a[i * n + p]!;
    const y = a[i * n + q]!;
    a[i * n + p] = cos * x - sin * y;
    a[i * n + q] = sin * x + cos * y;
  }
}
export function transposed(a: Float64Array, rows: number, columns: number): Float64Array {
  const t = new Float64Array(a.length);
  for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) t[j * rows + i] = a[i * columns + j]!;
  return t;
}
/** Symmetric A = V diag(w) Vᵀ, w ascending: cyclic Jacobi. */
export function eigh(values: Float64Array, n: number): { w: Float64Array; v: Float64Array } {
  const a = values.slice();
  const v = new Float64Array(n * n);
  for (let i = 0; i < n; i++) v[i * n + i] = 1;
  for (let sweep = 0; sweep < 100; sweep++) {
    let off = 0;
    for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) off += a[i * n + j]! ** 2;
    if (off < 1e-300) break;
    for (let p = 0; p < n - 1; p++)
      for (let q = p + 1; q < n; q++) {
        const apq = a[p * n + q]!;
        if (apq === 0) continue;
        const theta = (a[q * n + q]! - a[p * n + p]!) / (2 * apq);
        const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const cos = 1 / Math.sqrt(t * t + 1);
        const sin = t * cos;
        rotate(a, n, n, p, q, cos, sin);
        for (let i = 0; i < n; i++) {
          const x = a[p * n + i]!;
          const y = a[q * n + i]!;
          a[p * n + i] = cos * x - sin * y;
          a[q * n + i] = sin * x + cos * y;
        }
        rotate(v, n, n, p, q, cos, sin);
      }
  }
  const order = Array.from({ length: n }, (_, i) => i).sort((i, j) => a[i * n + i]! - a[j * n + j]!);
  const V = new Float64Array(n * n);
  order.forEach((from, to) => {
    for (let i = 0; i < n; i++) V[i * n + to] = v[i * n + from]!;
  });
  return { w: Float64Array.from(order, (i) => a[i * n + i]!), v: V };
}
/** Thin A = QR by Householder reflections, with LAPACK's signs. */
export function qr({ rows: m, columns: n, values }: Matrix): { q: Float64Array; r: Float64Array } {
  const k = Math.min(m, n);
  const a = values.slice();
  const reflections: Float64Array[] = [];
  for (let j = 0; j < k; j++) {
    const v = new Float64Array(m);
    let norm = 0;
    for (let i = j; i < m; i++) norm += (v[i] = a[i * n + j]!) ** 2;
    norm = Math.sqrt(norm);
    let below = 0;
    for (let i = j + 1; i < m; i++) below += v[i]! ** 2;
    if (below === 0) norm = 0;
    if (norm !== 0) {
      v[j]! += v[j]! >= 0 ? norm : -norm;
      let vv = 0;
      for (let i = j; i < m; i++) vv += v[i]! ** 2;
      for (let c = j; c < n; c++) reflect(a, v, vv, m, n, c, j);
      for (let i = j; i < m; i++) v[i]! *= Math.sqrt(2 / vv);
      reflections.push(v);
    } else reflections.push(new Float64Array(m));
  }
  const q = new Float64Array(m * k);
  for (let i = 0; i < k; i++) q[i * k + i] = 1;
  for (let j = k - 1; j >= 0; j--) for (let c = 0; c < k; c++) reflect(q, reflections[j]!, 2, m, k, c, j);
  const r = new Float64Array(k * n);
  for (let i = 0; i < k; i++) for (let j = i; j < n; j++) r[i * n + j] = a[i * n + j]!;
  return { q, r };
}
function reflect(
  a: Float64Array,
  v: Float64Array,
  vv: number,
  m: number,
  n: number,
  column: number,
  from: number,
): void {
  let d = 0;
  for (let i = from; i < m; i++) d += v[i]! * a[i * n + column]!;
  d *= 2 / vv;
  for (let i = from; i < m; i++) a[i * n + column]! -= d * v[i]!;
}

/** e^A by scaling, Taylor series and squaring. */
export function exponential(a: Float64Array, n: number): Float64Array {
  let norm = 0;
  for (let i = 0; i < n; i++)
    norm = Math.max(
      norm,
      a.subarray(i * n, (i + 1) * n).reduce((t, v) => t + Math.abs(v), 0),
    );
  const halvings = Number.isFinite(norm) && norm > 0.5 ? Math.ceil(Math.log2(norm)) + 1 : 0;
  const x = a.map((v) => v / 2 ** halvings);
  const product = (p: Float64Array, q: Float64Array): Float64Array => {
    const r = new Float64Array(n * n);
    for (let i = 0; i < n; i++)
      for (let k = 0; k < n; k++) for (let j = 0; j < n; j++) r[i * n + j]! += p[i * n + k]! * q[k * n + j]!;
    return r;
  };
  let term: Float64Array<ArrayBufferLike> = Float64Array.from({ length: n * n }, (_, i) => Number(i % (n + 1) === 0));
  let sum: Float64Array<ArrayBufferLike> = term.slice();
  for (let k = 1; k <= 18; k++) {
    term = product(term, x).map((v) => v / k);
    sum = sum.map((v, i) => v + term[i]!);
  }
  for (let i = 0; i < halvings; i++) sum = product(sum, sum);
  return sum;
}
