import { is_grad_enabled } from '../autograd/modes.ts';
import { RuntimeError } from '../device/device.ts';
import { type DType, int64 } from '../dtype.ts';
import { from, operator } from '../operator.ts';
import { broadcastShape } from '../promotion.ts';
import { valuesLike, numelOf, type Tensor, valuesOf } from '../tensor.ts';
import { raw } from './arithmetic.ts';
import * as factor from './factorize.ts';
import { reduced } from './reduce.ts';
import { wrapDim, wrapDims } from './views.ts';

class LinAlgError extends RuntimeError {
  override name = 'LinAlgError';
}
const square = (name: string, a: Tensor): number => {
  if (a.shape.length < 2) throw new RuntimeError(`${name}: The input tensor must have at least 2 dimensions.`);
  const [m, n] = a.shape.slice(-2) as [number, number];
  if (m !== n)
    throw new RuntimeError(`${name}: A must be batches of square matrices, but they are ${m} by ${n} matrices`);
  return n;
};
/** Applies a routine to every matrix of a batch; each result part has its own shape. */
function eachMatrix(
  a: Tensor,
  shapes: readonly (readonly number[])[],
  routine: (m: Float64Array, index: number) => ArrayLike<number>[],
  dtype: DType = a.dtype,
): Tensor[] {
  const [m, n] = a.shape.slice(-2) as [number, number];
  const batch = a.shape.slice(0, -2);
  const values = valuesOf(a);
  const outs = shapes.map((s) => new Float64Array(numelOf(batch) * numelOf(s)));
  for (let b = 0; b < numelOf(batch); b++) {
    const parts = routine(
      Float64Array.from({ length: m * n }, (_, i) => values[b * m * n + i]!),
      b,
    );
    parts.forEach((part, k) => outs[k]!.set(part, b * numelOf(shapes[k]!)));
  }
  return outs.map((o, k) => valuesLike(a, Float64Array.from(o, dtype.keep), [...batch, ...shapes[k]!], dtype));
}
const mT = (t: Tensor): Tensor => t.transpose(-2, -1);
const identity = (like: Tensor, n: number): Tensor => {
  const eye = like.new_zeros([n, n]);
  eye.diagonal().fill_(1);
  return eye;
};
const both = 'torch method linalg';
const here = 'linalg';

