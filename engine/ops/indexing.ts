import { copyOf } from '../copy.ts';
import { dispatch } from '../dispatch.ts';
import { IndexError, RuntimeError, ValueError } from '../device/device.ts';
import { bool, int64, uint8 } from '../dtype.ts';
import { from, operator } from '../operator.ts';
import { broadcastShape } from '../promotion.ts';
import {
  alias,
  contiguousNow,
  contiguousStrides,
  emptyLike,
  fromValues,
  numelOf,
  Tensor,
  valuesOf,
} from '../tensor.ts';
import { pointwise } from '../pointwise.ts';
import { introSort, nthElement, partialSort } from './order.ts';
import { wrapDim, wrapDims } from './views.ts';

const flat = (t: Tensor): Tensor => (contiguousNow(t) ? t : copyOf(t));
/** For gather and scatter, whose index is laid beside the tensor. */
function checkPlaces(name: string, t: Tensor, index: Tensor): void {
  if (numelOf(index.shape) === 0) return;
  if (index.dtype !== int64) throw new RuntimeError(`${name}(): Expected dtype int64 for index`);
  if (Math.max(1, index.shape.length) !== Math.max(1, t.shape.length))
    throw new RuntimeError('Index tensor must have the same number of dimensions as self tensor');
}
const checkIndex = (name: string, index: Tensor): void => {
  if (index.dtype.category !== 1)
    throw new RuntimeError(`${name}(): Expected dtype int64 for index, got ${index.dtype}`);
};
/** Row-major places of a flattened tensor; negative ones count from the end. */
function places(index: Tensor, size: number): Tensor {
  const values = valuesOf(index);
  const wrapped = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const v = values[i]!;
    if (v < -size || v >= size)
      throw new IndexError(`out of range: tried to access index ${v} on a tensor of ${size} elements.`);
    wrapped[i] = v < 0 ? v + size : v;
  }
  return fromValues(wrapped, index.shape, int64, index.storage.device);
}

operator('take(Tensor input, Tensor index) -> Tensor', {
  doc: 'The elements at places of the flattened input.',
  forward(t, index) {
    const out = emptyLike(t, index.shape);
    dispatch('take', [out, flat(t), places(index, numelOf(t.shape))], {});
    return out;
  },
  gradients: { input: from('index', (s) => s.grad.new_zeros(s.shape('input')).put(s.index, s.grad, true)) },
});
operator('put(Tensor input, Tensor index, Tensor source, bool accumulate = false) -> Tensor', {
  doc: 'A copy of input with source at places of the flattened tensor, replaced or added.',
  inplace: true,
  forward(t, index, source, accumulate) {
    const out = copyOf(t);
    const at = places(index, numelOf(t.shape));
    dispatch('put', [out, at.reshape([-1]), flat(source).reshape([-1])], { mode: accumulate ? 'add' : 'set' });
    return out;
  },
  gradients: {
    input: from('index', (s) => (s.accumulate ? s.grad : s.grad.put(s.index, s.grad.new_zeros(s.index.shape)))),
    source: from('index', (s) => s.grad.take(s.index).reshape(s.shape('source'))),
  },
});
operator('gather(Tensor input, int dim, Tensor index, *, bool sparse_grad = false) -> Tensor', {
  doc: 'out[i][j] = input[index[i][j]][j] for dim 0, and so on: picks along dim by index.',
  forward(t, dim, index) {
    checkPlaces('gather', t, index);
    const d = wrapDim(dim, t.shape.length);
    index.shape.forEach((n, i) => {
      if (i !== d && n > (t.shape[i] ?? 1))
        throw new RuntimeError(
          `Size does not match at dimension ${i} expected index [${index.shape.join(', ')}] to be smaller than self [${t.shape.join(', ')}] apart from dimension ${d}`,
        );
    });
    const out = emptyLike(t, index.shape);
    if (numelOf(index.shape) > 0) dispatch('gather', [out, t, index], { dim: d });
    return out;
  },
  gradients: { input: from('index', (s) => s.grad.new_zeros(s.shape('input')).scatter_add(s.dim, s.index, s.grad)) },
});
function scattered(t: Tensor, dim: number, index: Tensor, src: Tensor, mode: string): Tensor {
  checkPlaces('scatter', t, index);
  if (src.dtype !== t.dtype)
    throw new RuntimeError(`scatter(): Expected self.dtype to be equal to src.dtype, got ${t.dtype} and ${src.dtype}`);
  const out = copyOf(t);
  if (numelOf(index.shape) > 0) dispatch('scatter', [out, index, src], { dim: wrapDim(dim, t.shape.length), mode });
  return out;
}
const cover = (grad: Tensor, dim: number, index: Tensor): Tensor => grad.scatter(dim, index, 0);
const narrowed = (t: Tensor, shape: readonly number[]): Tensor =>
  shape.reduce((x, n, d) => (x.shape[d] === n ? x : x.narrow(d, 0, n)), t);
