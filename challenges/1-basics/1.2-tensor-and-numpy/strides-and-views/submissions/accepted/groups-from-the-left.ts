// view, left to right: take as many old and new sizes as have the same product; the old ones of such a group must lie in memory like
// one dimension, and the new ones divide it.
export interface Layout {
  shape: number[];
  strides: number[];
  offset: number;
}

const count = (sizes: number[]) => {
  let n = 1;
  for (const s of sizes) n *= s;
  return n;
};
const wrap = (d: number, n: number) => {
  if (!(d >= -n && d < n)) throw new RangeError('out of range');
  return (d + n) % n;
};

export const contiguous = (shape: number[]): Layout => ({
  shape: shape.slice(),
  strides: shape.map((_, d) => count(shape.slice(d + 1).map((s) => s || 1))),
  offset: 0,
});

export const address = (l: Layout, index: number[]) => {
  if (l.shape.length !== index.length) throw new RangeError('wrong number of indices');
  let at = l.offset;
  for (let d = 0; d < index.length; d++)
    at += wrap(index[d] as number, l.shape[d] as number) * (l.strides[d] as number);
  return at;
};

export const transpose = (l: Layout, dim0: number, dim1: number): Layout => {
  const order = l.shape.map((_, d) => d);
  const [a, b] = [wrap(dim0, order.length), wrap(dim1, order.length)];
  order[a] = b;
  order[b] = a;
  return { ...l, shape: order.map((d) => l.shape[d] as number), strides: order.map((d) => l.strides[d] as number) };
};

export const slice = (l: Layout, dim: number, start: number, end: number, step: number): Layout => {
  const d = wrap(dim, l.shape.length);
  const out = structuredCloneOf(l);
  const size = l.shape[d] as number;
  if (start < 0) start = Math.max(start + size, 0);
  if (end < 0) end += size;
  end = Math.min(end, size);
  out.shape[d] = start < end ? 1 + Math.floor((end - start - 1) / step) : 0;
  out.strides[d] = step * (l.strides[d] as number);
  if (start < end) out.offset += start * (l.strides[d] as number);
  return out;
};

const structuredCloneOf = (l: Layout): Layout => ({ shape: [...l.shape], strides: [...l.strides], offset: l.offset });

export const is_contiguous = (l: Layout): boolean => {
  let run = 1;
  for (let d = l.shape.length - 1; d >= 0; d--) {
    const size = l.shape[d] as number;
    if (size === 0) return true;
  }
  for (let d = l.shape.length - 1; d >= 0; d--) {
    const size = l.shape[d] as number;
    if (size !== 1 && l.strides[d] !== run) return false;
    run *= size;
  }
  return true;
};

export const view = (l: Layout, wanted: number[]): Layout => {
  const n = count(l.shape);
  const shape = [...wanted];
  const unknown = shape.findIndex((s) => s < 0);
  if (unknown >= 0) {
    if (shape[unknown] !== -1) throw new RangeError('negative size');
    shape[unknown] = 1;
    const rest = count(shape);
    if (rest === 0) throw new RangeError('-1 could be anything');
    shape[unknown] = n / rest;
  }
  if (count(shape) !== n || shape.some((s) => s < 0 || !Number.isInteger(s))) throw new RangeError('does not fit');
  if (n === 0) return { shape, strides: shape.map(() => 0), offset: l.offset };

  const old = l.shape.map((size, d) => ({ size, stride: l.strides[d] as number })).filter(({ size }) => size !== 1);
  const strides: number[] = shape.map(() => 0);
  let [i, k] = [0, 0];
  while (i < old.length) {
    const [firstOld, firstNew] = [i, k];
    let have = (old[i++] as { size: number }).size;
    let need = shape[k++] as number;
    while (have !== need) {
      if (have < need) have *= (old[i++] as { size: number }).size;
      else need *= shape[k++] as number;
    }
    for (let j = firstOld; j < i - 1; j++) {
      const [left, right] = [old[j], old[j + 1]];
      if (left && right && left.stride !== right.size * right.stride) throw new RangeError('needs a copy');
    }
    let stride = (old[i - 1] as { stride: number }).stride;
    for (let j = k - 1; j >= firstNew; j--) {
      strides[j] = stride;
      stride *= shape[j] as number;
    }
  }
  return { shape, strides, offset: l.offset };
};
