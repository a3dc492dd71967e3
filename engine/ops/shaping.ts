import { RuntimeError } from '../device/device.ts';
import { int64 } from '../dtype.ts';
import { operator } from '../operator.ts';
import { broadcastShape, resultType } from '../promotion.ts';
import { valuesLike, numelOf, type Tensor, valuesOf } from '../tensor.ts';
import { wrapDim } from './views.ts';

const join = (list: readonly Tensor[], dim: number): Tensor => {
  const [first, ...rest] = list;
  if (!first) throw new RuntimeError('expected a non-empty list of Tensors');
  return first.cat_with(rest, dim);
};
const atLeast: Record<1 | 2 | 3, (t: Tensor) => Tensor> = {
  1: (t) => (t.shape.length === 0 ? t.reshape([1]) : t),
  2: (t) => (t.shape.length === 0 ? t.reshape([1, 1]) : t.shape.length === 1 ? t.unsqueeze(0) : t),
  3: (t) =>
    t.shape.length === 0
      ? t.reshape([1, 1, 1])
      : t.shape.length === 1
        ? t.unsqueeze(0).unsqueeze(-1)
        : t.shape.length === 2
          ? t.unsqueeze(-1)
          : t,
};
for (const n of [1, 2, 3] as const) {
  operator(`atleast_${n}d(Tensor input) -> Tensor`, {
    doc: `With at least ${n} dimensions.`,
    on: 'torch',
    forward: (t) => atLeast[n](t),
  });
  operator(`atleast_${n}d(Tensor... tensors) -> Tensor[]`, {
    doc: `Each with at least ${n} dimensions.`,
    on: 'torch',
    forward: (list) => list.map(atLeast[n]),
  });
}
operator('hstack(Tensor[] tensors) -> Tensor', {
  doc: 'Joined side by side.',
  on: 'torch',
  forward: (list) => join(list.map(atLeast[1]), list[0] && atLeast[1](list[0]).shape.length === 1 ? 0 : 1),
});
operator('vstack(Tensor[] tensors) -> Tensor', {
  doc: 'Joined one below the other.',
  on: 'torch',
  aliases: ['row_stack'],
  forward: (list) => join(list.map(atLeast[2]), 0),
});
operator('dstack(Tensor[] tensors) -> Tensor', {
  doc: 'Joined in depth.',
  on: 'torch',
  forward: (list) => join(list.map(atLeast[3]), 2),
});
operator('column_stack(Tensor[] tensors) -> Tensor', {
  doc: 'Vectors as columns.',
  on: 'torch',
  forward: (list) =>
    join(
      list.map((t) => (t.shape.length <= 1 ? t.reshape([-1, 1]) : t)),
      1,
    ),
});
operator('broadcast_tensors(Tensor... tensors) -> Tensor[]', {
  doc: 'All expanded to their common shape.',
  on: 'torch',
  forward(list) {
    const shape = list.reduce<readonly number[]>((s, t) => broadcastShape(s, t.shape), []);
    return list.map((t) => t.expand(shape));
  },
});
operator('block_diag(Tensor... tensors) -> Tensor', {
  doc: 'Matrices along the diagonal of one.',
  on: 'torch',
  forward(list) {
    const blocks = list.map(atLeast[2]);
    const width = blocks.reduce((n, t) => n + t.shape[1]!, 0);
    const dtype = resultType(list);
    let at = 0;
    return join(
      blocks.map((t) => {
        const row = t.to(dtype).constant_pad_nd([at, width - at - t.shape[1]!]);
        at += t.shape[1]!;
        return row;
      }),
      0,
    );
  },
});
operator('meshgrid(Tensor... tensors, *, str? indexing = null) -> Tensor[]', {
  doc: "Grids of coordinates; indexing 'ij' (default) or 'xy'.",
  on: 'torch',
  forward(list, indexing) {
    const swap = indexing === 'xy' && list.length > 1;
    const order = swap ? [list[1]!, list[0]!, ...list.slice(2)] : [...list];
    const shape = order.map((t) => numelOf(t.shape));
    const grids = order.map((t, i) => t.reshape(shape.map((n, d) => (d === i ? n : 1))).expand(shape));
    return swap ? [grids[1]!, grids[0]!, ...grids.slice(2)] : grids;
  },
});
operator('cartesian_prod(Tensor... tensors) -> Tensor', {
  doc: 'Every combination of one element from each vector, as rows.',
  on: 'torch',
  forward(list) {
    if (list.length === 1) return list[0]!;
    const shape = list.map((t) => t.shape[0]!);
    return join(
      list.map((t, i) =>
        t
          .reshape(shape.map((n, d) => (d === i ? n : 1)))
          .expand(shape)
          .reshape([-1, 1]),
      ),
      1,
    );
  },
});
operator('combinations(Tensor input, int r = 2, bool with_replacement = false) -> Tensor', {
  doc: 'Every choice of r elements, as rows.',
  forward(t, r, replacement) {
    const n = t.shape[0]!;
    const rows: number[][] = [];
    const walk = (start: number, row: number[]): void => {
      if (row.length === r) rows.push(row);
      else for (let i = start; i < n; i++) walk(replacement ? i : i + 1, [...row, i]);
    };
    walk(0, []);
    return t.index_select(0, valuesLike(t, rows.flat(), [rows.length * r], int64)).reshape([rows.length, r]);
  },
});
operator('tensor_split(Tensor input, any indices_or_sections, int dim = 0) -> Tensor[]', {
  doc: 'Splits into equal parts (the first ones may be larger by one) or at the given places.',
  aliases: [],
  forward: (t, sections, dim) => splitAt(t, sections, dim),
});
function splitAt(t: Tensor, sections: unknown, dim: number): Tensor[] {
  const n = t.shape[wrapDim(dim, t.shape.length)]!;
  const given =
    typeof sections === 'object' && sections !== null && 'storage' in sections
      ? ((sections as Tensor).tolist() as number | number[])
      : (sections as number | number[]);
  const cuts: number[] = [];
  if (typeof given === 'number') {
    let at = 0;
    for (let i = 0; i < given - 1; i++) cuts.push((at += Math.floor(n / given) + (i < n % given ? 1 : 0)));
  } else cuts.push(...given);
  const clip = (v: number): number => Math.min(Math.max(v < 0 ? v + n : v, 0), n);
  return [...cuts, n].map((end, i) => {
    const start = i === 0 ? 0 : clip(cuts[i - 1]!);
    return t.narrow(dim, start, Math.max(0, clip(end) - start));
  });
}
for (const [name, dim] of [
  ['hsplit', 1],
  ['vsplit', 0],
  ['dsplit', 2],
] as const) {
  operator(`${name}(Tensor input, any indices_or_sections) -> Tensor[]`, {
    doc: `tensor_split along dimension ${dim}, whose size must be a multiple of the number of parts.`,
    forward(t, sections) {
      const rank = t.shape.length;
      const least = name === 'hsplit' ? 1 : name === 'vsplit' ? 2 : 3;
      if (rank < least)
        throw new RuntimeError(
          `torch.${name} requires a tensor with at least ${least} dimension, but got a tensor with ${rank} dimensions!`,
        );
      const d = name === 'hsplit' && rank === 1 ? 0 : dim;
      if (typeof sections === 'number' && (sections <= 0 || t.shape[d]! % sections !== 0))
        throw new RuntimeError(
          `torch.${name} attempted to split along dimension ${d}, but the size of the dimension ${t.shape[d]} is not divisible by the split_size ${sections}!`,
        );
      return splitAt(t, sections, d);
    },
  });
}
for (const [name, doc, dim] of [
  ['fliplr', 'Left and right swapped.', 1],
  ['flipud', 'Up and down swapped.', 0],
] as const)
  operator(`${name}(Tensor input) -> Tensor`, {
    doc,
    forward(t) {
      if (t.shape.length <= dim) throw new RuntimeError(`Input must be >= ${dim + 1}-d.`);
      return t.flip([dim]);
    },
  });
