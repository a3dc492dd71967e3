// mistake: no-elements-not-contiguous
// en: is_contiguous compares strides where there is no element at all.
// zh: 没有元素时，is_contiguous 仍然比较步幅。
// fails: tells-contiguous
export interface Layout {
  shape: number[];
  strides: number[];
  offset: number;
}

export function contiguous(shape: number[]): Layout {
  const strides: number[] = [];
  let stride = 1;
  for (const size of shape.toReversed()) {
    strides.unshift(stride);
    stride *= Math.max(size, 1);
  }
  return { shape: [...shape], strides, offset: 0 };
}

export function address({ shape, strides, offset }: Layout, index: number[]): number {
  if (index.length !== shape.length) throw new Error(`${index.length} indices for ${shape.length} dimensions`);
  return index.reduce((sum, i, d) => sum + fromEnd(i, shape[d] ?? 0) * (strides[d] ?? 0), offset);
}

export function transpose({ shape, strides, offset }: Layout, dim0: number, dim1: number): Layout {
  const [a, b] = [fromEnd(dim0, shape.length), fromEnd(dim1, shape.length)];
  const swapped = (list: number[]) => list.map((x, d) => (d === a ? list[b] : d === b ? list[a] : x) ?? 0);
  return { shape: swapped(shape), strides: swapped(strides), offset };
}

export function slice(layout: Layout, dim: number, start: number, end: number, step: number): Layout {
  const d = fromEnd(dim, layout.shape.length);
  const size = layout.shape[d] ?? 0;
  const stride = layout.strides[d] ?? 0;
  const clamped = (bound: number) => Math.min(Math.max(bound < 0 ? bound + size : bound, 0), size);
  const [first, last] = [clamped(start), clamped(end)];
  return {
    shape: layout.shape.with(d, Math.max(Math.ceil((last - first) / step), 0)),
    strides: layout.strides.with(d, stride * step),
    offset: layout.offset + first * stride,
  };
}

export function is_contiguous({ shape, strides }: Layout): boolean {
  const expected = contiguous(shape).strides;
  return shape.every((size, d) => size === 1 || strides[d] === expected[d]);
}

export function view({ shape, strides, offset }: Layout, sizes: number[]): Layout {
  const target = inferred(sizes, product(shape));
  if (shape.includes(0)) return { ...contiguous(target), offset };

  // Neighbours that memory does not tell apart are one block.
  const blocks: { size: number; stride: number }[] = [];
  for (const [d, size] of shape.entries()) {
    const stride = strides[d] ?? 0;
    const left = blocks.at(-1);
    if (size === 1) continue;
    if (left && left.stride === size * stride) blocks.splice(-1, 1, { size: left.size * size, stride });
    else blocks.push({ size, stride });
  }

  const found: number[] = [];
  let rest = { size: 1, stride: 1 };
  for (const size of target.toReversed()) {
    if (rest.size === 1 && size > 1) rest = blocks.pop() ?? rest;
    if (rest.size % size !== 0) throw new Error(`a view of shape [${target.join(', ')}] would need a copy`);
    found.unshift(rest.stride);
    rest = { size: rest.size / size, stride: rest.stride * size };
  }
  return { shape: target, strides: found, offset };
}

const product = (sizes: number[]): number => sizes.reduce((a, b) => a * b, 1);

/** A position from 0, where one below 0 counted from the end. Throws beyond either. */
function fromEnd(i: number, size: number): number {
  if (i < -size || i >= size) throw new Error(`${i} is out of range for ${size}`);
  return i < 0 ? i + size : i;
}

/** The shape with its −1 filled in. */
function inferred(sizes: number[], count: number): number[] {
  const at = sizes.indexOf(-1);
  const known = at < 0 ? sizes : sizes.toSpliced(at, 1);
  const rest = product(known);
  if (known.some((size) => size < 0)) throw new Error(`invalid shape [${sizes.join(', ')}]`);
  if (at < 0 ? rest !== count : rest === 0 || count % rest !== 0)
    throw new Error(`shape [${sizes.join(', ')}] is invalid for ${count} elements`);
  return at < 0 ? [...sizes] : sizes.with(at, count / rest);
}
