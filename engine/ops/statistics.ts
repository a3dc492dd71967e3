import { is_grad_enabled } from '../autograd/modes.ts';
import { dispatch } from '../dispatch.ts';
import { RuntimeError } from '../device/device.ts';
import { type DType, float64, int32, int64, uint8 } from '../dtype.ts';
import { from, operator } from '../operator.ts';
import { compute } from '../pointwise.ts';
import { floating, resultType } from '../promotion.ts';
import { emptyLike, valuesLike, numelOf, Tensor, valuesOf } from '../tensor.ts';
import { raw } from './arithmetic.ts';
import { linspaceValues } from './ranges.ts';
import { hashOrder, introSort, quickSelect } from './order.ts';
import { wrapDim } from './views.ts';

const spreadBack = (grad: Tensor, dim: number, index: Tensor, keepdim: boolean, shape: readonly number[]): Tensor => {
  if (shape.length === 0) return grad;
  return grad
    .new_zeros(shape)
    .scatter(dim, keepdim ? index : index.unsqueeze(dim), keepdim ? grad : grad.unsqueeze(dim));
};
for (const greater of [true, false]) {
  operator(`${greater ? 'cummax' : 'cummin'}(Tensor input, int dim) -> (Tensor, Tensor)`, {
    doc: `Running ${greater ? 'maximum' : 'minimum'} along dim and where it is.`,
    fields: ['values', 'indices'],
    constant: [1],
    forward(t, dim) {
      const [values, indices] = [emptyLike(t), emptyLike(t, t.shape, int64)];
      const d = wrapDim(dim, t.shape.length);
      if (numelOf(t.shape) > 0) dispatch('extreme_scan', [values, indices, t], { dim: d, greater });
      return [values, indices];
    },
    gradients: {
      input: from('results', (s) =>
        s.shape('input').length ? s.grad.new_zeros(s.shape('input')).scatter_add(s.dim, s.results[1]!, s.grad) : s.grad,
      ),
    },
  });
}
/** Σ over j ≥ i of gⱼ·exp(xᵢ − outⱼ), each exponent at most 0: takes n² memory, but can be differentiated again. */
function slopesOfLogcumsumexp(grad: Tensor, input: Tensor, result: Tensor, dim: number): Tensor {
  const last = (t: Tensor): Tensor => t.movedim(dim, -1);
  const apart = last(input).unsqueeze(-1).sub(last(result).unsqueeze(-2));
  const later = apart.new_ones(apart.shape.slice(-2)).triu().eq(0);
  return apart.masked_fill(later, -Infinity).exp().mul(last(grad).unsqueeze(-2)).sum(-1).movedim(-1, dim);
}
operator('logcumsumexp(Tensor input, int dim) -> Tensor', {
  doc: 'Running logsumexp along dim.',
  forward(t, dim) {
    const out = emptyLike(t);
    const d = wrapDim(dim, t.shape.length);
    if (numelOf(t.shape) > 0) dispatch('scan', [out, t], { dim: d, kind: 'logsumexp' });
    return out;
  },
  gradients: {
    input: from('input result', (s) => {
      if (s.input.shape.length === 0) return s.grad;
      if (is_grad_enabled()) return slopesOfLogcumsumexp(s.grad, s.input, s.result, s.dim);
      // in logarithms, positive and negative parts apart: e^x alone may overflow
      const part = (g: Tensor): Tensor =>
        g.clamp_min(0).log().sub(s.result).flip([s.dim]).logcumsumexp(s.dim).flip([s.dim]).add(s.input).exp();
      return part(s.grad).sub(part(s.grad.neg()));
    }),
  },
});
/** Of each line along dim the element whose place `choose` says, and the place. */
function alongLine(t: Tensor, dim: number, keepdim: boolean, choose: (line: number[]) => number): [Tensor, Tensor] {
  if (t.shape.length === 0) return [t.clone(), t.new_zeros([], { dtype: int64 })];
  const d = wrapDim(dim, t.shape.length);
  const moved = t.movedim(d, -1);
  const n = t.shape[d]!;
  const values = valuesOf(moved);
  const places = new Float64Array(n ? values.length / n : 0);
  for (let l = 0; l < places.length; l++) places[l] = choose(Array.from({ length: n }, (_, i) => values[l * n + i]!));
  const index = valuesLike(t, places, moved.shape.slice(0, -1), int64).unsqueeze(d);
  const value = t.gather(d, index);
  return keepdim ? [value, index] : [value.squeeze(d), index.squeeze(d)];
}
operator('kthvalue(Tensor input, int k, int dim = -1, bool keepdim = false) -> (Tensor, Tensor)', {
  doc: 'The k-th smallest value along dim and its index.',
  fields: ['values', 'indices'],
  constant: [1],
  forward(t, k, dim, keepdim) {
    const size = t.shape.length ? t.shape[wrapDim(dim, t.shape.length)]! : 1;
    if (k < 1 || k > size)
      throw new RuntimeError(
        `kthvalue(): selected number k out of range for dimension ${wrapDim(dim, t.shape.length)}`,
      );
    return alongLine(t, dim, keepdim, (line) => {
      const indices = line.map((_, i) => i);
      quickSelect(line, indices, k - 1, (a, b) => (a !== a && b === b) || a > b);
      return indices[k - 1]!;
    });
  },
  gradients: { input: from('results', (s) => spreadBack(s.grad, s.dim, s.results[1]!, s.keepdim, s.shape('input'))) },
});
for (const skip of [false, true]) {
  const name = skip ? 'nanmedian' : 'median';
  operator(`${name}(Tensor input, int dim, bool keepdim = false) -> (Tensor, Tensor)`, {
    doc: `The median along dim (the lower of two)${skip ? ', NaN aside' : ''} and its index.`,
    fields: ['values', 'indices'],
    constant: [1],
    forward(t, dim, keepdim) {
      if (t.shape.length === 0) return [t.clone(), t.new_zeros([], { dtype: int64 })];
      const d = wrapDim(dim, t.shape.length);
      const [values, indices] = t.sort(d) as unknown as [Tensor, Tensor];
      const n = t.shape[d]!;
      const missing = values.isnan().sum(d, true);
      // with NaN in the line: the first NaN for median, the middle of the rest for nanmedian
      const middle = skip
        ? missing
            .rsub(n - 1)
            .floor_divide(2)
            .clamp_min(0)
        : compute('m > 0 ? n - m : k', ['m', 'n', 'k'], [missing, n, Math.floor((n - 1) / 2)], 'common');
      const pick = (x: Tensor): Tensor => (keepdim ? x.gather(d, middle) : x.gather(d, middle).squeeze(d));
      return [pick(values), pick(indices)];
    },
    gradients: { input: from('results', (s) => spreadBack(s.grad, s.dim, s.results[1]!, s.keepdim, s.shape('input'))) },
  });
  operator(`${name}(Tensor input) -> Tensor`, {
    doc: `The median of all elements (the lower of two)${skip ? ', NaN aside' : ''}.`,
    forward: (t) => (skip ? t.reshape([-1]).nanmedian(0)[0] : t.reshape([-1]).median(0)[0]),
    gradients: {
      input: from('input result', (s) => {
        const same = s.result.isnan().item() ? s.input.isnan() : s.input.eq(s.result);
        return s.grad.mul(same).div(same.sum());
      }),
    },
  });
}
operator('mode(Tensor input, int dim = -1, bool keepdim = false) -> (Tensor, Tensor)', {
  doc: 'The most frequent value along dim (the smallest of several) and the index of one occurrence.',
  fields: ['values', 'indices'],
  constant: [1],
  forward: (t, dim, keepdim) =>
    alongLine(t, dim, keepdim, (line) => {
      const order = line.map((_, i) => i);
      introSort(order, 0, order.length, (i, j) => line[i]! < line[j]!);
      let [mode, most, run] = [0, 0, 0];
      order.forEach((place, i) => {
        run++;
        if (i < order.length - 1 && line[place] === line[order[i + 1]!]) return;
        if (run > most) [mode, most] = [place, run];
        run = 0;
      });
      return mode;
    }),
  gradients: { input: from('results', (s) => spreadBack(s.grad, s.dim, s.results[1]!, s.keepdim, s.shape('input'))) },
});
function quantile(
  t: Tensor,
  q: Tensor,
  dim: number | null,
  keepdim: boolean,
  interpolation: string,
  skipNaN: boolean,
): Tensor {
  const x = (dim === null ? t.reshape([-1]) : t.movedim(wrapDim(dim, t.shape.length), -1)).reshape(
    dim === null ? [-1] : dim !== null && t.shape.length === 0 ? [1] : t.movedim(dim, -1).shape,
  );
  const sorted = x.sort(-1)[0];
  const n = x.shape[x.shape.length - 1]!;
  const missing = sorted.isnan().sum(-1, true).to(t.dtype);
  const last = skipNaN ? missing.rsub(n - 1).clamp_min(0) : missing.mul(0).add(n - 1);
  const rank = last.mul(q.reshape([-1]));
  const place = skipNaN ? rank : rank.masked_fill(missing.gt(0), n - 1);
  const low = place.detach().floor();
  const at = (p: Tensor): Tensor => sorted.gather(-1, p.to(int64));
  let value: Tensor;
  if (interpolation === 'lower') value = at(low);
  else if (interpolation === 'higher') value = at(place.ceil());
  else if (interpolation === 'nearest') value = at(place.round());
  else {
    const weight = interpolation === 'midpoint' ? place.sub(low).gt(0).to(t.dtype).mul(0.5) : place.sub(low);
    value = at(low).lerp(at(place.detach().ceil()), weight.to(t.dtype));
  }
  const front = value.movedim(-1, 0);
  const shaped = keepdim
    ? dim === null
      ? front.reshape([-1, ...t.shape.map(() => 1)])
      : front.unsqueeze(t.shape.length ? wrapDim(dim, t.shape.length) + 1 : 1)
    : front;
  const result = t.shape.length === 0 && keepdim ? front.reshape([-1]) : shaped;
  return q.shape.length === 0 ? result.select(0, 0) : result;
}
for (const skip of [false, true]) {
  operator(
    `${skip ? 'nan' : ''}quantile(Tensor input, float|Tensor q, int? dim = null, bool keepdim = false, *, str interpolation = 'linear') -> Tensor`,
    {
      doc: `The q-th quantiles along dim${skip ? ', NaN aside' : ''}.`,
      forward: (t, q, dim, keepdim, interpolation) =>
        quantile(t, q instanceof Tensor ? q : t.new_full([], q), dim, keepdim, interpolation, skip),
    },
  );
}
operator('histc(Tensor input, int bins = 100, Scalar min = 0, Scalar max = 0) -> Tensor', {
  doc: 'Counts in bins of equal width from min to max (of the data when both are equal).',
  forward(t, bins, min, max) {
    const values = Array.from(valuesOf(t));
    let [low, high] = min === max && values.length ? [Math.min(...values), Math.max(...values)] : [min, max];
    if (low === high) [low, high] = [low - 1, high + 1];
    const counts = new Float64Array(bins);
    for (const v of values)
      if (v >= low && v <= high) counts[Math.min(bins - 1, Math.floor(((v - low) / (high - low)) * bins))]!++;
    return valuesLike(t, counts, [bins]);
  },
});
operator(
  'histogram(Tensor input, int|Tensor bins, *, float[]|null range = null, Tensor? weight = null, bool density = false) -> (Tensor, Tensor)',
  {
    doc: 'Counts (or weights, or densities) in bins, and the bins’ edges.',
    fields: ['hist', 'bin_edges'],
    forward(t, bins, range, weight, density) {
      const values = Array.from(valuesOf(t));
      const weights = weight ? valuesOf(weight) : null;
      let edges: number[];
      if (bins instanceof Tensor) edges = Array.from(valuesOf(bins));
      else {
        let [low, high] = range
          ? [range[0]!, range[1]!]
          : values.length
            ? [Math.min(...values), Math.max(...values)]
            : [0, 1];
        if (low === high) [low, high] = range ? [low - 0.5, high + 0.5] : [low - 0.5, high + 0.5];
        edges = Array.from(
          valuesOf(
            t
              .new_full([bins + 1], 0)
              .add(valuesLike(t, linspaceValues(low, high, bins + 1, t.dtype), [bins + 1], t.dtype)),
          ),
        );
      }
      const counts = new Float64Array(Math.max(0, edges.length - 1));
      const [low = 0, high = 0] = [edges[0], edges.at(-1)];
      values.forEach((v, i) => {
        if (!(v >= low && v <= high)) return;
        // equal bins: near where the value lies between the ends; else by halving, also where edges are not in order
        const guess = bins instanceof Tensor ? null : Math.trunc(((v - low) / (high - low)) * counts.length);
        const start = guess === null ? 0 : Math.max(0, guess - 1);
        const end = guess === null ? edges.length : Math.min(guess + 2, edges.length);
        const b = start + search(edges, start, end - start, v, true, null) - 1;
        counts[Math.min(b, counts.length - 1)]! += weights ? weights[i]! : 1;
      });
      if (density) {
        const total = counts.reduce((a, b) => a + b, 0);
        counts.forEach((c, i) => (counts[i] = c / total / (edges[i + 1]! - edges[i]!)));
      }
      return [valuesLike(t, counts, [counts.length]), valuesLike(t, edges, [edges.length])];
    },
  },
);
operator('bincount(Tensor input, Tensor? weights = null, int minlength = 0) -> Tensor', {
  doc: 'How often each whole number from 0 occurs (or the sum of its weights).',
  forward(t, weights, minlength) {
    const values = Array.from(valuesOf(t));
    if (values.some((v) => v < 0)) throw new RuntimeError('bincount only supports 1-d non-negative integral inputs.');
    const counts = new Float64Array(Math.max(minlength, ...values.map((v) => v + 1), 0));
    const w = weights ? valuesOf(weights) : null;
    values.forEach((v, i) => (counts[v]! += w ? w[i]! : 1));
    return valuesLike(
      t,
      counts,
      [counts.length],
      weights ? (weights.dtype.name === 'float32' ? weights.dtype : float64) : int64,
    );
  },
});
function search(
  edges: ArrayLike<number>,
  start: number,
  n: number,
  v: number,
  right: boolean,
  order: ArrayLike<number> | null,
): number {
  let low = 0;
  let high = n;
  while (low < high) {
    const mid = (low + high) >> 1;
    const e = edges[start + (order ? order[start + mid]! : mid)]!;
    if (right ? e <= v : e < v) low = mid + 1;
    else high = mid;
  }
  return low;
}
operator('bucketize(Tensor|Scalar input, Tensor boundaries, *, bool out_int32 = false, bool right = false) -> Tensor', {
  doc: 'The bucket of each value between sorted boundaries.',
  on: 'torch',
  forward(t, boundaries, small, right) {
    const x = t instanceof Tensor ? t : boundaries.new_full([], Number(t));
    const edges = valuesOf(boundaries);
    return valuesLike(
      x,
      Float64Array.from(valuesOf(x), (v) => search(edges, 0, edges.length, v, right, null)),
      x.shape,
      small ? int32 : int64,
    );
  },
});
operator(
  'searchsorted(Tensor sorted_sequence, Tensor|Scalar input, *, bool out_int32 = false, bool right = false, str? side = null, Tensor? sorter = null) -> Tensor',
  {
    doc: 'Where each value would be inserted to keep the sequence sorted, row by row.',
    on: 'torch',
    forward(sequence, t, small, right, side, sorter) {
      const x = t instanceof Tensor ? t : sequence.new_full([], Number(t));
      const edges = valuesOf(sequence);
      const order = sorter ? valuesOf(sorter) : null;
      const n = sequence.shape[sequence.shape.length - 1]!;
      const width = x.shape[x.shape.length - 1] ?? 1;
      const one = sequence.shape.length === 1;
      return valuesLike(
        x,
        Float64Array.from(valuesOf(x), (v, i) =>
          search(edges, one ? 0 : Math.floor(i / width) * n, n, v, right || side === 'right', order),
        ),
        x.shape,
        small ? int32 : int64,
      );
    },
  },
);
operator(
  'isin(Tensor|Scalar elements, Tensor|Scalar test_elements, *, bool assume_unique = false, bool invert = false) -> Tensor',
  {
    doc: 'Whether each element is among the test elements.',
    on: 'torch',
    forward(elements, tests, _, invert) {
      const like = elements instanceof Tensor ? elements : (tests as Tensor);
      const x = elements instanceof Tensor ? elements : like.new_full([], Number(elements));
      const known = new Set(tests instanceof Tensor ? Array.from(valuesOf(tests)) : [Number(tests)]);
      return valuesLike(
        x,
        Float64Array.from(valuesOf(x), (v) => Number(known.has(v) !== invert)),
        x.shape,
        like.eq(like).dtype,
      );
    },
  },
);
function uniqueRows(t: Tensor, dim: number | null, consecutive: boolean): Tensor[] {
  const x = dim === null ? t.reshape([-1]) : t.transpose(dim, 0); // rows are compared as PyTorch lays them
  const values = valuesOf(x);
  const rows = x.shape[0]!;
  const width = rows ? values.length / rows : 0;
  const compare = (a: number, b: number): number => {
    for (let i = 0; i < width; i++) {
      const d = values[a * width + i]! - values[b * width + i]!;
      if (d !== 0) return d;
    }
    return 0;
  };
  const order = Array.from({ length: rows }, (_, i) => i);
  if (!consecutive) order.sort((a, b) => compare(a, b) || a - b);
  const first: number[] = [];
  const counts: number[] = [];
  const inverse = new Float64Array(rows);
  for (const [i, row] of order.entries()) {
    if (i === 0 || compare(order[i - 1]!, row) !== 0) first.push(row) && counts.push(0);
    inverse[row] = first.length - 1;
    counts[counts.length - 1]!++;
  }
  const index = valuesLike(t, first, [first.length], int64);
  return [
    dim === null ? t.reshape([-1]).index_select(0, index) : t.index_select(dim, index),
    valuesLike(t, inverse, dim === null ? t.shape : [rows], int64),
    valuesLike(t, counts, [counts.length], int64),
  ];
}
/** In the order of PyTorch's hash table. */
function uniqueHashed(t: Tensor): Tensor[] {
  const values = valuesOf(t);
  const order = hashOrder(values, t.dtype.category < 2 ? 0 : t.dtype === float64 ? 8 : 4);
  const places = new Map(order.map((v, i) => [v, i]));
  const inverse = Float64Array.from(values, (v) => places.get(v) ?? 0);
  const counts = new Float64Array(order.length);
  for (const i of inverse) counts[i]!++;
  return [
    valuesLike(t, order, [order.length], t.dtype),
    valuesLike(t, inverse, t.shape, int64),
    valuesLike(t, counts, [counts.length], int64),
  ];
}
const asked = (all: Tensor[], inverse: boolean, counts: boolean): Tensor | Tensor[] => {
  const list = [all[0]!, ...(inverse ? [all[1]!] : []), ...(counts ? [all[2]!] : [])];
  return list.length === 1 ? list[0]! : list;
};
operator(
  'unique(Tensor input, bool sorted = true, bool return_inverse = false, bool return_counts = false, int? dim = null) -> any',
  {
    doc: 'The different elements (or slices along dim), sorted; with where each went and how often it occurs.',
    forward: (t, sorted, inverse, counts, dim) =>
      asked(
        sorted || dim !== null || t.dtype.category === 0 ? uniqueRows(t, dim, false) : uniqueHashed(t),
        inverse,
        counts,
      ),
  },
);
operator(
  'unique_consecutive(Tensor input, bool return_inverse = false, bool return_counts = false, int? dim = null) -> any',
  {
    doc: 'Runs of equal elements made one.',
    forward: (t, inverse, counts, dim) => asked(uniqueRows(t, dim, true), inverse, counts),
  },
);

