import { dispatch } from '../dispatch.ts';
import { RuntimeError } from '../device/device.ts';
import { are_deterministic_algorithms_enabled } from '../environment.ts';
import { from, operator } from '../operator.ts';
import { broadcastShape } from '../promotion.ts';
import { alias, contiguousNow, emptyLike, numelOf, type Tensor } from '../tensor.ts';
import { expanded } from './views.ts';

const batched = (t: Tensor): Tensor =>
  t.shape.length === 2 ? alias(t, [1, t.shape[0]!, t.shape[1]!], [0, t.strides[0]!, t.strides[1]!], t.offset) : t;

/** beta·bias + alpha·a@b for matrices or batches of them, without autograd. */
function product(name: string, a: Tensor, b: Tensor, bias: Tensor | null = null, beta = 1, alpha = 1): Tensor {
  if (a.dtype !== b.dtype || (bias && bias.dtype !== a.dtype))
    throw new RuntimeError(
      `expected m1 and m2 to have the same dtype, but got: ${a.dtype.typeName} != ${b.dtype.typeName}`,
    );
  const x = batched(a);
  const y = batched(b);
  const [batch, m, k] = x.shape as [number, number, number];
  const n = y.shape[2]!;
  if (name === 'bmm' && (batch !== y.shape[0] || k !== y.shape[1]))
    throw new RuntimeError(
      `Expected size for first two dimensions of batch2 tensor to be: [${batch}, ${k}] but got: [${y.shape[0]}, ${y.shape[1]}].`,
    );
  if (k !== y.shape[1])
    throw new RuntimeError(`mat1 and mat2 shapes cannot be multiplied (${m}x${k} and ${y.shape[1]}x${n})`);
  if (batch !== y.shape[0]) throw new RuntimeError(`${name}: batch sizes differ: ${batch} and ${y.shape[0]}`);
  const shape = a.shape.length === 2 ? [m, n] : [batch, m, n];
  const out = emptyLike(a, shape, a.dtype);
  const whole = alias(out, [batch, m, n], [m * n, n, 1], 0);
  const added = bias ? batched(expanded(bias, shape)) : null;
  dispatch('gemm', added ? [whole, x, y, added] : [whole, x, y], {
    alpha: factor(a, alpha),
    beta: factor(a, beta),
    maySplit: !are_deterministic_algorithms_enabled(),
  });
  return out;
}
/** Factors of integers lose their fraction. */
const factor = (t: Tensor, by: number): number => (t.dtype.category < 2 ? Math.trunc(by) : by);
const rank = (name: string, t: Tensor, wanted: number, what: string): void => {
  if (t.shape.length !== wanted)
    throw new RuntimeError(
      `${name}: ${what} must be a ${wanted === 2 ? 'matrix' : wanted === 1 ? 'vector' : '3D tensor'}, got ${t.shape.length}-D tensor`,
    );
};

export const mm: (a: Tensor, b: Tensor) => Tensor = operator('mm(Tensor input, Tensor mat2) -> Tensor', {
  doc: 'Product of two matrices, [n, m] @ [m, p] → [n, p].',
  forward(a, b) {
    rank('mm', a, 2, 'self');
    rank('mm', b, 2, 'mat2');
    return product('mm', a, b);
  },
  gradients: {
    input: from('mat2', (s) => mm(s.grad, s.mat2.t())),
    mat2: from('input', (s) => secondGradient(s.grad, s.input, s.strides('mat2'))),
  },
});
/**
 * aᵀ @ grad, in memory laid out like the matrix it is the gradient of: a weight used as weight.t() then has a contiguous
 * gradient, which becomes its .grad without a copy.
 */
const secondGradient = (grad: Tensor, a: Tensor, [row = 0, column = 0]: readonly number[]): Tensor =>
  row < column ? mm(grad.t(), a).t() : mm(a.t(), grad);