operator('scatter(Tensor input, int dim, Tensor index, Tensor src, *, str? reduce = null) -> Tensor', {
  doc: 'A copy with out[index[i][j]][j] = src[i][j] for dim 0, and so on.',
  inplace: true,
  forward: (t, dim, index, src, reduce) =>
    scattered(t, dim, index, src, reduce === 'add' ? 'add' : reduce === 'multiply' ? 'multiply' : 'set'),
  gradients: {
    input: from('index', (s) => (s.reduce ? s.grad : cover(s.grad, s.dim, s.index))),
    src: from('index', (s) => widened(s.grad.gather(s.dim, s.index), s.shape('src'))),
  },
});
operator('scatter(Tensor input, int dim, Tensor index, Scalar value, *, str? reduce = null) -> Tensor', {
  doc: 'A copy with value at the indexed places.',
  inplace: true,
  forward: (t, dim, index, value, reduce) =>
    scattered(
      t,
      dim,
      index,
      t.new_full([], Number(value)).expand(index.shape),
      reduce === 'add' ? 'add' : reduce === 'multiply' ? 'multiply' : 'set',
    ),
  gradients: { input: from('index', (s) => cover(s.grad, s.dim, s.index)) },
});
operator('scatter_add(Tensor input, int dim, Tensor index, Tensor src) -> Tensor', {
  doc: 'A copy with src added at the indexed places.',
  inplace: true,
  forward: (t, dim, index, src) => scattered(t, dim, index, src, 'add'),
  gradients: {
    input: (s) => s.grad,
    src: from('index', (s) => widened(s.grad.gather(s.dim, s.index), s.shape('src'))),
  },
});
/** Zeros beyond what the index covered. */
function widened(t: Tensor, shape: readonly number[]): Tensor {
  if (t.shape.join() === shape.join()) return t;
  const out = t.new_zeros(shape);
  narrowed(out, t.shape).copy_(t);
  return out;
}
operator('index_select(Tensor input, int dim, Tensor index) -> Tensor', {
  doc: 'The places along dim that index lists.',
  forward(t, dim, index) {
    checkIndex('index_select', index);
    if (index.shape.length > 1) throw new IndexError('index_select(): Index is supposed to be a vector');
    const d = wrapDim(dim, t.shape.length);
    const size = t.shape[d] ?? 1;
    const asked = valuesOf(index);
    for (let i = 0; i < asked.length; i++)
      if (asked[i]! < 0 || asked[i]! >= size) throw new IndexError('index out of range in self');
    const list = index.reshape([-1]);
    if (t.shape.length === 0) return copyOf(t);
    const shape = t.shape.map((n, i) => (i === d ? list.shape[0]! : n));
    const out = emptyLike(t, shape);
    const spread = list.reshape(shape.map((n, i) => (i === d ? n : 1))).expand(shape);
    if (numelOf(shape) > 0) dispatch('gather', [out, t, spread], { dim: d });
    return out;
  },
  gradients: { input: from('index', (s) => s.grad.new_zeros(s.shape('input')).index_add(s.dim, s.index, s.grad)) },
});
operator('index_add(Tensor input, int dim, Tensor index, Tensor source, *, Scalar alpha = 1) -> Tensor', {
  doc: 'A copy with alpha · source added at the places along dim that index lists.',
  inplace: true,
  forward: (t, dim, index, source, alpha) =>
    scattered(
      t.reshape(t.shape.length ? t.shape : [1]),
      dim,
      spreadIndex(index, source, wrapDim(dim, t.shape.length)),
      atLeast1(alpha === 1 ? source : source.mul(alpha)),
      'add',
    ).reshape(t.shape),
  gradients: {
    input: (s) => s.grad,
    source: from('index', (s) => scale(s.grad.index_select(s.dim, s.index).reshape(s.shape('source')), s.alpha)),
  },
});
const scale = (t: Tensor, by: number): Tensor => (by === 1 ? t : t.mul(by));
const atLeast1 = (t: Tensor): Tensor => (t.shape.length ? t : t.reshape([1]));
function spreadIndex(index: Tensor, source: Tensor, d: number): Tensor {
  checkIndex('index', index);
  const s = atLeast1(source);
  return index.reshape(s.shape.map((n, i) => (i === d ? n : 1))).expand(s.shape);
}
operator('index_copy(Tensor input, int dim, Tensor index, Tensor source) -> Tensor', {
  doc: 'A copy with source at the places along dim that index lists.',
  inplace: true,
  forward: (t, dim, index, source) =>
    scattered(
      atLeast1(t),
      dim,
      spreadIndex(index, source, wrapDim(dim, t.shape.length)),
      atLeast1(source),
      'set',
    ).reshape(t.shape),
  gradients: {
    input: from('index', (s) => s.grad.index_fill(s.dim, s.index, 0)),
    source: from('index', (s) => s.grad.index_select(s.dim, s.index).reshape(s.shape('source'))),
  },
});
operator('index_fill(Tensor input, int dim, Tensor index, Scalar|Tensor value) -> Tensor', {
  doc: 'A copy with value at the places along dim that index lists.',
  inplace: true,
  forward(t, dim, index, value) {
    const shape = atLeast1(t).shape.map((n, i) => (i === wrapDim(dim, t.shape.length) ? numelOf(index.shape) : n));
    const filling = (value instanceof Tensor ? value.to(t.dtype) : t.new_full([], Number(value))).expand(shape);
    return t.index_copy(dim, index.reshape([-1]), t.shape.length ? filling : filling.reshape([]));
  },
});

