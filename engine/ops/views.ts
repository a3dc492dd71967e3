import { IndexError, RuntimeError } from '../device/device.ts';
import { copyOf } from '../copy.ts';
import { from, operator } from '../operator.ts';
import { cutOff } from '../autograd/cut.ts';
import { placesIn } from '../autograd/views.ts';
import { alias, contiguousNow, contiguousStrides, numelOf, sameShape, type Tensor } from '../tensor.ts';

export function wrapDim(dim: number, rank: number): number {
  const n = Math.max(rank, 1);
  if (dim < -n || dim >= n)
    throw new IndexError(`Dimension out of range (expected to be in range of [${-n}, ${n - 1}], but got ${dim})`);
  return dim < 0 ? dim + n : dim;
}
export function wrapDims(dims: readonly number[] | null, rank: number): number[] {
  const wrapped: number[] = [];
  if (dims === null || dims.length === 0) {
    for (let d = 0; d < rank; d++) wrapped.push(d);
    return wrapped;
  }
  for (const d of dims) {
    const dim = wrapDim(d, rank);
    if (rank === 0) continue;
    if (wrapped.includes(dim)) throw new RuntimeError(`dim ${dim} appears multiple times in the list of dims`);
    wrapped.push(dim);
  }
  return wrapped;
}

/** Fills in the one −1 of a wanted shape. */
function inferShape(shape: readonly number[], numel: number): number[] {
  const unknown = shape.indexOf(-1);
  const wanted = [...shape];
  if (unknown >= 0) {
    const rest = shape.reduce((n, s, d) => (d === unknown ? n : n * s), 1);
    if (shape.indexOf(-1, unknown + 1) >= 0) throw new RuntimeError('only one dimension can be inferred');
    if (rest === 0)
      throw new RuntimeError(
        `cannot reshape tensor of 0 elements into shape [${shape.join(', ')}] because the unspecified dimension size -1 can be any value and is ambiguous`,
      );
    wanted[unknown] = Math.floor(numel / rest);
  }
  if (wanted.some((s) => s < 0)) throw new RuntimeError(`invalid shape dimension ${Math.min(...wanted)}`);
  if (numelOf(wanted) !== numel)
    throw new RuntimeError(`shape '[${shape.join(', ')}]' is invalid for input of size ${numel}`);
  return wanted;
}

/** Strides with which the same memory has another shape, or null when a copy is needed. */
function viewStrides(t: Tensor, shape: readonly number[]): number[] | null {
  if (contiguousNow(t)) return contiguousStrides(shape);
  const n = numelOf(shape);
  if (n === 0) return contiguousStrides(shape);
  const strides = new Array<number>(shape.length);
  let d = shape.length - 1;
  let last = t.shape.length - 1;
  // walk blocks of the old dimensions that are contiguous within themselves
  let base = t.strides[last] ?? 1;
  let block = 1;
  let filled = 1;
  for (let o = last; o >= 0; o--) {
    block *= t.shape[o]!;
    if (o === 0 || (t.shape[o - 1] !== 1 && t.strides[o - 1] !== block * base)) {
      while (d >= 0 && (filled < block || shape[d] === 1)) {
        strides[d] = filled * base;
        filled *= shape[d]!;
        d--;
      }
      if (filled !== block) return null;
      if (o > 0) {
        base = t.strides[o - 1]!;
        block = 1;
        filled = 1;
        last = o - 1;
      }
    }
  }
  return d < 0 ? strides : null;
}