function checkWeights(name: string, w: Tensor | null, observations: number, whole: boolean): void {
  if (!w) return;
  const wrong = (what: string): never => {
    throw new RuntimeError(`cov(): expected ${name} to ${what}`);
  };
  if (w.shape.length > 1) wrong(`have one or fewer dimensions but got ${name} with ${w.shape.length} dimensions`);
  if (whole ? w.dtype.category !== 1 : w.dtype.category !== 2)
    wrong(`have ${whole ? 'integral' : 'floating point'} dtype but got ${name} with ${w.dtype} dtype`);
  if (w.numel() !== observations)
    wrong(`have the same numel as there are input observations but got ${w.numel()} != ${observations}`);
  if (w.numel() && w.min().item() < 0) throw new RuntimeError(`cov(): ${name} cannot be negative`);
}
operator('cov(Tensor input, *, int correction = 1, Tensor? fweights = null, Tensor? aweights = null) -> Tensor', {
  doc: 'Covariance of the rows’ variables.',
  forward(t, correction, f, a) {
    if (t.shape.length > 2)
      throw new RuntimeError(
        `cov(): expected input to have two or fewer dimensions but got an input with ${t.shape.length} dimensions`,
      );
    if (t.dtype.category === 0) throw new RuntimeError('cov(): bool dtype is not supported for input');
    const real = t.to(floating(t.dtype));
    const x = t.shape.length < 2 ? real.reshape([1, -1]) : real;
    checkWeights('fweights', f, x.shape[1]!, true);
    checkWeights('aweights', a, x.shape[1]!, false);
    const w = f && a ? a.mul(f) : (f ?? a);
    const total = w ? w.sum() : null;
    const mean = w ? x.mul(w).sum(1, true).div(w.sum()) : x.mean(1, true);
    const centred = x.sub(mean);
    const norm =
      !w || !total
        ? x.shape[1]! - correction
        : a && correction !== 0
          ? total.sub(w.mul(a).sum().div(total).mul(correction))
          : total.sub(correction);
    const weighted = w ? centred.mul(w) : centred;
    const c = weighted.matmul(centred.t()).div(typeof norm === 'number' ? Math.max(0, norm) : norm.clamp_min(0));
    return t.shape.length < 2 || c.numel() === 1 ? c.squeeze() : c;
  },
});
operator('corrcoef(Tensor input) -> Tensor', {
  doc: 'Correlation coefficients of the rows’ variables.',
  forward(t) {
    const c = t.cov();
    if (c.shape.length === 0) return c.div(c);
    const d = c.diagonal().sqrt();
    return c.div(d.unsqueeze(1)).div(d.unsqueeze(0)).clamp(-1, 1);
  },
});
operator('diff(Tensor input, int n = 1, int dim = -1, Tensor? prepend = null, Tensor? append = null) -> Tensor', {
  doc: 'Differences of neighbours along dim, n times over.',
  forward(t, n, dim, prepend, append) {
    if (n === 0) return t.clone();
    let x = prepend ? prepend.cat_with([t], dim) : t;
    if (append) x = x.cat_with([append], dim);
    const size = x.shape[wrapDim(dim, x.shape.length)]!;
    for (let i = 0; i < Math.min(n, size); i++) {
      const m = x.shape[wrapDim(dim, x.shape.length)]!;
      const [b, a] = [x.narrow(dim, Math.min(1, m), Math.max(0, m - 1)), x.narrow(dim, 0, Math.max(0, m - 1))];
      x = x.dtype.category === 0 ? b.logical_xor(a) : b.sub(a);
    }
    return x;
  },
});
function areas(y: Tensor, x: Tensor | null, dx: number, dim: number): Tensor {
  const d = wrapDim(dim, y.shape.length);
  const n = y.shape[d]!;
  const sums = y.narrow(d, Math.min(1, n), Math.max(0, n - 1)).add(y.narrow(d, 0, Math.max(0, n - 1)));
  if (!x) return sums.to(floating(y.dtype)).mul(dx / 2);
  const along = x.shape.length === 1 && y.shape.length > 1 ? x.reshape(y.shape.map((_, i) => (i === d ? -1 : 1))) : x;
  const e = along.shape.length - (y.shape.length - d);
  const m = along.shape[e]!;
  return sums.mul(along.narrow(e, 1, m - 1).sub(along.narrow(e, 0, m - 1))).mul(0.5);
}
for (const name of ['trapezoid', 'trapz'] as const) {
  operator(`${name}(Tensor y, Tensor x, *, int dim = -1) -> Tensor`, {
    doc: 'Integral by the trapezoidal rule.',
    on: 'torch',
    forward: (y, x, dim) =>
      y.shape[wrapDim(dim, y.shape.length)] === 0
        ? y.sum(dim)
        : areas(y, x, 1, dim).sum(
            dim - (dim >= 0 ? Math.min(0, y.shape.length - Math.max(y.shape.length, x.shape.length)) : 0),
          ),
  });
  operator(`${name}(Tensor y, *, Scalar dx = 1, int dim = -1) -> Tensor`, {
    doc: 'Integral by the trapezoidal rule.',
    on: 'torch',
    forward: (y, dx, dim) => areas(y, null, dx, dim).sum(dim),
  });
}
operator('cumulative_trapezoid(Tensor y, Tensor x, *, int dim = -1) -> Tensor', {
  doc: 'Running integral by the trapezoidal rule.',
  on: 'torch',
  forward: (y, x, dim) => areas(y, x, 1, dim).cumsum(dim),
});
operator('cumulative_trapezoid(Tensor y, *, Scalar dx = 1, int dim = -1) -> Tensor', {
  doc: 'Running integral by the trapezoidal rule.',
  on: 'torch',
  forward: (y, dx, dim) => areas(y, null, dx, dim).cumsum(dim),
});
operator('gradient(Tensor input, *, any spacing = 1, int[]|null dim = null, int edge_order = 1) -> Tensor[]', {
  doc: 'Slopes along dims: central differences inside, one-sided at the edges (of second order with edge_order 2).',
  forward(t, spacing, dim, order) {
    const dims = (dim ?? t.shape.map((_, d) => d)).map((d) => wrapDim(d, t.shape.length));
    checkGradient(t, spacing, dims, order);
    return dims.map((d, i) =>
      slope(
        t.to(floating(t.dtype)),
        d,
        Array.isArray(spacing)
          ? (spacing[i] as number | Tensor)
          : spacing instanceof Tensor && spacing.shape.length === 0
            ? Number(spacing.item())
            : ((spacing ?? 1) as number | Tensor),
        order,
      ),
    );
  },
});
function checkGradient(t: Tensor, spacing: unknown, dims: readonly number[], order: number): void {
  if (order !== 1 && order !== 2) throw new RuntimeError('torch.gradient only supports edge_order=1 and edge_order=2.');
  if (new Set(dims).size !== dims.length) throw new RuntimeError('dim appears multiple times in the list of dims');
  for (const d of dims)
    if (t.shape[d]! < order + 1)
      throw new RuntimeError('torch.gradient expected each dimension size to be at least edge_order+1');
  if (!Array.isArray(spacing)) return;
  if (spacing.length !== dims.length)
    throw new RuntimeError(
      `torch.gradient expected spacing to be unspecified, a scalar or a list of length equal to 'self.dim() = ${t.shape.length}', but got a list of length ${spacing.length}`,
    );
  spacing.forEach((s, i) => {
    if (s instanceof Tensor && (s.shape.length !== 1 || s.shape[0] !== t.shape[dims[i]!]))
      throw new RuntimeError(
        'torch.gradient expected each element in the spacing list to have one coordinate for every index of its dimension',
      );
  });
}
function slope(t: Tensor, d: number, spacing: number | Tensor, order: number): Tensor {
  const n = t.shape[d]!;
  const x =
    typeof spacing === 'number' ? Array.from({ length: n }, (_, i) => i * spacing) : Array.from(valuesOf(spacing));
  const at = (i: number): Tensor => t.narrow(d, i, 1);
  const shaped = (list: number[]): Tensor =>
    valuesLike(
      t,
      list.map(t.dtype.keep),
      t.shape.map((_, k) => (k === d ? list.length : 1)),
      t.dtype,
    );
  // derivative at a of the parabola through three places
  const weights = (a: number, i: number, j: number, k: number): [number, number, number] => [
    (2 * a - x[j]! - x[k]!) / ((x[i]! - x[j]!) * (x[i]! - x[k]!)),
    (2 * a - x[i]! - x[k]!) / ((x[j]! - x[i]!) * (x[j]! - x[k]!)),
    (2 * a - x[i]! - x[j]!) / ((x[k]! - x[i]!) * (x[k]! - x[j]!)),
  ];
  const edge = (i: number, j: number, k: number): Tensor => {
    if (order === 1)
      return at(j)
        .sub(at(i))
        .mul(1 / (x[j]! - x[i]!));
    const [a, b, c] = weights(x[i]!, i, j, k);
    return at(i).mul(a).add(at(j).mul(b)).add(at(k).mul(c));
  };
  const inner = Array.from({ length: Math.max(0, n - 2) }, (_, i) => weights(x[i + 1]!, i, i + 1, i + 2));
  const column = (k: 0 | 1 | 2): Tensor => shaped(inner.map((w) => w[k]));
  const middle =
    n > 2
      ? [
          t
            .narrow(d, 0, n - 2)
            .mul(column(0))
            .add(t.narrow(d, 1, n - 2).mul(column(1)))
            .add(t.narrow(d, 2, n - 2).mul(column(2))),
        ]
      : [];
  return edge(0, 1, 2).cat_with([...middle, edge(n - 1, n - 2, n - 3)], d);
}
operator('float_power(Tensor|Scalar input, Tensor|Scalar exponent) -> Tensor', {
  doc: 'pow in float64.',
  inplace: true,
  forward: (a, b) =>
    a instanceof Tensor
      ? a.to(float64).pow(b instanceof Tensor ? b.to(float64) : b)
      : (b as Tensor)
          .to(float64)
          .mul(0)
          .add(a)
          .pow((b as Tensor).to(float64)),
});
operator('frexp(Tensor input) -> (Tensor, Tensor)', {
  doc: 'Mantissa in ±[0.5, 1) and exponent: input = mantissa · 2^exponent.',
  fields: ['mantissa', 'exponent'],
  constant: [1],
  forward(t) {
    const exponents = Float64Array.from(valuesOf(t), (v) => {
      if (v === 0 || !Number.isFinite(v)) return 0;
      let e = Math.floor(Math.log2(Math.abs(v))) + 1;
      if (Math.abs(v) / 2 ** e >= 1) e++;
      if (Math.abs(v) / 2 ** e < 0.5) e--;
      return e;
    });
    const exponent = valuesLike(t, exponents, t.shape, int32);
    return [raw('m / pow(2, e)', { m: t, e: exponent }), exponent];
  },
  gradients: { input: from('results', (s) => s.grad.mul(raw('pow(2, -e)', { e: s.results[1]!.to(s.grad.dtype) }))) },
});
operator('ldexp(Tensor input, Tensor other) -> Tensor', {
  doc: 'input · 2^other.',
  inplace: true,
  forward: (a, b) => a.mul(b.to(a.dtype.category === 2 ? a.dtype : resultType([a, b])).exp2()),
});