export type Index = number | boolean | string | null | Tensor | readonly unknown[];

/** '1:5:2' as slice bounds. */
export function parseSlice(text: string): [start: number | null, end: number | null, step: number] {
  const parts = text.split(':').map((p) => p.trim());
  if (parts.length < 2 || parts.length > 3 || parts.some((p) => p !== '' && !/^-?\d+$/.test(p)))
    throw new IndexError(`'${text}' is no slice: write start:end or start:end:step`);
  const [a = '', b = '', c = ''] = parts;
  return [a === '' ? null : Number(a), b === '' ? null : Number(b), c === '' ? 1 : Number(c)];
}

/** Integers, slices, new axes and the ellipsis as views; what is left are index tensors, one a dimension or null. */
function basic(t: Tensor, indices: readonly Index[]): [Tensor, (Tensor | null)[]] {
  const used = indices.reduce<number>(
    (n, i) =>
      n +
      (i === null || i === '...' || typeof i === 'boolean'
        ? 0
        : i instanceof Tensor && (i.dtype === bool || i.dtype === uint8)
          ? i.shape.length
          : Array.isArray(i) && typeof flatFirst(i) === 'boolean'
            ? depth(i)
            : 1),
    0,
  );
  if (t.shape.length === 0 && used > 0 && indices.some((i) => typeof i === 'number'))
    throw new IndexError('invalid index of a 0-dim tensor. Use `tensor.item()` to convert a 0-dim tensor to a number');
  if (used > t.shape.length) throw new IndexError(`too many indices for tensor of dimension ${t.shape.length}`);
  let x = t;
  let d = 0;
  /** How many of the tensor's own dimensions are behind. */
  let own = 0;
  const advanced: (Tensor | null)[] = [];
  for (const raw of indices) {
    const index: Index =
      raw instanceof Tensor && raw.shape.length === 0 && raw.dtype.category === 1
        ? raw
        : Array.isArray(raw)
          ? listIndex(raw, t)
          : raw;
    if (index === '...') {
      const skip = t.shape.length - used;
      for (let i = 0; i < skip; i++) advanced.push(null);
      d += skip;
      own += skip;
    } else if (index === null) {
      x = x.unsqueeze(d++);
      advanced.push(null);
    } else if (typeof index === 'number') {
      const size = x.shape[d] ?? 1;
      if (index < -size || index >= size)
        throw new IndexError(`index ${index} is out of bounds for dimension ${own} with size ${size}`);
      x = x.select(d, index);
      own++;
    } else if (typeof index === 'string') {
      const [start, end, step] = parseSlice(index);
      if (step <= 0) throw new ValueError('step must be greater than zero');
      own++;
      x = start === null && end === null && step === 1 ? x : x.slice(d, start, end, step);
      d++;
      advanced.push(null);
    } else if (typeof index === 'boolean') {
      x = x.unsqueeze(d++);
      advanced.push(fromValues(index ? [0] : [], [index ? 1 : 0], int64, t.storage.device));
    } else if (index instanceof Tensor) {
      if (index.dtype === bool || index.dtype === uint8) {
        index.shape.forEach((n, i) => {
          if (x.shape[d + i] !== n)
            throw new IndexError(
              `The shape of the mask [${index.shape.join(', ')}] at index ${i} does not match the shape of the indexed tensor [${t.shape.join(', ')}] at index ${d + i}`,
            );
        });
        if (index.shape.length === 0) {
          x = x.unsqueeze(d++);
          advanced.push(fromValues(index.item() ? [0] : [], [index.item() ? 1 : 0], int64, t.storage.device));
        } else {
          const columns = index.nonzero();
          for (let i = 0; i < index.shape.length; i++) advanced.push(columns.select(1, i));
          d += index.shape.length;
          own += index.shape.length;
        }
      } else {
        if (index.dtype.category !== 1)
          throw new IndexError('tensors used as indices must be long, int, byte or bool tensors');
        advanced.push(index);
        d++;
        own++;
      }
    }
  }
  return [x, advanced];
}
const flatFirst = (x: unknown): unknown => (Array.isArray(x) ? flatFirst(x[0]) : x);
const depth = (x: unknown): number => (Array.isArray(x) ? 1 + depth(x[0]) : 0);
const listIndex = (list: readonly unknown[], t: Tensor): Tensor => {
  const values = (list.flat(Number.POSITIVE_INFINITY as 1) as (number | boolean)[]).map(Number);
  const shape: number[] = [];
  for (let l: unknown = list; Array.isArray(l); l = l[0]) shape.push(l.length);
  return fromValues(values, shape, typeof flatFirst(list) === 'boolean' ? bool : int64, t.storage.device);
};