export const bmm: (a: Tensor, b: Tensor) => Tensor = operator('bmm(Tensor input, Tensor mat2) -> Tensor', {
  doc: 'Products of batches of matrices, [b, n, m] @ [b, m, p] → [b, n, p].',
  forward(a, b) {
    rank('bmm', a, 3, 'batch1');
    rank('bmm', b, 3, 'batch2');
    return product('bmm', a, b);
  },
  gradients: {
    input: from('mat2', (s) => bmm(s.grad, s.mat2.transpose(1, 2))),
    mat2: from('input', (s) => bmm(s.input.transpose(1, 2), s.grad)),
  },
});
const scaled = (t: Tensor, by: number): Tensor => (by === 1 ? t : t.mul(factor(t, by)));
export const addmm = operator(
  'addmm(Tensor input, Tensor mat1, Tensor mat2, *, Scalar beta = 1, Scalar alpha = 1) -> Tensor',
  {
    doc: 'beta · input + alpha · mat1 @ mat2.',
    inplace: true,
    forward(bias, a, b, beta, alpha) {
      rank('addmm', a, 2, 'mat1');
      rank('addmm', b, 2, 'mat2');
      return product('addmm', a, b, bias, beta, alpha);
    },
    gradients: {
      input: (s) => scaled(s.grad, s.beta),
      mat1: from('mat2', (s) => scaled(mm(s.grad, s.mat2.t()), s.alpha)),
      mat2: from('mat1', (s) => scaled(secondGradient(s.grad, s.mat1, s.strides('mat2')), s.alpha)),
    },
  },
);
export const baddbmm = operator(
  'baddbmm(Tensor input, Tensor batch1, Tensor batch2, *, Scalar beta = 1, Scalar alpha = 1) -> Tensor',
  {
    doc: 'beta · input + alpha · batch1 @ batch2, batch by batch.',
    inplace: true,
    forward: (bias, a, b, beta, alpha) => product('baddbmm', a, b, bias, beta, alpha),
    gradients: {
      input: (s) => scaled(s.grad, s.beta),
      batch1: from('batch2', (s) => scaled(bmm(s.grad, s.batch2.transpose(1, 2)), s.alpha)),
      batch2: from('batch1', (s) => scaled(bmm(s.batch1.transpose(1, 2), s.grad), s.alpha)),
    },
  },
);
operator('addbmm(Tensor input, Tensor batch1, Tensor batch2, *, Scalar beta = 1, Scalar alpha = 1) -> Tensor', {
  doc: 'beta · input + alpha · Σ batch1ᵢ @ batch2ᵢ.',
  inplace: true,
  forward: (bias, a, b, beta, alpha) => scaled(bias, beta).add(scaled(a.bmm(b).sum(0, { dtype: a.dtype }), alpha)),
});
operator('mv(Tensor input, Tensor vec) -> Tensor', {
  doc: 'Matrix times vector.',
  forward(a, v) {
    rank('mv', a, 2, 'input');
    rank('mv', v, 1, 'vec');
    if (a.shape[1] !== v.shape[0])
      throw new RuntimeError(`size mismatch, got ${a.shape[0]}, ${a.shape[0]}x${a.shape[1]},${v.shape[0]}`);
    return product('mv', a, alias(v, [v.shape[0]!, 1], [v.strides[0]!, 1], v.offset)).reshape([a.shape[0]!]);
  },
  gradients: { input: from('vec', (s) => s.grad.outer(s.vec)), vec: from('input', (s) => s.input.t().mv(s.grad)) },
});
operator('addmv(Tensor input, Tensor mat, Tensor vec, *, Scalar beta = 1, Scalar alpha = 1) -> Tensor', {
  doc: 'beta · input + alpha · mat @ vec.',
  inplace: true,
  forward: (t, m, v, beta, alpha) => scaled(t, beta).add(scaled(m.mv(v), alpha)),
});
operator('addr(Tensor input, Tensor vec1, Tensor vec2, *, Scalar beta = 1, Scalar alpha = 1) -> Tensor', {
  doc: 'beta · input + alpha · vec1 ⊗ vec2.',
  inplace: true,
  forward: (t, a, b, beta, alpha) =>
    t.dtype.category === 0
      ? t.logical_and(t.new_full([], beta)).logical_or(a.outer(b).logical_and(t.new_full([], alpha)))
      : scaled(t, beta).add(scaled(a.outer(b), alpha)),
});
operator('dot(Tensor input, Tensor tensor) -> Tensor', {
  doc: 'Inner product of two vectors.',
  aliases: ['vdot'],
  forward(a, b) {
    if (a.shape.length !== 1 || b.shape.length !== 1)
      throw new RuntimeError(`1D tensors expected, but got ${a.shape.length}D and ${b.shape.length}D tensors`);
    if (a.shape[0] !== b.shape[0])
      throw new RuntimeError(
        `inconsistent tensor size, expected tensor [${a.shape[0]}] and src [${b.shape[0]}] to have the same number of elements, but got ${a.shape[0]} and ${b.shape[0]} elements respectively`,
      );
    if (a.dtype !== b.dtype)
      throw new RuntimeError(
        `dot : expected both vectors to have same dtype, but found ${a.dtype.typeName} and ${b.dtype.typeName}`,
      );
    return a.mul(b).sum({ dtype: a.dtype });
  },
  gradients: { input: from('tensor', (s) => s.grad.mul(s.tensor)), tensor: from('input', (s) => s.grad.mul(s.input)) },
});
operator('outer(Tensor input, Tensor vec2) -> Tensor', {
  doc: 'Every product of two vectors’ elements: [n] ⊗ [m] → [n, m].',
  aliases: ['ger'],
  forward(a, b) {
    for (const [name, t] of [
      ['self', a],
      ['vec2', b],
    ] as const)
      if (t.shape.length !== 1)
        throw new RuntimeError(`outer: Expected 1-D argument ${name}, but got ${t.shape.length}-D`);
    return a.unsqueeze(1).mul(b);
  },
});
operator('inner(Tensor input, Tensor other) -> Tensor', {
  doc: 'Sum of products over the last dimensions.',
  forward: (a, b) =>
    a.shape.length === 0 || b.shape.length === 0
      ? a.mul(b)
      : a.tensordot(b, [[a.shape.length - 1], [b.shape.length - 1]]),
});
export const matmul: (a: Tensor, b: Tensor) => Tensor = operator('matmul(Tensor input, Tensor other) -> Tensor', {
  doc: 'Matrix product with broadcast batches: [.., n, m] @ [.., m, p] → [.., n, p]; vectors gain and lose a dimension.',
  aliases: ['__matmul__'],
  on: 'torch method linalg',
  forward(a, b) {
    const n = a.shape.length;
    const m = b.shape.length;
    if (n === 0 || m === 0)
      throw new RuntimeError(`both arguments to matmul need to be at least 1D, but they are ${n}D and ${m}D`);
    if (n === 2 && m === 2) return a.mm(b);
    if (n === 1 && m === 1) return a.dot(b);
    if (n === 2 && m === 1) return a.mv(b);
    if (n === 1) return matmul(a.unsqueeze(0), b).squeeze(-2);
    if (m === 1) return matmul(a, b.unsqueeze(1)).squeeze(-1);
    const rows = a.shape[n - 2]!;
    const inside = a.shape[n - 1]!;
    const columns = b.shape[m - 1]!;
    if (m === 2)
      return a
        .reshape([numelOf(a.shape.slice(0, -1)), inside])
        .mm(b)
        .reshape([...a.shape.slice(0, -1), columns]);
    const batch = broadcastShape(a.shape.slice(0, -2), b.shape.slice(0, -2));
    const count = numelOf(batch);
    const x = a.expand([...batch, rows, inside]).reshape([count, rows, inside]);
    const y = b.expand([...batch, b.shape[m - 2]!, columns]).reshape([count, b.shape[m - 2]!, columns]);
    return x.bmm(y).reshape([...batch, rows, columns]);
  },
});
operator('tensordot(Tensor input, Tensor b, any dims = 2) -> Tensor', {
  doc: 'Sum of products over chosen pairs of dimensions.',
  forward(a, b, dims) {
    const named = typeof dims === 'object' && dims !== null && 'dims' in dims ? dims.dims : dims;
    const pairs =
      typeof named === 'number'
        ? [
            Array.from({ length: named }, (_, i) => a.shape.length - named + i),
            Array.from({ length: named }, (_, i) => i),
          ]
        : (named as (number | number[])[]).map((d) => [d].flat());
    const left = pairs[0]!.map((d) => (d < 0 ? d + a.shape.length : d));
    const right = pairs[1]!.map((d) => (d < 0 ? d + b.shape.length : d));
    const freeA = a.shape.map((_, d) => d).filter((d) => !left.includes(d));
    const freeB = b.shape.map((_, d) => d).filter((d) => !right.includes(d));
    const inside = numelOf(left.map((d) => a.shape[d]!));
    const x = a.permute([...freeA, ...left]).reshape([numelOf(freeA.map((d) => a.shape[d]!)), inside]);
    const y = b.permute([...right, ...freeB]).reshape([inside, numelOf(freeB.map((d) => b.shape[d]!))]);
    return x.mm(y).reshape([...freeA.map((d) => a.shape[d]!), ...freeB.map((d) => b.shape[d]!)]);
  },
});
operator('linear(Tensor input, Tensor weight, Tensor? bias = null) -> Tensor', {
  doc: 'x · weightᵀ + bias: input [.., in], weight [out, in], bias [out] → [.., out].',
  on: 'functional',
  forward(x, weight, bias) {
    if (x.shape.length === 2 && weight.shape.length === 2)
      return bias ? addmm(bias, x, weight.t(), 1, 1) : mm(x, weight.t());
    const [a, b, features] = x.shape;
    if (bias && x.shape.length === 3 && weight.shape.length === 2 && contiguousNow(x))
      return addmm(bias, x.reshape([a! * b!, features!]), weight.t(), 1, 1).reshape([a!, b!, weight.shape[0]!]);
    const y = x.matmul(weight.t());
    return bias ? y.add(bias) : y;
  },
});