operator('view(Tensor input, int... shape) -> Tensor', {
  doc: 'The same memory in another shape; one size may be −1. Throws where strides forbid it: reshape copies then.',
  view: true,
  on: 'method',
  forward(t, shape) {
    const wanted = inferShape(shape, numelOf(t.shape));
    const strides = viewStrides(t, wanted);
    if (!strides)
      throw new RuntimeError(
        "view size is not compatible with input tensor's size and stride (at least one dimension spans across two contiguous subspaces). Use .reshape(...) instead.",
      );
    return alias(t, wanted, strides, t.offset);
  },
  gradients: { input: (s) => s.grad.reshape(s.shape('input')) },
});
const unsafeView = operator('_unsafe_view(Tensor input, int... shape) -> Tensor', {
  doc: 'A copy in another shape.',
  on: 'none',
  node: 'UnsafeView',
  forward: (t, shape) => t.clone().view(shape),
});
operator('reshape(Tensor input, int... shape) -> Tensor', {
  doc: 'The same elements in another shape: a view where possible, a copy elsewhere.',
  forward(t, shape) {
    const wanted = inferShape(shape, numelOf(t.shape));
    return viewStrides(t, wanted) ? t.view(wanted) : unsafeView(t, wanted);
  },
});
operator('view_as(Tensor input, Tensor other) -> Tensor', {
  doc: 'view(other.shape).',
  on: 'method',
  forward: (t, o) => t.view(o.shape),
});
operator('reshape_as(Tensor input, Tensor other) -> Tensor', {
  doc: 'reshape(other.shape).',
  on: 'method',
  forward: (t, o) => t.reshape(o.shape),
});
operator('clone(Tensor input, *, any memory_format = null) -> Tensor', {
  doc: 'A copy in memory of its own; gradients pass through.',
  forward: (t) => copyOf(t),
  gradients: { input: (s) => s.grad },
});
operator('contiguous(Tensor input, *, any memory_format = null) -> Tensor', {
  doc: 'Itself when its memory is row-major, else a copy that is.',
  on: 'method',
  forward: (t) => (contiguousNow(t) ? t : t.clone()),
});