/** Places in the flattened tensor of an index with tensors, and the result's shape. */
function advancedPlaces(x: Tensor, advanced: readonly (Tensor | null)[]): Tensor {
  const dims = advanced.flatMap((a, i) => (a ? [i] : []));
  const common = dims.reduce<readonly number[]>((s, i) => {
    try {
      return broadcastShape(s, advanced[i]!.shape);
    } catch {
      throw new IndexError(
        `shape mismatch: indexing tensors could not be broadcast together with shapes ${dims.map((k) => `[${advanced[k]!.shape.join(', ')}]`).join(', ')}`,
      );
    }
  }, []);
  const adjacent = dims.every((i, k) => k === 0 || dims[k - 1] === i - 1);
  const first = adjacent ? dims[0]! : 0;
  const rest = x.shape.map((_, d) => d).filter((d) => !dims.includes(d));
  const before = adjacent ? rest.filter((d) => d < first) : [];
  const after = rest.filter((d) => !before.includes(d));
  const shape = [...before.map((d) => x.shape[d]!), ...common, ...after.map((d) => x.shape[d]!)];
  const strides = contiguousStrides(x.shape);
  const n = numelOf(shape);
  const out = new Float64Array(n);
  const lists = dims.map((d) => ({
    values: valuesOf(advanced[d]!.expand(common)),
    size: x.shape[d]!,
    stride: strides[d]!,
    dim: d,
  }));
  const count = numelOf(common);
  const base = new Float64Array(count);
  for (const { values, size, stride, dim } of lists)
    for (let i = 0; i < count; i++) {
      const v = values[i]!;
      if (v < -size || v >= size)
        throw new IndexError(`index ${v} is out of bounds for dimension ${dim} with size ${size}`);
      base[i]! += (v < 0 ? v + size : v) * stride;
    }
  const offsets = (list: readonly number[]): number[] =>
    list.reduce<number[]>(
      (at, d) => at.flatMap((o) => Array.from({ length: x.shape[d]! }, (_, i) => o + i * strides[d]!)),
      [0],
    );
  const lead = offsets(before);
  const tail = offsets(after);
  let at = 0;
  for (const a of lead) for (let i = 0; i < count; i++) for (const b of tail) out[at++] = a + base[i]! + b;
  return fromValues(out, shape, int64, x.storage.device);
}
const picked = operator('_index(Tensor input, Tensor places) -> Tensor', {
  doc: 'take, as indexing knows it.',
  on: 'none',
  node: 'Index',
  forward: (t, at) => t.take(at),
});
const replaced = operator('_index_put(Tensor input, Tensor places, Tensor values) -> Tensor', {
  doc: 'put_, as indexing knows it.',
  on: 'none',
  node: 'IndexPut',
  forward: (t, at, values) => t.put_(at, values),
});
operator('alias(Tensor input) -> Tensor', {
  doc: 'A view of all of it.',
  view: true,
  on: 'method',
  forward: (t) => alias(t, t.shape, t.strides, t.offset),
  gradients: { input: (s) => s.grad },
});
function fitting(values: Tensor, shape: readonly number[]): Tensor {
  // leading dimensions of size 1 are dropped, as in Python
  const extra = values.shape.length - shape.length;
  const source =
    extra > 0 && values.shape.slice(0, extra).every((n) => n === 1)
      ? values.reshape(values.shape.slice(extra))
      : values;
  try {
    return source.expand(shape);
  } catch {
    throw new RuntimeError(
      `shape mismatch: value tensor of shape [${values.shape.join(', ')}] cannot be broadcast to indexing result of shape [${shape.join(', ')}]`,
    );
  }
}
operator('at(Tensor input, any... indices) -> Tensor', {
  doc: "Indexing, Python's x[...]: numbers, slices as strings ('1:3', '::2', ':'), null for a new axis, '...', index tensors, lists and masks. Views where PyTorch gives views.",
  on: 'method',
  forward(t, indices) {
    const [x, advanced] = basic(t, indices as readonly Index[]);
    return advanced.some((a) => a) ? picked(x, advancedPlaces(x, advanced)) : x === t ? x.alias() : x;
  },
});
operator('set_at(Tensor input, Tensor|Scalar value, any... indices) -> Tensor', {
  doc: 'Writes value into the indexed places, Python’s x[...] = value.',
  on: 'method',
  forward(t, value, indices) {
    const [x, advanced] = basic(t, indices as readonly Index[]);
    if (!advanced.some((a) => a)) x.copy_(value);
    else {
      const at = advancedPlaces(x, advanced);
      const source = value instanceof Tensor ? value.to(t.dtype) : t.new_full([], Number(value));
      replaced(x, at, fitting(source, at.shape));
    }
    return t;
  },
});
operator('index_put(Tensor input, any indices, Tensor values, bool accumulate = false) -> Tensor', {
  doc: 'A copy with values at the places given by index tensors.',
  inplace: true,
  forward(t, indices, values, accumulate) {
    const at = advancedPlaces(...basic(t, [...(indices as Index[])]));
    return t.put(at, fitting(values, at.shape), accumulate);
  },
});
operator('nonzero(Tensor input, *, bool as_tuple = false) -> any', {
  doc: 'Indices of the elements that are not zero, [n, dims]; as_tuple gives one vector a dimension.',
  aliases: ['argwhere'],
  forward(t, asTuple) {
    const values = valuesOf(t);
    const rows: number[] = [];
    const strides = contiguousStrides(t.shape);
    let count = 0;
    for (let i = 0; i < values.length; i++) {
      if (values[i] === 0) continue;
      count++;
      for (let d = 0; d < t.shape.length; d++) rows.push(Math.floor(i / strides[d]!) % t.shape[d]!);
    }
    if (asTuple && t.shape.length === 0) return t.reshape([1]).nonzero({ as_tuple: true });
    const all = fromValues(rows, [count, t.shape.length], int64, t.storage.device);
    return asTuple ? all.unbind(1) : all;
  },
});
pointwise('where(Tensor condition, Tensor|Scalar input, Tensor|Scalar other) -> Tensor', {
  doc: 'input where the condition holds, other elsewhere.',
  expression: 'condition ? input : other',
  gradients: {
    input: from('condition', (s) => s.grad.nan_to_num_where(s.condition.logical_not())),
    other: from('condition', (s) => s.grad.nan_to_num_where(s.condition)),
  },
});
operator('where(Tensor condition) -> Tensor[]', {
  doc: 'Where the condition holds: one vector of indices for each dimension, as nonzero with as_tuple.',
  forward: (condition) => condition.nonzero({ as_tuple: true }) as Tensor[],
});
pointwise('masked_fill(Tensor input, Tensor mask, Tensor|Scalar value) -> Tensor', {
  doc: 'value where the mask is true, input elsewhere.',
  expression: 'mask ? value : input',
  check: (_, mask, value) => {
    if (value instanceof Tensor && value.shape.length > 0)
      throw new RuntimeError(
        `masked_fill_ only supports a 0-dimensional value tensor, but got tensor with ${value.shape.length} dimension(s).`,
      );
    if (mask.dtype.category === 2)
      throw new RuntimeError(`masked_fill_ only supports boolean masks, but got mask with dtype ${mask.dtype}`);
  },
  promotes: 'input',
  inplace: true,
  gradients: {
    input: from('mask', (s) => s.grad.nan_to_num_where(s.mask)),
    value: from('mask', (s) => s.grad.nan_to_num_where(s.mask.logical_not()).sum()),
  },
});
operator('masked_select(Tensor input, Tensor mask) -> Tensor', {
  doc: 'The elements where the mask is true, in one dimension.',
  forward(t, mask) {
    const shape = broadcastShape(t.shape, mask.shape);
    return t.expand(shape).at(mask.expand(shape));
  },
});
operator('flip(Tensor input, int... dims) -> Tensor', {
  doc: 'Reverses dimensions, in a copy.',
  forward(t, dims) {
    let out = t;
    for (const d of wrapDims(dims.length ? dims : [], t.shape.length))
      if (dims.length) out = out.index_select(d, reversed(t.shape[d]!, t));
    return out === t ? copyOf(t) : out;
  },
  gradients: { input: (s) => s.grad.flip(s.dims) },
});
const reversed = (n: number, t: Tensor): Tensor =>
  fromValues(
    Float64Array.from({ length: n }, (_, i) => n - 1 - i),
    [n],
    int64,
    t.storage.device,
  );