const inverse: (a: Tensor) => Tensor = operator('inv(Tensor input) -> Tensor', {
  doc: 'The inverse matrix.',
  on: here,
  node: 'LinalgInvEx',
  forward(a) {
    const n = square('linalg.inv', a);
    const eye = Float64Array.from({ length: n * n }, (_, i) => Number(i % (n + 1) === 0));
    return eachMatrix(a, [[n, n]], (m) => {
      const x = factor.solve(m, n, eye, n);
      if (!x)
        throw new LinAlgError(
          'linalg.inv: The diagonal element is zero, the inversion could not be completed because the input matrix is singular.',
        );
      return [x];
    })[0]!;
  },
  gradients: { input: from('result', (s) => mT(s.result).matmul(s.grad).matmul(mT(s.result)).neg()) },
});
operator('inverse(Tensor input) -> Tensor', { doc: 'The inverse matrix.', forward: (a) => inverse(a) });
operator('det(Tensor input) -> Tensor', {
  doc: 'The determinant.',
  on: both,
  node: 'LinalgDet',
  forward(a) {
    const n = square('linalg.det', a);
    return eachMatrix(a, [[]], (m) => [[factor.determinant(m, n)]])[0]!;
  },
  gradients: {
    input: from('input', (s) => {
      const all = s.grad.unsqueeze(-1).unsqueeze(-1).mul(cofactors(s.input));
      if (is_grad_enabled()) return all;
      // PyTorch solves with det · I instead, which gives zeros where a pivot is zero; to differentiate again it has the minors
      const n = square('linalg.det', s.input);
      const regular = eachMatrix(s.input, [[]], (m) => [[Number(factor.determinant(m, n) !== 0)]])[0]!;
      return all.mul(regular.unsqueeze(-1).unsqueeze(-1));
    }),
  },
});
/** The matrix of signed minors: right for singular matrices too, where det·A⁻ᵀ is not. */
function cofactors(a: Tensor): Tensor {
  const n = a.shape[a.shape.length - 1]!;
  if (n === 0) return a;
  const rows: Tensor[] = [];
  const without = (t: Tensor, dim: number, i: number): Tensor =>
    t.narrow(dim, 0, i).cat_with([t.narrow(dim, i + 1, n - i - 1)], dim);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      const minor = n === 1 ? a.select(-1, 0).select(-1, 0).mul(0).add(1) : without(without(a, -2, i), -1, j).det();
      rows.push(((i + j) % 2 ? minor.neg() : minor).unsqueeze(-1));
    }
  return rows[0]!.cat_with(rows.slice(1), -1).reshape(a.shape);
}
operator('slogdet(Tensor input) -> (Tensor, Tensor)', {
  doc: 'Sign and logarithm of the determinant.',
  on: both,
  fields: ['sign', 'logabsdet'],
  constant: [0],
  node: 'LinalgSlogdet',
  forward(a) {
    const n = square('linalg.slogdet', a);
    return eachMatrix(a, [[], []], (m) => {
      const { sign } = factor.lu(m, n);
      let s = sign;
      let log = 0;
      for (let i = 0; i < n; i++) {
        s *= Math.sign(m[i * n + i]!);
        log += Math.log(Math.abs(m[i * n + i]!));
      }
      return [[s], [log]];
    });
  },
  gradients: {
    input: from('input', (s) =>
      s.grads[1]
        ? s.grads[1]
            .unsqueeze(-1)
            .unsqueeze(-1)
            .mul(mT(inverse(s.input)))
        : null,
    ),
  },
});
operator('logdet(Tensor input) -> Tensor', {
  doc: 'Logarithm of the determinant; NaN where it is negative.',
  forward(a) {
    const [sign, log] = a.slogdet() as unknown as [Tensor, Tensor];
    return log.mul(sign.log().mul(0).add(1)).where(sign.ne(0), log);
  },
});
operator('solve(Tensor input, Tensor B, *, bool left = true) -> Tensor', {
  doc: 'X with A X = B (or X A = B).',
  on: here,
  forward(a, b, left) {
    const vector =
      b.shape.length === 1 || (b.shape.length === a.shape.length - 1 && b.shape.join() === a.shape.slice(0, -1).join());
    if (!left) return mT(solveBatched(mT(a), mT(b)));
    return vector ? solveBatched(a, b.unsqueeze(-1)).squeeze(-1) : solveBatched(a, b);
  },
});
function solveBatched(a: Tensor, b: Tensor): Tensor {
  const batch = broadcastShape(a.shape.slice(0, -2), b.shape.slice(0, -2));
  return solveSame(a.expand([...batch, ...a.shape.slice(-2)]), b.expand([...batch, ...b.shape.slice(-2)]));
}
const solveSame: (a: Tensor, b: Tensor) => Tensor = operator('_solve(Tensor input, Tensor b) -> Tensor', {
  doc: 'solve of equal batches.',
  on: 'none',
  node: 'LinalgSolveEx',
  forward(a, b) {
    const n = square('linalg.solve', a);
    const k = b.shape[b.shape.length - 1]!;
    const right = valuesOf(b);
    return eachMatrix(a, [[n, k]], (m, i) => {
      const x = factor.solve(
        m,
        n,
        Float64Array.from({ length: n * k }, (_, j) => right[i * n * k + j]!),
        k,
      );
      if (!x) throw new LinAlgError('torch.linalg.solve: The solver failed because the input matrix is singular.');
      return [x];
    })[0]!;
  },
  gradients: {
    input: from('input result', (s) => solveSame(mT(s.input), s.grad).matmul(mT(s.result)).neg()),
    b: from('input', (s) => solveSame(mT(s.input), s.grad)),
  },
});
operator(
  'solve_triangular(Tensor input, Tensor B, *, bool upper, bool left = true, bool unitriangular = false) -> Tensor',
  {
    doc: 'X with A X = B for a triangular A, of which only that triangle is read.',
    on: here,
    forward(a, b, upper, left, unit) {
      const n = square('linalg.solve_triangular', a);
      const kept = upper ? a.triu(unit ? 1 : 0) : a.tril(unit ? -1 : 0);
      const t = unit ? kept.add(identity(a, n)) : kept;
      return left ? solveBatched(t, b) : mT(solveBatched(mT(t), mT(b)));
    },
  },
);
operator('cholesky(Tensor input, bool upper = false) -> Tensor', {
  doc: 'Lower triangular L with L Lᵀ = A, for symmetric positive definite A (upper: its transpose).',
  on: both,
  node: 'LinalgCholeskyEx',
  forward(a, upper) {
    const n = square('linalg.cholesky', a);
    return eachMatrix(a, [[n, n]], (m) => {
      const l = factor.cholesky(m, n);
      if (typeof l === 'number')
        throw new LinAlgError(
          `linalg.cholesky: The factorization could not be completed because the input is not positive-definite (the leading minor of order ${l} is not positive-definite).`,
        );
      return [upper ? factor.transposed(l, n, n) : l];
    })[0]!;
  },
  gradients: {
    input: from('result', (s) => {
      const l = s.upper ? mT(s.result) : s.result;
      const g = s.upper ? mT(s.grad) : s.grad;
      const p = mT(l).matmul(g).tril();
      const phi = p.sub(p.mul(identity(l, l.shape[l.shape.length - 1]!)).mul(0.5));
      const inv = inverse(l);
      const grad = mT(inv).matmul(phi).matmul(inv);
      return grad.add(mT(grad)).mul(0.5);
    }),
  },
});
operator('svd(Tensor input, bool full_matrices = true) -> (Tensor, Tensor, Tensor)', {
  doc: 'A = U diag(S) Vh, S descending.',
  on: here,
  fields: ['U', 'S', 'Vh'],
  forward: (a) => thinSvd(a),
});
const thinSvd: (a: Tensor) => Tensor[] = operator('_svd(Tensor input) -> (Tensor, Tensor, Tensor)', {
  doc: 'Thin singular value decomposition.',
  on: 'none',
  node: 'LinalgSvd',
  forward(a) {
    const [m, n] = a.shape.slice(-2) as [number, number];
    const k = Math.min(m, n);
    return eachMatrix(a, [[m, k], [k], [k, n]], (values) => {
      const { u, s, v } = factor.svd({ rows: m, columns: n, values });
      return [u, s, factor.transposed(v, n, k)];
    });
  },
  gradients: {
    input: from('results', (s) => {
      const [u, sigma, vh] = s.results as [Tensor, Tensor, Tensor];
      const [gu, gs, gvh] = s.grads;
      const diagonal = (t: Tensor): Tensor => t.diag_embed();
      let inner = gs ? diagonal(gs) : diagonal(sigma.mul(0));
      if (gu || gvh) {
        const e = sigma.square().unsqueeze(-2).sub(sigma.square().unsqueeze(-1));
        const f = raw('x == 0 ? 0 : 1 / x', { x: e });
        const skew = (t: Tensor): Tensor => t.sub(mT(t));
        if (gu) inner = inner.add(skew(mT(u).matmul(gu)).mul(f).mul(sigma.unsqueeze(-2)));
        if (gvh) inner = inner.add(sigma.unsqueeze(-1).mul(f.mul(skew(vh.matmul(mT(gvh))))));
      }
      let grad = u.matmul(inner).matmul(vh);
      if (gu && u.shape[u.shape.length - 2]! > sigma.shape[sigma.shape.length - 1]!) {
        const w = gu.div(sigma.unsqueeze(-2));
        grad = grad.add(w.sub(u.matmul(mT(u).matmul(w))).matmul(vh));
      }
      if (gvh && vh.shape[vh.shape.length - 1]! > sigma.shape[sigma.shape.length - 1]!) {
        const w = gvh.div(sigma.unsqueeze(-1));
        grad = grad.add(u.matmul(w.sub(w.matmul(mT(vh)).matmul(vh))));
      }
      return grad;
    }),
  },
});
const svdvals: (a: Tensor) => Tensor = operator('svdvals(Tensor input) -> Tensor', {
  doc: 'Singular values, descending.',
  on: here,
  forward: (a) => thinSvd(a)[1]!,
});
operator('eigh(Tensor input, str UPLO = "L") -> (Tensor, Tensor)', {
  doc: 'Eigenvalues (ascending) and eigenvectors (columns) of a symmetric matrix.',
  on: here,
  fields: ['eigenvalues', 'eigenvectors'],
  node: 'LinalgEigh',
  forward(a, uplo) {
    const n = square('linalg.eigh', a);
    return eachMatrix(a, [[n], [n, n]], (m) => {
      for (let i = 0; i < n; i++)
        for (let j = 0; j < i; j++)
          if (uplo === 'L') m[j * n + i] = m[i * n + j]!;
          else m[i * n + j] = m[j * n + i]!;
      const { w, v } = factor.eigh(m, n);
      return [w, v];
    });
  },
  gradients: {
    input: from('results', (s) => {
      const [w, v] = s.results as [Tensor, Tensor];
      const [gw, gv] = s.grads;
      let inner = gw ? gw.diag_embed() : w.mul(0).diag_embed();
      if (gv)
        inner = inner.add(
          mT(v)
            .matmul(gv)
            .mul(raw('x == 0 ? 0 : 1 / x', { x: w.unsqueeze(-2).sub(w.unsqueeze(-1)) })),
        );
      return v.matmul(inner).matmul(mT(v));
    }),
  },
});
operator('eigvalsh(Tensor input, str UPLO = "L") -> Tensor', {
  doc: 'Eigenvalues of a symmetric matrix, ascending.',
  on: here,
  forward: (a, uplo) => eigenvalues(a, uplo),
});
const eigenvalues = (a: Tensor, _uplo: string): Tensor => {
  const n = square('linalg.eigvalsh', a);
  return eachMatrix(a.detach(), [[n]], (m) => [factor.eigh(m, n).w])[0]!;
};
operator("qr(Tensor input, str mode = 'reduced') -> (Tensor, Tensor)", {
  doc: 'A = Q R with orthonormal columns of Q and an upper triangular R.',
  on: here,
  fields: ['Q', 'R'],
  node: 'LinalgQr',
  forward(a) {
    const [m, n] = a.shape.slice(-2) as [number, number];
    const k = Math.min(m, n);
    return eachMatrix(
      a,
      [
        [m, k],
        [k, n],
      ],
      (values) => {
        const { q, r } = factor.qr({ rows: m, columns: n, values });
        return [q, r];
      },
    );
  },
  gradients: {
    input: from('results', (s) => {
      const [q, r] = s.results as [Tensor, Tensor];
      const gq = s.grads[0] ?? q.mul(0);
      const gr = s.grads[1] ?? r.mul(0);
      const m = r.matmul(mT(gr)).sub(mT(gq).matmul(q));
      const lower = m.tril().add(mT(m.tril(-1)));
      return mT(solveBatched(r, mT(gq.add(q.matmul(lower)))));
    }),
  },
});
const pinv: (a: Tensor, atol: number | null, rtol: number | null, hermitian: boolean) => Tensor = operator(
  '_pinv(Tensor input, float? atol, float? rtol, bool hermitian) -> Tensor',
  {
    doc: 'The Moore–Penrose inverse.',
    on: 'none',
    node: 'LinalgPinv',
    forward(given, atol, rtol, hermitian) {
      const a = hermitian && numelOf(given.shape) > 0 ? given.tril().add(mT(given.tril(-1))) : given; // only the lower triangle is read
      const [u, s, vh] = thinSvd(a) as [Tensor, Tensor, Tensor];
      if (numelOf(a.shape) === 0)
        return a.new_zeros([...a.shape.slice(0, -2), a.shape[a.shape.length - 1]!, a.shape[a.shape.length - 2]!]);
      const cut = tolerance(a, s, atol, rtol);
      return mT(vh)
        .mul(raw('s > c ? 1 / s : 0', { s, c: cut }).unsqueeze(-2))
        .matmul(mT(u));
    },
    gradients: {
      input: from('input result', (s) => {
        // Golub & Pereyra 1973, for A whose rank does not change; the wider side is multiplied last
        const [a, p, g] = [s.input, s.result, mT(s.grad)];
        const pt = mT(p);
        if (a.shape[a.shape.length - 2]! <= a.shape[a.shape.length - 1]!) {
          const k = g.matmul(p);
          const kp = k.matmul(pt);
          return kp
            .sub(mT(p.matmul(k)))
            .sub(a.matmul(p).matmul(kp))
            .add(pt.matmul(p).matmul(g.sub(k.matmul(a))));
        }
        const k = p.matmul(g);
        const pk = pt.matmul(k);
        return pk
          .sub(mT(k.matmul(p)))
          .add(g.sub(a.matmul(k)).matmul(p).matmul(pt))
          .sub(pk.matmul(p).matmul(a));
      }),
    },
  },
);
const tolerance = (a: Tensor, s: Tensor, atol: number | null, rtol: number | null): Tensor => {
  const relative =
    rtol ??
    (atol === null || atol === 0
      ? Math.max(...a.shape.slice(-2)) * (a.dtype.name === 'float64' ? 2 ** -52 : 2 ** -23)
      : 0);
  const top = s.amax(-1, true).mul(relative);
  return atol === null ? top : top.clamp_min(atol);
};
operator('pinv(Tensor input, *, float? atol = null, float? rtol = null, bool hermitian = false) -> Tensor', {
  doc: 'The Moore–Penrose inverse.',
  on: here,
  forward: (a, atol, rtol, hermitian) => pinv(a, atol, rtol, hermitian),
});
operator('pinv(Tensor input, float rcond, bool hermitian = false) -> Tensor', {
  doc: 'The Moore–Penrose inverse.',
  on: here,
  forward: (a, rcond, hermitian) => pinv(a, null, rcond, hermitian),
});
operator('pinverse(Tensor input, float rcond = 1e-15) -> Tensor', {
  doc: 'The Moore–Penrose inverse.',
  forward: (a, rcond) => pinv(a, null, rcond, false),
});
operator(
  'matrix_rank(Tensor input, float|Tensor|null tol = null, bool hermitian = false, *, float|Tensor|null atol = null, float|Tensor|null rtol = null) -> Tensor',
  {
    doc: 'How many singular values are above the tolerance.',
    on: here,
    forward(a, tol, hermitian, atol, rtol) {
      if (numelOf(a.shape) === 0) return a.new_zeros(a.shape.slice(0, -2), { dtype: int64 });
      const s = hermitian ? eigenvalues(a, 'L').abs() : svdvals(a.detach());
      const absolute = tol ?? atol;
      const relative =
        rtol ??
        (absolute === null ? Math.max(...a.shape.slice(-2)) * (a.dtype.name === 'float64' ? 2 ** -52 : 2 ** -23) : 0);
      const scaled = s.amax(-1, true).mul(typeof relative === 'number' ? relative : relative.unsqueeze(-1));
      const limit =
        absolute === null
          ? scaled
          : typeof absolute === 'number'
            ? scaled.clamp_min(absolute)
            : scaled.maximum(absolute.unsqueeze(-1));
      return s.gt(limit).sum(-1);
    },
  },
);
operator('matrix_power(Tensor input, int n) -> Tensor', {
  doc: 'A multiplied n times by itself; negative n inverts first.',
  on: both,
  forward(a, n) {
    const size = square('linalg.matrix_power', a);
    if (n === 0) return a.mul(0).add(identity(a, size)); // a gradient of zeros, as PyTorch
    let base = n < 0 ? inverse(a) : a;
    let result: Tensor | null = null;
    for (let k = Math.abs(n); k > 0; k = Math.floor(k / 2)) {
      if (k % 2) result = result ? result.matmul(base) : base;
      if (k > 1) base = base.matmul(base);
    }
    return result ?? base;
  },
});
const exponential: (a: Tensor) => Tensor = operator('matrix_exp(Tensor input) -> Tensor', {
  doc: 'Σ Aᵏ / k!, by scaling and squaring.',
  on: both,
  node: 'LinalgMatrixExp',
  forward(a) {
    const n = square('linalg.matrix_exp', a);
    return eachMatrix(a, [[n, n]], (m) => [factor.exponential(m, n)])[0]!;
  },
  // the upper right block of exp([[Aᵀ, G], [0, Aᵀ]]): Mathias 1996, theorem 2.1
  gradients: {
    input: from('input', (s) => {
      const n = s.input.shape[s.input.shape.length - 1]!;
      const at = mT(s.input);
      const top = at.cat_with([s.grad], -1);
      return exponential(top.cat_with([at.mul(0).cat_with([at], -1)], -2))
        .narrow(-2, 0, n)
        .narrow(-1, n, n);
    }),
  },
});
operator('multi_dot(Tensor[] tensors) -> Tensor', {
  doc: 'Product of several matrices; first and last may be vectors.',
  on: here,
  forward: (list) => list.slice(1).reduce((a, b) => a.matmul(b), list[0]!),
});
operator('vecdot(Tensor x, Tensor y, *, int dim = -1) -> Tensor', {
  doc: 'Σ x·y along dim.',
  on: here,
  forward: (a, b, dim) => a.mul(b).sum(dim),
});
operator('vander(Tensor x, *, int? N = null) -> Tensor', {
  doc: 'Powers 0 … N − 1 of every element.',
  on: here,
  forward(t, n) {
    const x = t.shape.length ? t : t.reshape([1]);
    const count = n ?? x.shape[x.shape.length - 1]!;
    return x.unsqueeze(-1).pow(
      valuesLike(
        x,
        Array.from({ length: count }, (_, i) => i),
        [count],
        int64,
      ),
    );
  },
});
operator('cross(Tensor input, Tensor other, int? dim = null) -> Tensor', {
  doc: 'Cross product of vectors of three.',
  on: both,
  forward(a, b, dim) {
    if (a.shape.length !== b.shape.length)
      throw new RuntimeError('linalg.cross: inputs must have the same number of dimensions.');
    const shape = broadcastShape(a.shape, b.shape);
    const [x, y] = [a.expand(shape), b.expand(shape)];
    if (dim === null && !shape.includes(3)) throw new RuntimeError('no dimension of size 3 in input');
    const d = dim === null ? shape.indexOf(3) : wrapDim(dim, shape.length);
    if (a.shape[d] !== 3 || b.shape[d] !== 3)
      throw new RuntimeError(
        `linalg.cross: inputs dimension ${dim ?? d} must have length 3. Got ${a.shape[d]} and ${b.shape[d]}`,
      );
    return x
      .roll(-1, d)
      .mul(y.roll(-2, d))
      .sub(x.roll(-2, d).mul(y.roll(-1, d)));
  },
});