operator('permute(Tensor input, int... dims) -> Tensor', {
  doc: 'A view with the dimensions in another order.',
  view: true,
  forward(t, dims) {
    if (dims.length !== t.shape.length)
      throw new RuntimeError(
        `permute(sparse_coo): number of dimensions in the tensor input does not match the length of the desired ordering of dimensions i.e. input.dim() = ${t.shape.length} is not equal to len(dims) = ${dims.length}`,
      );
    const order = wrapDims(dims.length ? dims : null, t.shape.length);
    return alias(
      t,
      order.map((d) => t.shape[d]!),
      order.map((d) => t.strides[d]!),
      t.offset,
    );
  },
  gradients: {
    input: (s) => {
      const rank = s.dims.length;
      const inverse = new Array<number>(rank);
      s.dims.forEach((d, i) => (inverse[d < 0 ? d + rank : d] = i));
      return s.grad.permute(inverse);
    },
  },
});
operator('transpose(Tensor input, int dim0, int dim1) -> Tensor', {
  doc: 'A view with two dimensions swapped.',
  view: true,
  aliases: ['swapaxes', 'swapdims'],
  forward(t, dim0, dim1) {
    const a = wrapDim(dim0, t.shape.length);
    const b = wrapDim(dim1, t.shape.length);
    const shape = [...t.shape];
    const strides = [...t.strides];
    if (shape.length) {
      [shape[a], shape[b]] = [shape[b]!, shape[a]!];
      [strides[a], strides[b]] = [strides[b]!, strides[a]!];
    }
    return alias(t, shape, strides, t.offset);
  },
  gradients: { input: (s) => s.grad.transpose(s.dim0, s.dim1) },
});
operator('t(Tensor input) -> Tensor', {
  doc: 'Transposes a matrix; vectors and scalars stay.',
  view: true,
  node: 'T',
  forward(t) {
    if (t.shape.length > 2)
      throw new RuntimeError(`t() expects a tensor with <= 2 dimensions, but self is ${t.shape.length}D`);
    const [rows, columns] = t.shape;
    if (rows === undefined || columns === undefined) return alias(t, t.shape, t.strides, t.offset);
    return alias(t, [columns, rows], [t.strides[1]!, t.strides[0]!], t.offset);
  },
  gradients: { input: (s) => s.grad.t() },
});
operator('expand(Tensor input, int... size) -> Tensor', {
  doc: 'A view that repeats dimensions of size 1 without copying; −1 keeps a size.',
  view: true,
  on: 'method',
  forward: expanded,
  gradients: { input: (s) => s.grad.sum_to_size(s.shape('input')) },
});
/** The tensor repeated to a size, as a view unknown to autograd. */
export function expanded(t: Tensor, size: readonly number[]): Tensor {
  const lead = size.length - t.shape.length;
  if (lead < 0)
    throw new RuntimeError(
      `expand([${size.join(', ')}]): the number of sizes provided (${size.length}) must be greater or equal to the number of dimensions in the tensor (${t.shape.length})`,
    );
  const strides = new Array<number>(size.length).fill(0);
  const shape = size.map((wanted, d) => {
    if (d < lead) return wanted;
    const own = t.shape[d - lead]!;
    if (wanted === -1 || wanted === own) strides[d] = t.strides[d - lead]!;
    else if (own !== 1)
      throw new RuntimeError(
        `The expanded size of the tensor (${wanted}) must match the existing size (${own}) at non-singleton dimension ${d}. Target sizes: [${size.join(', ')}]. Tensor sizes: [${t.shape.join(', ')}]`,
      );
    return wanted === -1 ? own : wanted;
  });
  return alias(t, shape, strides, t.offset);
}
operator('expand_as(Tensor input, Tensor other) -> Tensor', {
  doc: 'expand(other.shape).',
  on: 'method',
  forward: (t, o) => t.expand(o.shape),
});
operator('broadcast_to(Tensor input, int... size) -> Tensor', {
  doc: 'expand under its NumPy name.',
  forward: (t, size) => t.expand(size),
});
operator('sum_to_size(Tensor input, int... size) -> Tensor', {
  doc: 'Sums what broadcasting from size would have repeated.',
  on: 'method',
  forward(t, size) {
    if (sameShape(t.shape, size)) return t;
    const lead = t.shape.length - size.length;
    const dims = t.shape.flatMap((n, d) => (d < lead || (size[d - lead] === 1 && n !== 1) ? [d] : []));
    if (dims.length === 0) return t;
    if (dims.length === lead) return t.sum(dims);
    const summed = t.sum(dims, true);
    return lead > 0 ? summed.reshape(size) : summed;
  },
});
operator('select(Tensor input, int dim, int index) -> Tensor', {
  doc: 'A view of one place along a dimension, which disappears.',
  view: true,
  forward(t, dim, index) {
    if (t.shape.length === 0) throw new IndexError('select() cannot be applied to a 0-dim tensor.');
    const d = wrapDim(dim, t.shape.length);
    const size = t.shape[d]!;
    if (index < -size || index >= size)
      throw new IndexError(
        `select(): index ${index} out of range for tensor of size [${t.shape.join(', ')}] at dimension ${d}`,
      );
    return alias(
      t,
      t.shape.filter((_, i) => i !== d),
      t.strides.filter((_, i) => i !== d),
      t.offset + (index < 0 ? index + size : index) * t.strides[d]!,
    );
  },
  gradients: { input: (s) => s.grad.new_zeros(s.shape('input')).select_scatter(s.grad, s.dim, s.index) },
});
operator('slice(Tensor input, int dim = 0, int? start = null, int? end = null, int step = 1) -> Tensor', {
  doc: 'A view of the places from start to before end, every step-th.',
  view: true,
  on: 'method',
  forward(t, dim, start, end, step) {
    const d = wrapDim(dim, t.shape.length);
    if (step <= 0) throw new RuntimeError('slice step must be positive');
    const [a, n] = sliceRange(start, end, step, t.shape[d]!);
    return alias(
      t,
      t.shape.map((s, i) => (i === d ? n : s)),
      t.strides.map((s, i) => (i === d ? s * step : s)),
      t.offset + a * t.strides[d]!,
    );
  },
  gradients: { input: (s) => s.grad.new_zeros(s.shape('input')).slice_scatter(s.grad, s.dim, s.start, s.end, s.step) },
});
export function sliceRange(
  start: number | null,
  end: number | null,
  step: number,
  size: number,
): [start: number, length: number] {
  const clip = (v: number) => Math.min(Math.max(v < 0 ? v + size : v, 0), size);
  const a = clip(start ?? 0);
  const b = Math.max(clip(end ?? size), a);
  return [a, Math.ceil((b - a) / step)];
}
operator('narrow(Tensor input, int dim, int start, int length) -> Tensor', {
  doc: 'A view of length places from start.',
  forward(t, dim, start, length) {
    const size = t.shape[wrapDim(dim, t.shape.length)] ?? 1;
    const a = start < 0 ? start + size : start;
    if (length < 0 || a < 0 || a + length > size)
      throw new RuntimeError(`start (${start}) + length (${length}) exceeds dimension size (${size}).`);
    return t.slice(dim, a, a + length);
  },
});
operator('squeeze(Tensor input, int[]|null dim = null) -> Tensor', {
  doc: 'A view without dimensions of size 1, all or the given ones.',
  view: true,
  node: (_, dim) => `SqueezeBackward${dim === null ? 0 : dim.length > 1 ? 2 : 1}`,
  forward(t, dim) {
    const drop = new Set(wrapDims(dim, t.shape.length));
    const keep = t.shape.map((_, d) => d).filter((d) => !(drop.has(d) && t.shape[d] === 1));
    return alias(
      t,
      keep.map((d) => t.shape[d]!),
      keep.map((d) => t.strides[d]!),
      t.offset,
    );
  },
  gradients: { input: (s) => s.grad.reshape(s.shape('input')) },
});
operator('unsqueeze(Tensor input, int dim) -> Tensor', {
  doc: 'A view with a new dimension of size 1 at dim.',
  view: true,
  forward(t, dim) {
    const d = wrapDim(dim, t.shape.length + 1);
    const shape = [...t.shape];
    const strides = [...t.strides];
    strides.splice(d, 0, d < shape.length ? shape[d]! * strides[d]! : 1);
    shape.splice(d, 0, 1);
    return alias(t, shape, strides, t.offset);
  },
  gradients: { input: (s) => s.grad.reshape(s.shape('input')) },
});
operator('flatten(Tensor input, int start_dim = 0, int end_dim = -1) -> Tensor', {
  doc: 'Makes one dimension of those from start_dim to end_dim.',
  forward(t, start, end) {
    if (t.shape.length === 0) return t.reshape([1]);
    const a = wrapDim(start, t.shape.length);
    const b = wrapDim(end, t.shape.length);
    if (a > b) throw new RuntimeError('flatten() has invalid args: start_dim cannot come after end_dim');
    if (a === b) return t;
    return t.reshape([...t.shape.slice(0, a), numelOf(t.shape.slice(a, b + 1)), ...t.shape.slice(b + 1)]);
  },
});
operator('ravel(Tensor input) -> Tensor', { doc: 'All elements in one dimension.', forward: (t) => t.reshape([-1]) });
operator('unflatten(Tensor input, int dim, int[] sizes) -> Tensor', {
  doc: 'Splits one dimension into several.',
  forward(t, dim, sizes) {
    const d = wrapDim(dim, t.shape.length);
    return t.reshape([...t.shape.slice(0, d), ...inferShape(sizes, t.shape[d]!), ...t.shape.slice(d + 1)]);
  },
});
operator('movedim(Tensor input, int[] source, int[] destination) -> Tensor', {
  doc: 'A view with dimensions moved to new places.',
  aliases: ['moveaxis'],
  forward(t, source, destination) {
    const rank = t.shape.length;
    const from = wrapDims(source, rank);
    const to = wrapDims(destination, rank);
    const order = new Array<number>(rank).fill(-1);
    to.forEach((d, i) => (order[d] = from[i]!));
    const rest = t.shape.map((_, d) => d).filter((d) => !from.includes(d));
    for (let d = 0; d < rank; d++) if (order[d] === -1) order[d] = rest.shift()!;
    return t.permute(order);
  },
});
operator('diagonal(Tensor input, int offset = 0, int dim1 = 0, int dim2 = 1) -> Tensor', {
  doc: 'A view of the diagonal of two dimensions, as the last one.',
  view: true,
  forward(t, offset, dim1, dim2) {
    const a = wrapDim(dim1, t.shape.length);
    const b = wrapDim(dim2, t.shape.length);
    if (a === b) throw new RuntimeError('diagonal dimensions cannot be identical');
    const n = Math.max(
      0,
      offset >= 0 ? Math.min(t.shape[a]!, t.shape[b]! - offset) : Math.min(t.shape[a]! + offset, t.shape[b]!),
    );
    const start = n === 0 ? 0 : offset >= 0 ? offset * t.strides[b]! : -offset * t.strides[a]!;
    const others = t.shape.map((_, d) => d).filter((d) => d !== a && d !== b);
    return alias(
      t,
      [...others.map((d) => t.shape[d]!), n],
      [...others.map((d) => t.strides[d]!), t.strides[a]! + t.strides[b]!],
      t.offset + start,
    );
  },
  gradients: { input: (s) => s.grad.new_zeros(s.shape('input')).diagonal_scatter(s.grad, s.offset, s.dim1, s.dim2) },
});
operator('unfold(Tensor input, int dimension, int size, int step) -> Tensor', {
  doc: 'A view of all windows of a size along a dimension, step apart; the window is the last dimension.',
  view: true,
  on: 'method',
  forward(t, dimension, size, step) {
    const d = wrapDim(dimension, t.shape.length);
    const length = t.shape[d] ?? 1;
    if (size > length)
      throw new RuntimeError(`maximum size for tensor at dimension ${d} is ${length} but size is ${size}`);
    const stride = t.strides[d] ?? 1;
    if (t.shape.length === 0) return alias(t, [size], [1], t.offset);
    return alias(
      t,
      [...t.shape.map((s, i) => (i === d ? Math.floor((length - size) / step) + 1 : s)), size],
      [...t.strides.map((s, i) => (i === d ? s * step : s)), stride],
      t.offset,
    );
  },
  gradients: {
    input: from('input', (s) => {
      const flat = s.grad.new_zeros([numelOf(s.input.shape)]);
      return flat
        .put(placesIn(s.input, s.input.unfold(s.dimension, s.size, s.step)), s.grad, true)
        .reshape(s.input.shape);
    }),
  },
});
operator('as_strided(Tensor input, int[] size, int[] stride, int? storage_offset = null) -> Tensor', {
  doc: 'Any strided view of the memory.',
  view: true,
  forward(t, size, stride, offset) {
    const start = offset ?? t.offset;
    if (stride.length !== size.length) throw new RuntimeError('mismatch in length of strides and shape');
    if (stride.some((step) => step < 0))
      throw new RuntimeError(
        `as_strided: Negative strides are not supported at the moment, got strides: [${stride.join(', ')}]`,
      );
    if (start < 0) throw new RuntimeError(`Tensor: invalid storage offset ${start}`);
    const last = size.reduce((at, n, d) => at + (n - 1) * stride[d]!, start);
    if (numelOf(size) > 0 && last >= t.storage.length)
      throw new RuntimeError(
        `setStorage: sizes [${size.join(', ')}], strides [${stride.join(', ')}], storage offset ${start} are out of bounds for storage of ${t.storage.length} elements`,
      );
    return alias(t, size, stride, start);
  },
  gradients: {
    input: from('input', (s) =>
      s.grad
        .new_zeros(s.shape('input'))
        .put(placesIn(s.input, alias(s.input, s.size, s.stride, s.storage_offset ?? s.input.offset)), s.grad, true),
    ),
  },
});
operator('detach(Tensor input) -> Tensor', {
  doc: 'The same memory without history: no gradient flows through.',
  forward: (t) => cutOff(alias(t, t.shape, t.strides, t.offset), t, 'detach'),
});
/** A gradient for each of several results, zeros where nothing came. */
const filledIn = (
  grads: readonly (Tensor | null)[],
  grad: Tensor,
  shapes: readonly (readonly number[])[],
): Tensor[] => {
  const some = grads.find((g) => g !== null) ?? grad;
  return shapes.map((shape, i) => grads[i] ?? some.new_zeros(shape));
};
operator('unbind(Tensor input, int dim = 0) -> Tensor[]', {
  doc: 'The slices along a dimension, as views.',
  view: true,
  forward(t, dim) {
    if (t.shape.length === 0) throw new RuntimeError('Dimension specified as 0 but tensor has no dimensions');
    const d = wrapDim(dim, t.shape.length);
    const shape = t.shape.filter((_, i) => i !== d);
    const strides = t.strides.filter((_, i) => i !== d);
    return Array.from({ length: t.shape[d] ?? 0 }, (_, i) =>
      alias(t, shape, strides, t.offset + i * (t.strides[d] ?? 0)),
    );
  },
  gradients: {
    input(s) {
      const shape = s.shape('input');
      const d = wrapDim(s.dim, shape.length);
      const one = shape.filter((_, i) => i !== d);
      const [first, ...rest] = filledIn(
        s.grads,
        s.grad,
        s.grads.map(() => one),
      ).map((g) => g.unsqueeze(d));
      return first ? first.cat_with(rest, d) : null;
    },
  },
});
function sizesOf(split: number | readonly number[], n: number, dim: number): readonly number[] {
  if (typeof split !== 'number') {
    if (split.reduce((a, b) => a + b, 0) !== n || split.some((size) => size < 0))
      throw new RuntimeError(
        `split_with_sizes expects split_sizes to sum exactly to ${n} (input tensor's size at dimension ${dim}), but got split_sizes=[${split.join(', ')}]`,
      );
    return split;
  }
  if (split < 0 || (split === 0 && n > 0))
    throw new RuntimeError(`split expects split_size be non-negative, but got split_size=${split}`);
  const sizes: number[] = [];
  for (let at = 0; at < n || at === 0; at += split || 1) sizes.push(Math.min(split, n - at));
  return sizes;
}
operator('split(Tensor input, int|int[] split_size, int dim = 0) -> Tensor[]', {
  doc: 'Views of split_size places each (the last may be smaller), or of the given sizes.',
  aliases: ['split_with_sizes'],
  view: true,
  node: (_, split) => (typeof split === 'number' ? 'Split' : 'SplitWithSizes'),
  forward(t, split, dim) {
    if (t.shape.length === 0) throw new RuntimeError('split expects at least a 1-dimensional tensor');
    const d = wrapDim(dim, t.shape.length);
    let at = 0;
    return sizesOf(split, t.shape[d] ?? 0, dim).map((size) => {
      at += size;
      return alias(
        t,
        t.shape.map((n, i) => (i === d ? size : n)),
        t.strides,
        t.offset + (at - size) * (t.strides[d] ?? 0),
      );
    });
  },
  gradients: {
    input(s) {
      const shape = s.shape('input');
      const d = wrapDim(s.dim, shape.length);
      const shapes = sizesOf(s.split_size, shape[d] ?? 0, s.dim).map((size) =>
        shape.map((n, i) => (i === d ? size : n)),
      );
      const [first, ...rest] = filledIn(s.grads, s.grad, shapes);
      return first ? first.cat_with(rest, d) : null;
    },
  },
});
operator('chunk(Tensor input, int chunks, int dim = 0) -> Tensor[]', {
  doc: 'At most chunks views of equal size, the last maybe smaller.',
  forward(t, chunks, dim) {
    if (t.shape.length === 0) throw new RuntimeError('chunk expects at least a 1-dimensional tensor');
    if (chunks <= 0) throw new RuntimeError(`chunk expects \`chunks\` to be greater than 0, got: ${chunks}`);
    return t.split(Math.max(1, Math.ceil((t.shape[wrapDim(dim, t.shape.length)] ?? 1) / chunks)), dim);
  },
});
operator('select_scatter(Tensor input, Tensor src, int dim, int index) -> Tensor', {
  doc: 'A copy of input with src at one place along dim.',
  forward(t, src, dim, index) {
    const result = t.clone();
    result.select(dim, index).copy_(src);
    return result;
  },
});
operator(
  'slice_scatter(Tensor input, Tensor src, int dim = 0, int? start = null, int? end = null, int step = 1) -> Tensor',
  {
    doc: 'A copy of input with src in a slice.',
    forward(t, src, dim, start, end, step) {
      const result = t.clone();
      result.slice(dim, start, end, step).copy_(src);
      return result;
    },
  },
);
operator('diagonal_scatter(Tensor input, Tensor src, int offset = 0, int dim1 = 0, int dim2 = 1) -> Tensor', {
  doc: 'A copy of input with src on a diagonal.',
  forward(t, src, offset, dim1, dim2) {
    const result = t.clone();
    result.diagonal(offset, dim1, dim2).copy_(src);
    return result;
  },
});
