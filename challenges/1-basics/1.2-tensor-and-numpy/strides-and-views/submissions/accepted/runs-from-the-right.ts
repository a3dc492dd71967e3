export class Layout {
  readonly shape: number[];
  readonly strides: number[];
  readonly offset: number;
  constructor(shape: number[], strides: number[], offset: number) {
    this.shape = shape;
    this.strides = strides;
    this.offset = offset;
  }
  get numel(): number {
    return this.shape.reduce((a, b) => a * b, 1);
  }
  /** A dimension's number from 0. */
  dim(d: number): number {
    const found = d < 0 ? d + this.shape.length : d;
    if (this.shape[found] === undefined) throw new Error(`no dimension ${d}`);
    return found;
  }
  size(d: number): number {
    return this.shape[d] ?? 1;
  }
  stride(d: number): number {
    return this.strides[d] ?? 1;
  }
}

interface Plain {
  shape: number[];
  strides: number[];
  offset: number;
}
const from = ({ shape, strides, offset }: Plain): Layout => new Layout([...shape], [...strides], offset);

export function contiguous(shape: number[]): Layout {
  const strides = shape.map(() => 1);
  for (let d = shape.length - 2; d >= 0; d--) strides[d] = (strides[d + 1] ?? 1) * Math.max(shape[d + 1] ?? 1, 1);
  return new Layout([...shape], strides, 0);
}

export function address(layout: Plain, index: number[]): number {
  const l = from(layout);
  if (index.length !== l.shape.length) throw new Error('as many indices as dimensions');
  let found = l.offset;
  for (const [d, at] of index.entries()) {
    const i = at < 0 ? at + l.size(d) : at;
    if (i < 0 || i >= l.size(d)) throw new Error(`index ${at} is out of bounds`);
    found += i * l.stride(d);
  }
  return found;
}

export function transpose(layout: Plain, dim0: number, dim1: number): Layout {
  const l = from(layout);
  const [a, b] = [l.dim(dim0), l.dim(dim1)];
  for (const list of [l.shape, l.strides]) {
    const kept = list[a] ?? 0;
    list[a] = list[b] ?? 0;
    list[b] = kept;
  }
  return l;
}

export function slice(layout: Plain, dim: number, start: number, end: number, step: number): Layout {
  const l = from(layout);
  const d = l.dim(dim);
  const size = l.size(d);
  const bound = (x: number) => Math.max(0, Math.min(size, x < 0 ? size + x : x));
  const length = Math.max(0, bound(end) - bound(start));
  const moved = new Layout(l.shape, l.strides, l.offset + bound(start) * l.stride(d));
  moved.shape[d] = Math.trunc((length + step - 1) / step);
  moved.strides[d] = l.stride(d) * step;
  return moved;
}

export function is_contiguous(layout: Plain): boolean {
  const l = from(layout);
  if (l.numel === 0) return true;
  let next = 1;
  return l.shape
    .map((size, d) => ({ size, stride: l.stride(d) }))
    .reverse()
    .filter(({ size }) => size > 1)
    .every(({ size, stride }) => {
      const fits = stride === next;
      next *= size;
      return fits;
    });
}

/** Whenever a run of old dimensions ends (its left neighbour does not continue it), new sizes must end with it. */
export function view(layout: Plain, shape: number[]): Layout {
  const l = from(layout);
  const negative = shape.filter((size) => size < 0);
  const positive = shape.filter((size) => size >= 0).reduce((a, b) => a * b, 1);
  if (negative.length > 1 || negative.some((size) => size !== -1)) throw new Error('one -1 at most');
  if (negative.length === 1 && positive === 0) throw new Error('-1 is ambiguous');
  const target = shape.map((size) => (size === -1 ? l.numel / positive : size));
  if (target.reduce((a, b) => a * b, 1) !== l.numel || !target.every(Number.isInteger)) throw new Error('wrong count');
  if (l.numel === 0) return new Layout(target, contiguous(target).strides, l.offset);

  const strides = target.map(() => 1);
  let k = target.length - 1;
  let [base, old, made] = [l.stride(l.shape.length - 1), 1, 1];
  for (let d = l.shape.length - 1; d >= 0; d--) {
    old *= l.size(d);
    const goesOn = d > 0 && (l.size(d - 1) === 1 || l.stride(d - 1) === old * base);
    if (goesOn) continue;
    for (; k >= 0 && (made < old || target[k] === 1); k--) {
      strides[k] = made * base;
      made *= target[k] ?? 1;
    }
    if (made !== old) throw new Error('not a view');
    [base, old, made] = [d > 0 ? l.stride(d - 1) : 1, 1, 1];
  }
  return new Layout(target, strides, l.offset);
}