const modes: Record<string, string> = {
  sum: 'add',
  add: 'add',
  mean: 'add',
  prod: 'multiply',
  amax: 'max',
  amin: 'min',
};
const signed = (d: DType): number => d.itemsize * 8 - (d === uint8 ? 0 : 1);
const highest = (d: DType): number =>
  d.category === 2 ? Infinity : d.category === 0 ? 1 : d === int64 ? 2 ** 63 - 1024 : 2 ** signed(d) - 1;
const lowest = (d: DType): number =>
  d.category === 2 ? -Infinity : d.category === 0 || d === uint8 ? 0 : -(2 ** signed(d));
function scatterReduce(t: Tensor, dim: number, index: Tensor, src: Tensor, reduce: string, include: boolean): Tensor {
  const mode = modes[reduce];
  if (!mode) throw new RuntimeError(`reduce argument must be either sum, prod, mean, amax or amin, got ${reduce}`);
  const start = reduce === 'prod' ? 1 : reduce === 'amax' ? lowest(t.dtype) : reduce === 'amin' ? highest(t.dtype) : 0;
  const base = include ? t : t.scatter(dim, index, start);
  const out = base.clone();
  if (numelOf(index.shape) > 0) dispatch('scatter', [out, index, src], { dim: wrapDim(dim, t.shape.length), mode });
  if (reduce !== 'mean') return out;
  const counts = countsOf(t, dim, index, src, include);
  return t.dtype.category === 2 ? out.div(counts) : out.floor_divide(counts);
}
const countsOf = (t: Tensor, dim: number, index: Tensor, src: Tensor, include: boolean): Tensor => {
  const ones = include ? t.new_ones(t.shape) : t.new_zeros(t.shape);
  return ones.scatter_add(dim, index, src.new_ones(src.shape)).clamp_min(1);
};
const crop = (t: Tensor, shape: readonly number[]): Tensor =>
  shape.reduce((x, n, d) => (x.shape[d] === n ? x : x.narrow(d, 0, n)), t);