operator('sort(Tensor input, int dim = -1, bool descending = false, *, bool stable = false) -> (Tensor, Tensor)', {
  doc: 'Sorted values along dim and where they came from.',
  fields: ['values', 'indices'],
  constant: [1],
  forward: (t, dim, descending) => sorted(t, dim, descending, null),
  gradients: { input: from('results', (s) => spreadBack(s.grad, s.dim, s.results[1]!, s.shape('input'))) },
});
function sorted(t: Tensor, dim: number, descending: boolean, count: number | null): Tensor[] {
  const d = wrapDim(dim, t.shape.length);
  const shape = count === null ? t.shape : t.shape.map((n, i) => (i === d ? count : n));
  const values = emptyLike(t, shape);
  const indices = emptyLike(t, shape, int64);
  if (numelOf(shape) > 0) dispatch('sort', [values, indices, t], { dim: d, descending });
  return [values, indices];
}
const spreadBack = (grad: Tensor, dim: number, index: Tensor, shape: readonly number[]): Tensor =>
  shape.length ? grad.new_zeros(shape).scatter(dim, index, grad) : grad;
operator('argsort(Tensor input, int dim = -1, bool descending = false, *, bool stable = false) -> Tensor', {
  doc: 'The indices that sort along dim.',
  forward: (t, dim, descending) => sorted(t, dim, descending, null)[1]!,
});
operator('msort(Tensor input) -> Tensor', { doc: 'Sorted along the first dimension.', forward: (t) => t.sort(0)[0]! });
operator('topk(Tensor input, int k, int dim = -1, bool largest = true, bool sorted = true) -> (Tensor, Tensor)', {
  doc: 'The k largest (or smallest) values along dim and their indices.',
  fields: ['values', 'indices'],
  constant: [1],
  forward(t, k, dim, largest, inOrder) {
    const d = wrapDim(dim, t.shape.length);
    const n = t.shape[d] ?? 1;
    if (k < 0 || k > n) throw new RuntimeError('selected index k out of range');
    if (t.shape.length === 0) return sorted(t, dim, largest, null);
    const moved = t.movedim(d, -1);
    const values = valuesOf(moved);
    const lines = numelOf(moved.shape.slice(0, -1));
    const chosen = new Float64Array(lines * k);
    // NaN counts as the greatest
    const less = (a: number, b: number): boolean =>
      largest ? (a !== a && b === b) || a > b : (a === a && b !== b) || a < b;
    for (let l = 0; l < lines && k > 0; l++) {
      const before = (i: number, j: number): boolean => less(values[l * n + i]!, values[l * n + j]!);
      const order = Array.from({ length: n }, (_, i) => i);
      if (k * 64 <= n) partialSort(order, 0, k, n, before);
      else {
        nthElement(order, 0, k - 1, n, before);
        if (inOrder) introSort(order, 0, k - 1, before);
      }
      for (let i = 0; i < k; i++) chosen[l * k + i] = order[i]!;
    }
    const shape = [...moved.shape.slice(0, -1), k];
    const indices = copyOf(fromValues(chosen, shape, int64, t.storage.device).movedim(-1, d));
    return [t.gather(d, indices), indices];
  },
  gradients: { input: from('results', (s) => spreadBack(s.grad, s.dim, s.results[1]!, s.shape('input'))) },
});
for (const lower of [true, false]) {
  operator(`${lower ? 'tril' : 'triu'}(Tensor input, int diagonal = 0) -> Tensor`, {
    doc: `The ${lower ? 'lower' : 'upper'} triangle, zeros elsewhere.`,
    inplace: true,
    forward: (t, diagonal) => t.where_triangle(diagonal, lower),
    gradients: { input: (s) => s.grad.where_triangle(s.diagonal, lower) },
  });
}
operator('where_triangle(Tensor input, int diagonal, bool lower) -> Tensor', {
  doc: 'tril or triu.',
  on: 'method',
  forward(t, diagonal, lower) {
    if (t.shape.length < 2) throw new RuntimeError('tril and triu: input tensor must have at least 2 dimensions');
    const [m, n] = t.shape.slice(-2) as [number, number];
    const keep = Float64Array.from({ length: m * n }, (_, i) =>
      Number(lower ? (i % n) - Math.floor(i / n) <= diagonal : (i % n) - Math.floor(i / n) >= diagonal),
    );
    return t.masked_fill(fromValues(keep, [m, n], bool, t.storage.device).logical_not(), 0);
  },
});
operator('repeat(Tensor input, int... repeats) -> Tensor', {
  doc: 'Copies along each dimension as often as said.',
  on: 'method',
  node: 'Repeat',
  forward(t, repeats) {
    const lead = repeats.length - t.shape.length;
    if (lead < 0)
      throw new RuntimeError(
        'Number of dimensions of repeat dims can not be smaller than number of dimensions of tensor',
      );
    const own = [...new Array<number>(lead).fill(1), ...t.shape];
    return t
      .reshape(own.flatMap((n) => [1, n]))
      .expand(own.flatMap((n, d) => [repeats[d]!, n]))
      .reshape(own.map((n, d) => n * repeats[d]!));
  },
});
operator('tile(Tensor input, int... dims) -> Tensor', {
  doc: 'repeat, with dims filled up by ones on the left.',
  forward: (t, dims) => t.repeat([...new Array<number>(Math.max(0, t.shape.length - dims.length)).fill(1), ...dims]),
});