const vectorNorm: (x: Tensor, ord: number, dim: readonly number[] | null, keepdim: boolean) => Tensor = operator(
  '_vector_norm(Tensor input, Scalar ord, int[]|null dim, bool keepdim) -> Tensor',
  {
    doc: '(Σ |x|^ord)^(1/ord).',
    on: 'none',
    node: 'LinalgVectorNorm',
    forward(x, ord, dim, keepdim) {
      const dims = wrapDims(dim, x.shape.length);
      const a = x.abs();
      const empty = dims.some((d) => x.shape[d] === 0);
      if (ord === Infinity || ord === -Infinity)
        return empty && ord > 0 ? a.sum(dims, keepdim) : reduced(ord > 0 ? 'max' : 'min', a, dims, keepdim, x.dtype);
      if (ord === 0) return x.ne(0).to(x.dtype).sum(dims, keepdim);
      if (ord === 1) return a.sum(dims, keepdim);
      if (ord === 2) return x.square().sum(dims, keepdim).sqrt();
      return a
        .pow(ord)
        .sum(dims, keepdim)
        .pow(1 / ord);
    },
    gradients: {
      input: from('input result', (s) => {
        const { input: x, ord } = s;
        const dims = wrapDims(s.dim as number[] | null, x.shape.length);
        const put = (t: Tensor): Tensor =>
          s.keepdim || x.shape.length === 0 ? t : t.reshape(x.shape.map((n, d) => (dims.includes(d) ? 1 : n)));
        const [g, norm] = [put(s.grad), put(s.result)];
        if (ord === 0) return x.mul(0);
        if (ord === 1) return g.mul(x.sgn());
        if (ord === 2) {
          const none = norm.eq(0);
          return x.mul(g.div(norm.masked_fill(none, 1)).masked_fill(none, 0));
        }
        if (Math.abs(ord) === Infinity) {
          const at = x.abs().eq(norm);
          return x
            .sgn()
            .mul(g.div(at.sum(dims, true).clamp_min(1)))
            .mul(at);
        }
        const scale = x.sgn().mul(x.abs().pow(ord - 1));
        return scale
          .mul(g.mul(norm.masked_fill(norm.eq(0), 1).pow(1 - ord)))
          .nan_to_num_where(x.eq(0).logical_or(norm.eq(0)));
      }),
    },
  },
);
operator(
  'vector_norm(Tensor input, Scalar ord = 2, int[]|null dim = null, bool keepdim = false, *, dtype? dtype = null) -> Tensor',
  {
    doc: 'Norm of the vectors along dims (of all elements unless said).',
    on: here,
    forward: (x, ord, dim, keepdim, dtype) => vectorNorm(dtype ? x.to(dtype) : x, ord, dim, keepdim),
  },
);
function matrixNorm(x: Tensor, ord: number | string, dims: readonly number[], keepdim: boolean): Tensor {
  const [a, b] = wrapDims(dims, x.shape.length) as [number, number];
  if (ord === 'fro') return vectorNorm(x, 2, [a, b], keepdim);
  const restore = (t: Tensor): Tensor =>
    keepdim ? [a, b].sort((p, q) => p - q).reduce((y, d) => y.unsqueeze(d), t) : t;
  if (ord === 'nuc' || Math.abs(Number(ord)) === 2) {
    const s = svdvals(x.movedim([a, b], [-2, -1]));
    return restore(ord === 'nuc' ? s.sum(-1) : ord === 2 ? s.amax(-1) : s.amin(-1));
  }
  const [inner, outer] = Math.abs(Number(ord)) === 1 ? [a, b] : [b, a];
  const sums = vectorNorm(x, 1, [inner], true);
  const best = Number(ord) > 0 ? sums.amax(outer, true) : sums.amin(outer, true);
  return keepdim ? best : best.squeeze([a, b]);
}
operator(
  "matrix_norm(Tensor input, Scalar|str ord = 'fro', int[] dim = [-2,-1], bool keepdim = false, *, dtype? dtype = null) -> Tensor",
  {
    doc: "Norm of matrices: 'fro', 'nuc', ±1, ±2, ±inf.",
    on: here,
    forward: (x, ord, dim, keepdim, dtype) => matrixNorm(dtype ? x.to(dtype) : x, ord, dim as number[], keepdim),
  },
);
operator(
  'norm(Tensor input, Scalar|str|null ord = null, int[]|null dim = null, bool keepdim = false, *, dtype? dtype = null) -> Tensor',
  {
    doc: 'Vector norm along one dim, matrix norm over two; the 2-norm of all elements unless said.',
    on: here,
    forward(x_, ord, dim, keepdim, dtype) {
      const x = dtype ? x_.to(dtype) : x_;
      if (ord === null) return vectorNorm(x, 2, dim, keepdim);
      const count = dim?.length ?? x.shape.length;
      if (count === 2) return matrixNorm(x, ord, dim ?? [0, 1], keepdim);
      if (typeof ord === 'string')
        throw new RuntimeError(`linalg.norm: order '${ord}' can only be used with 2-D input or two dims`);
      return vectorNorm(x, ord, dim, keepdim);
    },
  },
);
operator(
  "norm(Tensor input, Scalar|str|null p = 'fro', int[]|null dim = null, bool keepdim = false, dtype? dtype = null) -> Tensor",
  {
    doc: "p-norm of all elements or along dims; 'fro' is the 2-norm, 'nuc' the sum of singular values.",
    forward(x_, p, dim, keepdim, dtype) {
      const x = dtype ? x_.to(dtype) : x_;
      if (p === 'nuc') return matrixNorm(x, 'nuc', dim ?? [0, 1], keepdim);
      return vectorNorm(x, typeof p === 'number' ? p : 2, dim, keepdim);
    },
  },
);
operator('dist(Tensor input, Tensor other, Scalar p = 2) -> Tensor', {
  doc: '‖input − other‖ₚ.',
  forward: (a, b, p) => vectorNorm(a.sub(b), p, null, false),
});
operator('renorm(Tensor input, Scalar p, int dim, Scalar maxnorm) -> Tensor', {
  doc: 'Slices along dim whose p-norm is above maxnorm are scaled down to it.',
  inplace: true,
  forward(x, p, dim, max) {
    if (x.shape.length < 2)
      throw new RuntimeError(`renorm: input needs at least 2 dimensions, got ${x.shape.length} dimensions`);
    if (p <= 0) throw new RuntimeError('renorm: non-positive-norm not supported');
    if (max < 0) throw new RuntimeError(`renorm: expected maxnorm to be >= 0 but got ${max}`);
    const d = wrapDim(dim, x.shape.length);
    const norm = vectorNorm(
      x,
      p,
      x.shape.map((_, i) => i).filter((i) => i !== d),
      true,
    );
    return x.mul(norm.add(1e-7).reciprocal().mul(max).where(norm.gt(max), 1));
  },
});
operator('cdist(Tensor x1, Tensor x2, float p = 2, any compute_mode = null) -> Tensor', {
  doc: 'p-norm distances of every pair of rows: [.., P, M], [.., R, M] → [.., P, R].',
  on: 'torch',
  forward: (a, b, p) => vectorNorm(a.unsqueeze(-2).sub(b.unsqueeze(-3)), p, [-1], false),
});
operator('pdist(Tensor input, float p = 2) -> Tensor', {
  doc: 'p-norm distances of every pair of rows, i < j.',
  on: 'torch functional',
  forward(x, p) {
    const n = x.shape[0]!;
    const [i, j]: [number[], number[]] = [[], []];
    for (let a = 0; a < n; a++) for (let b = a + 1; b < n; b++) i.push(a) && j.push(b);
    const at = (list: number[]): Tensor => x.index_select(0, valuesLike(x, list, [list.length], int64));
    return vectorNorm(at(i).sub(at(j)), p, [1], false);
  },
});