const fill = (t: Tensor, shape: readonly number[]): Tensor =>
  t.shape.join() === shape.join()
    ? t
    : t.constant_pad_nd([...shape].reverse().flatMap((n, i) => [0, n - t.shape[shape.length - 1 - i]!]));
operator(
  'scatter_reduce(Tensor input, int dim, Tensor index, Tensor src, str reduce, *, bool include_self = true) -> Tensor',
  {
    doc: 'A copy in which src is reduced into the indexed places: sum, prod, mean, amax or amin.',
    inplace: true,
    forward: (t, dim, index, src, reduce, include) => scatterReduce(t, dim, index, src, reduce, include),
    jointly: {
      of: ['input', 'src'],
      gradients: from('input index src result', (s) => {
        const { grad, input, dim, index, src, result, reduce, include_self } = s;
        const used = crop(src, index.shape);
        const back = (g: Tensor): Tensor => fill(g.gather(dim, index), src.shape);
        const self = (g: Tensor): Tensor => (include_self ? g : g.scatter(dim, index, 0));
        if (reduce === 'sum') return [self(grad), back(grad)];
        if (reduce === 'mean') {
          const counts = countsOf(input, dim, index, used, include_self);
          return [self(grad.div(counts)), back(grad.div(counts))];
        }
        if (reduce === 'prod') {
          // the product of the others: by division where the element is not zero, without it where it is
          const base = include_self ? input : input.scatter(dim, index, 1);
          const safe = base.masked_fill(base.eq(0), 1);
          const zero = used.eq(0);
          const zeros = input.new_zeros(input.shape).scatter_add(dim, index, zero.to(input.dtype)).gather(dim, index);
          const several = zeros.gt(1);
          if (is_grad_enabled() && several.any().item())
            throw new RuntimeError(
              'scatter_reduce(): Double backward is unsupported for src when >1 zeros in src are scattered to the same position in self',
            );
          const single = zero.logical_and(several.logical_not());
          const others = base.scatter_reduce(dim, index, used.masked_fill(single, 1), 'prod');
          const share = grad.mul(result).gather(dim, index).div(used.masked_fill(zero, 1));
          return [
            self(grad.mul(safe.scatter_reduce(dim, index, used, 'prod')).div(safe)),
            fill(grad.mul(others).gather(dim, index).where(single, share).masked_fill(several, 0), src.shape),
          ];
        }
        const mineSelf = include_self
          ? input.eq(result)
          : input.eq(result).logical_and(input.new_zeros(input.shape).scatter(dim, index, 1).eq(0));
        const mine = used.eq(result.gather(dim, index)).to(grad.dtype);
        const ties = mineSelf.to(grad.dtype).scatter_add(dim, index, mine);
        const even = grad.div(ties.clamp_min(1));
        return [mineSelf.to(grad.dtype).mul(even), fill(mine.mul(even.gather(dim, index)), src.shape)];
      }),
    },
  },
);
operator(
  'index_reduce(Tensor input, int dim, Tensor index, Tensor source, str reduce, *, bool include_self = true) -> Tensor',
  {
    doc: 'A copy in which slices of source are reduced into the places along dim that index lists.',
    inplace: true,
    forward(t, dim, index, source, reduce, include) {
      const x = t.shape.length ? t : t.reshape([1]);
      const s = source.shape.length ? source : source.reshape([1]);
      const d = wrapDim(dim, x.shape.length);
      const spread = index.reshape(s.shape.map((n, i) => (i === d ? n : 1))).expand(s.shape);
      return x.scatter_reduce(d, spread, s, reduce, { include_self: include }).reshape(t.shape);
    },
  },
);