operator('roll(Tensor input, int[] shifts, int[]|null dims = null) -> Tensor', {
  doc: 'Shifts along dims; what goes over the end comes back at the start.',
  forward(t, shifts, dims) {
    if (shifts.length === 0) throw new RuntimeError('`shifts` required');
    if (shifts.length !== (dims?.length || 1))
      throw new RuntimeError(`shifts and dimensions must align. shifts: ${shifts.length}, dims:${dims?.length ?? 0}`);
    if (dims === null || dims.length === 0) return rolled(t.reshape([-1]), shifts[0]!, 0).reshape(t.shape);
    return dims.reduce((x, d, i) => rolled(x, shifts[i]!, d), t);
  },
});
function rolled(t: Tensor, shift: number, dim: number): Tensor {
  const n = t.shape[wrapDim(dim, t.shape.length)] ?? 1;
  if (n === 0 || t.shape.length === 0) return t.clone();
  const k = ((shift % n) + n) % n;
  return t.narrow(dim, n - k, k).cat_with([t.narrow(dim, 0, n - k)], dim);
}
operator('rot90(Tensor input, int k = 1, int[] dims = [0,1]) -> Tensor', {
  doc: 'Turned by 90° k times in the plane of two dimensions.',
  forward(t, k, dims) {
    if (dims.length !== 2) throw new RuntimeError(`expected total rotation dims == 2, but got dims = ${dims.length}`);
    const [a, b] = dims as [number, number];
    if (t.shape.length < 2) throw new RuntimeError(`expected total dims >= 2, but got total dims = ${t.shape.length}`);
    if (wrapDim(a, t.shape.length) === wrapDim(b, t.shape.length))
      throw new RuntimeError(`expected rotation dims to be different, but got dim0 = ${a} and dim1 = ${b}`);
    const turns = ((k % 4) + 4) % 4;
    if (turns === 0) return t.clone();
    if (turns === 2) return t.flip([a, b]);
    return turns === 1 ? t.flip([b]).transpose(a, b) : t.flip([a]).transpose(a, b);
  },
});
operator('repeat_interleave(Tensor input, int repeats, int? dim = null, *, int? output_size = null) -> Tensor', {
  doc: 'Every element repeats times, one after the other.',
  forward: (t, repeats, dim) =>
    repeated(t, (n) => Array.from({ length: n * repeats }, (_, i) => Math.floor(i / repeats)), dim),
});
operator('repeat_interleave(Tensor input, Tensor repeats, int? dim = null, *, int? output_size = null) -> Tensor', {
  doc: 'Every element as often as repeats says.',
  forward(t, repeats, dim) {
    const times = Array.from(valuesOf(repeats));
    return repeated(
      t,
      (n) =>
        Array.from({ length: n }, (_, i) => i).flatMap((i) =>
          new Array<number>(times.length === 1 ? times[0]! : times[i]!).fill(i),
        ),
      dim,
    );
  },
});
function repeated(t: Tensor, list: (n: number) => number[], dim: number | null): Tensor {
  const x = dim === null ? t.reshape([-1]) : t;
  const index = list(x.shape[wrapDim(dim ?? 0, x.shape.length)] ?? 1);
  return x.index_select(dim ?? 0, valuesLike(x, index, [index.length], int64));
}
operator('diag(Tensor input, int diagonal = 0) -> Tensor', {
  doc: 'A vector as a diagonal matrix; a matrix’s diagonal.',
  forward(t, k) {
    if (t.shape.length !== 1 && t.shape.length !== 2) throw new RuntimeError('matrix or a vector expected');
    return t.shape.length === 1 ? t.diag_embed(k) : t.diagonal(k).clone();
  },
});
operator('diagflat(Tensor input, int offset = 0) -> Tensor', {
  doc: 'All elements on a diagonal.',
  forward: (t, k) => t.reshape([-1]).diag_embed(k),
});
operator('diag_embed(Tensor input, int offset = 0, int dim1 = -2, int dim2 = -1) -> Tensor', {
  doc: 'The last dimension as the diagonal of two new ones.',
  forward(t, offset, dim1, dim2) {
    const rank = t.shape.length + 1;
    const [a, b] = [wrapDim(dim1, rank), wrapDim(dim2, rank)];
    const n = t.shape[t.shape.length - 1]! + Math.abs(offset);
    const others = t.shape.slice(0, -1);
    const shape = Array.from({ length: rank }, (_, d) => (d === a || d === b ? n : others.shift()!));
    return t.new_zeros(shape).diagonal_scatter(t, offset, a, b);
  },
});
operator('trace(Tensor input) -> Tensor', {
  doc: 'Sum of the diagonal.',
  forward(t) {
    if (t.shape.length !== 2)
      throw new RuntimeError(`trace: expected a matrix, but got tensor with dim ${t.shape.length}`);
    return t.diagonal().sum();
  },
});
operator('narrow_copy(Tensor input, int dim, int start, int length) -> Tensor', {
  doc: 'narrow, copied.',
  forward: (t, dim, start, length) => t.narrow(dim, start, length).clone(),
});
operator('take_along_dim(Tensor input, Tensor indices, int? dim = null) -> Tensor', {
  doc: 'gather whose other dimensions broadcast.',
  forward(t, index, dim) {
    if (dim === null) return t.reshape([-1]).gather(0, index.reshape([-1]));
    const d = wrapDim(dim, t.shape.length);
    const shape = broadcastShape(
      t.shape.map((n, i) => (i === d ? 1 : n)),
      index.shape.map((n, i) => (i === d ? 1 : n)),
    );
    return t
      .expand(shape.map((n, i) => (i === d ? t.shape[d]! : n)))
      .gather(d, index.expand(shape.map((n, i) => (i === d ? index.shape[d]! : n))));
  },
});
operator('masked_scatter(Tensor input, Tensor mask, Tensor source) -> Tensor', {
  doc: 'The elements of source, in order, where the mask is true.',
  inplace: true,
  forward(t, mask, source) {
    const shape = broadcastShape(t.shape, mask.shape);
    const places = mask.expand(shape).reshape([-1]).nonzero().reshape([-1]);
    if (numelOf(source.shape) < places.shape[0]!)
      throw new RuntimeError(
        'masked_scatter: expected self and source to have same number of elements as the mask has ones',
      );
    return t.expand(shape).put(places, source.reshape([-1]).narrow(0, 0, places.shape[0]!));
  },
});
operator('pixel_shuffle(Tensor input, int upscale_factor) -> Tensor', {
  doc: '[.., C·r², H, W] → [.., C, H·r, W·r].',
  on: 'torch functional',
  forward(t, r) {
    const [c, h, w] = t.shape.slice(-3) as [number, number, number];
    if (c % (r * r) !== 0)
      throw new RuntimeError(
        `pixel_shuffle expects its input's 'channel' dimension to be divisible by the square of upscale_factor, but input.size(-3)=${c} is not divisible by ${r * r}`,
      );
    const lead = t.shape.slice(0, -3);
    return t
      .reshape([numelOf(lead), c / (r * r), r, r, h, w])
      .permute(0, 1, 4, 2, 5, 3)
      .reshape([...lead, c / (r * r), h * r, w * r]);
  },
});
operator('pixel_unshuffle(Tensor input, int downscale_factor) -> Tensor', {
  doc: '[.., C, H·r, W·r] → [.., C·r², H, W].',
  on: 'torch functional',
  forward(t, r) {
    const [c, h, w] = t.shape.slice(-3) as [number, number, number];
    const lead = t.shape.slice(0, -3);
    return t
      .reshape([numelOf(lead), c, h / r, r, w / r, r])
      .permute(0, 1, 3, 5, 2, 4)
      .reshape([...lead, c * r * r, h / r, w / r]);
  },
});
operator('einsum(str equation, Tensor... operands) -> Tensor', {
  doc: "Sums of products named by letters: einsum('bij,bjk->bik', a, b).",
  on: 'torch',
  forward: (equation, operands) => einsum(equation, operands),
});
function einsum(equation: string, operands: readonly Tensor[]): Tensor {
  const [left = '', right] = equation.replaceAll(' ', '').split('->');
  const inputs = left.split(',');
  if (inputs.length !== operands.length)
    throw new RuntimeError(
      `einsum(): the number of operands in the equation is ${inputs.length}, but ${operands.length} were given`,
    );
  const dots = Math.max(
    0,
    ...inputs.map((names, i) => (names.includes('...') ? operands[i]!.shape.length - (names.length - 3) : 0)),
  );
  const dotNames = Array.from({ length: dots }, (_, i) => String.fromCharCode(0x3b1 + i));
  const expand = (names: string, count: number): string[] =>
    names.split('...').flatMap((part, i) => (i === 0 ? [...part] : [...dotNames.slice(dots - count), ...part]));
  const named = inputs.map((names, i) => expand(names, operands[i]!.shape.length - (names.length - 3)));
  const letters = named.flat();
  const out =
    right !== undefined
      ? expand(right, dots)
      : [
          ...dotNames,
          ...[...new Set(letters)]
            .filter((l) => !dotNames.includes(l) && letters.indexOf(l) === letters.lastIndexOf(l))
            .sort(),
        ];
  const all = [...out, ...[...new Set(letters)].filter((l) => !out.includes(l))];
  const laid = operands.map((t, i) => {
    let x = t;
    let names = named[i]!;
    if (names.length !== t.shape.length)
      throw new RuntimeError(
        `einsum(): the number of subscripts in the equation (${names.length}) does not match the number of dimensions (${t.shape.length}) for operand ${i}`,
      );
    for (const l of new Set(names)) {
      // a letter twice in one operand is its diagonal
      while (names.indexOf(l) !== names.lastIndexOf(l)) {
        const [a, b] = [names.indexOf(l), names.lastIndexOf(l)];
        x = x.diagonal(0, a, b);
        names = [...names.filter((_, d) => d !== a && d !== b), l];
      }
    }
    const order = all.flatMap((l) => (names.includes(l) ? [names.indexOf(l)] : []));
    x = x.permute(order);
    const shape = [...x.shape];
    return x.reshape(all.map((l) => (names.includes(l) ? shape.shift()! : 1)));
  });
  all.forEach((letter, d) => {
    let seen = 1;
    laid.forEach((t, i) => {
      const size = t.shape[d] ?? 1;
      if (size === 1 || seen === 1) seen = Math.max(seen, size);
      else if (size !== seen)
        throw new RuntimeError(
          `einsum(): subscript ${letter} has size ${size} for operand ${i} which does not broadcast with previously seen size ${seen}`,
        );
    });
  });
  let product = laid[0]!;
  const summed = (from: number): number[] => all.map((_, d) => d).slice(from);
  for (const [i, next] of laid.slice(1).entries())
    product = i === laid.length - 2 ? contract(product, next, out.length) : product.mul(next);
  if (laid.length > 1) return product.shape.length === out.length ? product : product.sum(summed(out.length));
  const dims = summed(out.length);
  return dims.length ? product.sum(dims) : product;
}
/** Σ over the dimensions after the first `kept` of a·b, as batches of matrix products. */
function contract(a: Tensor, b: Tensor, kept: number): Tensor {
  const dims = a.shape.map((_, d) => d);
  const size = dims.map((d) => Math.max(a.shape[d]!, b.shape[d]!));
  // what only one operand has, and what is summed only in one, is handled by sums beforehand
  const onlyA = dims.filter((d) => d >= kept && b.shape[d] === 1);
  const onlyB = dims.filter((d) => d >= kept && a.shape[d] === 1 && b.shape[d] !== 1);
  const x = onlyA.length ? a.sum(onlyA, true, { dtype: a.dtype }) : a;
  const y = onlyB.length ? b.sum(onlyB, true, { dtype: b.dtype }) : b;
  const batch = dims.filter((d) => d < kept && x.shape[d] !== 1 && y.shape[d] !== 1);
  const rows = dims.filter((d) => d < kept && !batch.includes(d) && x.shape[d] !== 1);
  const columns = dims.filter((d) => d < kept && !batch.includes(d) && !rows.includes(d));
  const inner = dims.filter((d) => d >= kept);
  const count = (list: readonly number[], t: Tensor): number => numelOf(list.map((d) => t.shape[d]!));
  const left = x
    .permute([...batch, ...rows, ...inner, ...columns])
    .reshape([count(batch, x), count(rows, x), count(inner, x)]);
  const right = y
    .permute([...batch, ...inner, ...columns, ...rows])
    .reshape([count(batch, y), count(inner, y), count(columns, y)]);
  const order = [...batch, ...rows, ...columns];
  const result = left.bmm(right).reshape(order.map((d) => size[d]!));
  return result.permute(dims.slice(0, kept).map((d) => order.indexOf(d)));
}
