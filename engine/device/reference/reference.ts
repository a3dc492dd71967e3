// The oracle of the tests: every kernel as its definition reads, one element at a time, by index and not by offset.
// Nothing here is fast, and nothing is shared with the cpu device but the scalar functions.
import { type Data, type DType, fitInt32 } from '../../dtype.ts';
import { evaluate, parseExpression } from '../../expression.ts';
import type { AdamStep, SgdStep } from '../cpu/optimizers.ts';
import { scalarFunctions } from '../cpu/scalar.ts';
import {
  type Buffer,
  type Device,
  IndexError,
  type Operand,
  registerDevice,
  RuntimeError,
  type Storage,
} from '../device.ts';

type Index = readonly number[];

/** Every index of a shape, row-major. */
function* indices(shape: readonly number[]): Generator<Index> {
  const [size, ...rest] = shape;
  if (size === undefined) yield [];
  else for (let i = 0; i < size; i++) for (const tail of indices(rest)) yield [i, ...tail];
}
const placeOf = (x: Operand, index: Index): number => index.reduce((at, i, d) => at + i * x.strides[d]!, x.offset);
const get = (x: Operand, index: Index): number => (x.storage.buffer as Data)[placeOf(x, index)]!;
const set = (x: Operand, index: Index, value: number): void => {
  (x.storage.buffer as Data)[placeOf(x, index)] = x.dtype.keep(value);
};
/** The index of a broadcast operand: aligned on the right, 0 where it has one element. */
const broadcast = (x: Operand, index: Index): Index =>
  x.shape.map((size, d) => (size === 1 ? 0 : index[index.length - x.shape.length + d]!));
const replaced = (index: Index, dim: number, i: number): Index => index.map((old, d) => (d === dim ? i : old));
/** The indices of one line along `dim` through `index`; a tensor of no dimensions is a line of one. */
const lineThrough = (x: Operand, index: Index, dim: number): Index[] =>
  x.shape.length === 0 ? [[]] : Array.from({ length: x.shape[dim]! }, (_, i) => replaced(index, dim, i));
const lineStarts = (x: Operand, dim: number): Iterable<Index> => indices(x.shape.map((n, d) => (d === dim ? 1 : n)));
/** The index of the i-th element, row-major. */
function unravelled(position: number, shape: readonly number[]): Index {
  const index: number[] = [];
  let rest = position;
  for (const size of [...shape].reverse()) {
    index.unshift(rest % size);
    rest = Math.floor(rest / size);
  }
  return index;
}
const total = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
const meanOf = (values: readonly number[]): number => total(values) / values.length;
const spreadOf = (values: readonly number[]): number => total(values.map((v) => (v - meanOf(values)) ** 2));
const greatest = (values: readonly number[]): number => Math.max(...values);
const firstPlace = (values: readonly number[], wanted: number): number =>
  values.findIndex((v) => v === wanted || (Number.isNaN(v) && Number.isNaN(wanted)));

const folds: Record<string, (values: readonly number[]) => number> = {
  sum: total,
  nansum: (values) => total(values.filter((v) => !Number.isNaN(v))),
  prod: (values) => values.reduce((a, b) => a * b, 1),
  max: greatest,
  min: (values) => -greatest(values.map((v) => -v)),
  any: (values) => Number(values.some((v) => v !== 0)),
  all: (values) => Number(values.every((v) => v !== 0)),
  count: (values) => values.filter((v) => v !== 0).length,
  argmax: (values) => firstPlace(values, greatest(values)),
  argmin: (values) => firstPlace(values, -greatest(values.map((v) => -v))),
  spread: spreadOf,
};

const combine: Record<string, (old: number, value: number) => number> = {
  set: (_, value) => value,
  add: (old, value) => old + value,
  multiply: (old, value) => old * value,
  max: Math.max,
  min: Math.min,
};

interface WindowParameters {
  readonly kernel: readonly number[];
  readonly stride: readonly number[];
  readonly padding: readonly number[];
  readonly dilation: readonly number[];
  readonly out: readonly number[];
  readonly size: readonly number[];
  readonly channels: number;
  readonly batch: number;
}
/** Where each pair of a column's element and an image's element meet, for both directions of im2col. */
function* windowPairs(p: WindowParameters): Generator<[column: number, image: number]> {
  const shape = [p.batch * p.channels, ...p.kernel, ...p.out];
  let column = -1;
  for (const [plane = 0, ...place] of indices(shape)) {
    column++;
    const at = p.size.map((_, d) => place[3 + d]! * p.stride[d]! + place[d]! * p.dilation[d]! - p.padding[d]!);
    if (at.some((i, d) => i < 0 || i >= p.size[d]!)) continue;
    yield [column, at.reduce((offset, i, d) => offset * p.size[d]! + i, plane)];
  }
}
/** Every product of a convolution: [element of y, of x, of w], all contiguous. */
function* convolutionTriples(
  p: WindowParameters & { readonly groups: number; readonly outChannels: number },
): Generator<[y: number, x: number, w: number]> {
  const [perGroup, outs] = [p.channels / p.groups, p.outChannels / p.groups];
  const windows = p.out.reduce((a, b) => a * b, 1);
  const places = p.kernel.reduce((a, b) => a * b, 1);
  for (const [column, image] of windowPairs(p)) {
    const window = column % windows;
    const place = Math.floor(column / windows) % places;
    const plane = Math.floor(column / windows / places);
    const [n, c] = [Math.floor(plane / p.channels), plane % p.channels];
    const group = Math.floor(c / perGroup);
    for (let o = group * outs; o < (group + 1) * outs; o++)
      yield [(n * p.outChannels + o) * windows + window, image, (o * perGroup + (c % perGroup)) * places + place];
  }
}
/** Adds up in double what a convolution's products say, then rounds once. */
function convolved(
  out: Operand,
  length: number,
  p: Parameters<typeof convolutionTriples>[0],
  term: (y: number, x: number, w: number) => readonly [place: number, value: number],
): void {
  const sums = new Float64Array(length);
  for (const triple of convolutionTriples(p)) {
    const [place, value] = term(...triple);
    sums[place]! += value;
  }
  sums.forEach((sum, i) => ((out.storage.buffer as Data)[out.offset + i] = out.dtype.keep(sum)));
}
const size = (x: Operand): number => x.shape.reduce((a, b) => a * b, 1);
interface NllParameters {
  readonly reduction: string;
  readonly ignore_index: number;
}
/** For each target its weight and the place of its class's score; 0 and null where it is ignored. */
function labelled(
  scores: Operand,
  target: Operand,
  weight: Operand | undefined,
  ignored: number,
): { index: Index; place: Index | null; weight: number }[] {
  const channel = scores.shape.length === 1 ? 0 : 1;
  return [...indices(target.shape)].map((index) => {
    const label = get(target, index);
    if (label === ignored) return { index, place: null, weight: 0 };
    if (label < 0 || label >= scores.shape[channel]!) throw new IndexError(`Target ${label} is out of bounds.`);
    return { index, place: index.toSpliced(channel, 0, label), weight: weight ? get(weight, [label]) : 1 };
  });
}
const nth = (x: Operand, i: number): number => (x.storage.buffer as Data)[x.offset + i]!;

type Kernel = (operands: readonly Operand[], parameters: object) => void;
/** A kernel with its operands and parameters named; the caller is the operator table, which knows both. */
const kernel =
  <P>(run: (operands: readonly [Operand, Operand, Operand, Operand], parameters: P) => void): Kernel =>
  (operands, parameters) =>
    run(operands as unknown as readonly [Operand, Operand, Operand, Operand], parameters as P);

const kernels: Readonly<Record<string, Kernel>> = {
  pointwise: kernel<{
    expression: string;
    operands: readonly string[];
    scalarNames: readonly string[];
    scalars: readonly number[];
    compute: DType;
  }>((all, p) => {
    const [out, ...inputs] = all;
    const tree = parseExpression(p.expression);
    // In two steps: an input may be the output's own memory, seen through other strides.
    const results = [...indices(out.shape)].map((index) => {
      const values = new Map(p.scalarNames.map((name, i) => [name, p.scalars[i]!]));
      p.operands.forEach((name, k) => values.set(name, get(inputs[k]!, broadcast(inputs[k]!, index))));
      return [index, evaluate(tree, values, scalarFunctions)] as const;
    });
    const narrows = p.compute.category === 2 && out.dtype.category === 1 && out.dtype.name !== 'int64';
    for (const [index, value] of results) set(out, index, narrows ? fitInt32(value) : value);
  }),
  reduce: kernel<{ kind: string; dims: readonly number[] }>(([out, x], { kind, dims }) => {
    const kept = x.shape.map((_, d) => d).filter((d) => !dims.includes(d));
    let i = 0;
    for (const outer of indices(kept.map((d) => x.shape[d]!))) {
      const values = [...indices(dims.map((d) => x.shape[d]!))].map((inner) =>
        get(
          x,
          x.shape.map((_, d) => (dims.includes(d) ? inner[dims.indexOf(d)]! : outer[kept.indexOf(d)]!)),
        ),
      );
      (out.storage.buffer as Data)[out.offset + i++] = out.dtype.keep(folds[kind]!(values));
    }
  }),
  standardize: kernel<{ dims: readonly number[]; eps: number }>(([out, x], { dims, eps }) => {
    for (const start of indices(x.shape.map((n, d) => (dims.includes(d) ? 1 : n)))) {
      const group = [...indices(x.shape.map((n, d) => (dims.includes(d) ? n : 1)))].map((inner) =>
        inner.map((i, d) => i + start[d]!),
      );
      const values = group.map((index) => get(x, index));
      const round = out.dtype.name === 'float64' ? (value: number): number => value : Math.fround;
      const scale = round(1 / Math.sqrt(round(spreadOf(values) / values.length + round(eps))));
      const shift = round(-scale * round(meanOf(values)));
      group.forEach((index, i) => set(out, index, values[i]! * scale + shift));
    }
  }),
  gemm: kernel<{ alpha: number; beta: number }>(([out, a, b, bias], { alpha, beta }) => {
    const depth = a.shape[2]!;
    for (const [n, i, j] of indices(out.shape) as Iterable<[number, number, number]>) {
      const products = Array.from({ length: depth }, (_, k) => get(a, [n, i, k]) * get(b, [n, k, j]));
      const added = bias !== undefined && beta !== 0 ? beta * get(bias, broadcast(bias, [n, i, j])) : 0;
      set(out, [n, i, j], alpha * total(products) + added);
    }
  }),
  convolve: kernel<Parameters<typeof convolutionTriples>[0]>(([y, x, w, bias], p) => {
    convolved(y, size(y), p, (i, j, k) => [i, nth(x, j) * nth(w, k)]);
    if (bias !== undefined) for (const index of indices(y.shape)) set(y, index, get(y, index) + get(bias, [index[1]!]));
  }),
  convolve_input: kernel<Parameters<typeof convolutionTriples>[0]>(([x, y, w], p) =>
    convolved(x, size(x), p, (i, j, k) => [j, nth(y, i) * nth(w, k)]),
  ),
  convolve_weight: kernel<Parameters<typeof convolutionTriples>[0]>(([w, y, x], p) =>
    convolved(w, size(w), p, (i, j, k) => [k, nth(y, i) * nth(x, j)]),
  ),
  softmax: kernel<{ dim: number; log: boolean }>(([out, x], { dim, log }) => {
    for (const start of lineStarts(x, dim)) {
      const line = lineThrough(x, start, dim);
      const values = line.map((index) => get(x, index));
      const top = Math.max(...values);
      const sum = total(values.map((v) => Math.exp(v - top)));
      line.forEach((index, i) =>
        set(out, index, log ? values[i]! - top - Math.log(sum) : Math.exp(values[i]! - top) / sum),
      );
    }
  }),
  softmax_backward: kernel<{ dim: number; log: boolean }>(([out, grad, result], { dim, log }) => {
    for (const start of lineStarts(out, dim)) {
      const line = lineThrough(out, start, dim);
      const sum = total(line.map((index) => get(grad, index) * (log ? 1 : get(result, index))));
      for (const index of line) {
        const [g, y] = [get(grad, index), get(result, index)];
        set(out, index, log ? g - Math.exp(y) * sum : (g - sum) * y);
      }
    }
  }),
  nll_loss: kernel<NllParameters>(([out, scores, target, weight], p) => {
    const found = labelled(scores, target, weight, p.ignore_index);
    const losses = found.map(({ place, weight }) => (place === null ? 0 : -weight * get(scores, place)));
    if (p.reduction === 'none') return found.forEach(({ index }, i) => set(out, index, losses[i]!));
    const share = p.reduction === 'mean' ? total(found.map((f) => f.weight)) : 1;
    set(out, [], total(losses) / share);
  }),
  nll_loss_backward: kernel<NllParameters>(([out, grad, target, weight], p) => {
    const found = labelled(out, target, weight, p.ignore_index);
    const share = p.reduction === 'mean' ? total(found.map((f) => f.weight)) : 1;
    for (const { index, place, weight } of found)
      if (place !== null) set(out, place, (-weight * get(grad, p.reduction === 'none' ? index : [])) / share);
  }),
  scan: kernel<{ dim: number; kind: string }>(([out, x], { dim, kind }) => {
    for (const start of lineStarts(x, dim)) {
      const line = lineThrough(x, start, dim);
      const values = line.map((index) => get(x, index));
      line.forEach((index, i) => {
        const seen = values.slice(0, i + 1);
        if (kind !== 'logsumexp') return set(out, index, folds[kind]!(seen));
        const top = greatest(seen);
        set(out, index, Math.abs(top) === Infinity ? top : top + Math.log(total(seen.map((v) => Math.exp(v - top)))));
      });
    }
  }),
  extreme_scan: kernel<{ dim: number; greater: boolean }>(([values, places, x], { dim, greater }) => {
    for (const start of lineStarts(x, dim)) {
      const line = lineThrough(x, start, dim);
      const seen: number[] = [];
      for (const index of line) {
        seen.push(get(x, index));
        const best = greater ? greatest(seen) : -greatest(seen.map((v) => -v));
        set(values, index, best);
        set(places, index, Number.isNaN(best) ? seen.findLastIndex(Number.isNaN) : seen.lastIndexOf(best));
      }
    }
  }),
  sort: kernel<{ dim: number; descending: boolean }>(([values, places, x], { dim, descending }) => {
    // NaN counts as the greatest.
    const rank = (v: number): [number, number] => [Number(Number.isNaN(v)), Number.isNaN(v) ? 0 : v];
    for (const start of lineStarts(x, dim)) {
      const line = lineThrough(x, start, dim).map((index, i) => ({ value: get(x, index), i }));
      const sorted = line.toSorted((a, b) => {
        const [p, q] = [rank(a.value), rank(b.value)];
        const order = p[0] - q[0] || (p[1] < q[1] ? -1 : p[1] > q[1] ? 1 : 0);
        return (descending ? -order : order) || a.i - b.i;
      });
      lineThrough(values, start, dim).forEach((index, i) => {
        set(values, index, sorted[i]!.value);
        set(places, index, sorted[i]!.i);
      });
    }
  }),
  gather: kernel<{ dim: number }>(([out, x, index], { dim }) => {
    let i = 0;
    for (const at of indices(index.shape)) {
      const from = x.shape.length === 0 ? [] : replaced(at, dim, inRange(get(index, at), x.shape[dim]!, dim));
      (out.storage.buffer as Data)[out.offset + i++] = get(x, from);
    }
  }),
  scatter: kernel<{ dim: number; mode: string }>(([out, index, source], { dim, mode }) => {
    for (const at of indices(index.shape)) {
      const to = out.shape.length === 0 ? [] : replaced(at, dim, inRange(get(index, at), out.shape[dim]!, dim));
      set(out, to, combine[mode]!(get(out, to), get(source, at)));
    }
  }),
  take: kernel<object>(([out, x, index]) => {
    let i = 0;
    for (const at of indices(index.shape))
      (out.storage.buffer as Data)[out.offset + i++] = get(x, unravelled(get(index, at), x.shape));
  }),
  put: kernel<{ mode: string }>(([out, index, source], { mode }) => {
    for (const at of indices(index.shape)) {
      const to = unravelled(get(index, at), out.shape);
      set(out, to, combine[mode]!(get(out, to), get(source, at)));
    }
  }),
  image_to_columns: kernel<Parameters<typeof windowPairs>[0]>(([columns, image], p) => {
    for (const [c, i] of windowPairs(p)) (columns.storage.buffer as Data)[columns.offset + c] = nth(image, i);
  }),
  adam_step: kernel<AdamStep>((all, h) => {
    const [p, g, m, v, largest] = all as unknown as readonly [Operand, Operand, Operand, Operand, Operand?];
    const { keep } = p.dtype;
    for (const index of indices(p.shape)) {
      const old = get(p, index);
      const gradient = keep((h.maximize ? -1 : 1) * get(g, index) + h.weight_decay * old);
      set(p, index, old * h.shrink);
      set(m, index, h.beta1 * get(m, index) + (1 - h.beta1) * gradient);
      set(v, index, h.beta2 * get(v, index) + (1 - h.beta2) * gradient ** 2);
      if (largest) set(largest, index, Math.max(get(largest, index), get(v, index)));
      const spread = get(largest ?? v, index);
      set(p, index, get(p, index) - (h.step_size * get(m, index)) / (Math.sqrt(spread) / h.correction + h.eps));
    }
  }),
  sgd_step: kernel<SgdStep>((all, h) => {
    const [p, g, buffer] = all as unknown as readonly [Operand, Operand, Operand?];
    const { keep } = p.dtype;
    for (const index of indices(p.shape)) {
      let step = keep((h.maximize ? -1 : 1) * get(g, index) + h.weight_decay * get(p, index));
      if (buffer) {
        set(buffer, index, h.first ? step : h.momentum * get(buffer, index) + (1 - h.dampening) * step);
        step = h.nesterov ? keep(step + h.momentum * get(buffer, index)) : get(buffer, index);
      }
      set(p, index, get(p, index) - h.lr * step);
    }
  }),
  columns_to_image: kernel<Parameters<typeof windowPairs>[0]>(([image, columns], p) => {
    for (const [c, i] of windowPairs(p)) (image.storage.buffer as Data)[image.offset + i]! += nth(columns, c);
  }),
};

function inRange(index: number, size: number, dim: number): number {
  if (index >= 0 && index < size) return index;
  throw new RuntimeError(`index ${index} is out of bounds for dimension ${dim} with size ${size}`);
}

/** `x.to('reference')`, once this file is imported: tests do, the product does not. */
export const reference: Device = {
  name: 'reference',
  allocate: (dtype: DType, length: number): Buffer => dtype.allocate(length),
  free: () => {},
  write(storage: Storage, offset: number, values: ArrayLike<number>) {
    (storage.buffer as Data).set(values, offset);
  },
  read: (storage: Storage, offset: number, length: number) => (storage.buffer as Data).slice(offset, offset + length),
  dispatch(name, operands, parameters) {
    const run = kernels[name];
    if (run === undefined) throw new Error(`the reference device has no kernel named ${name}`);
    run(operands, parameters);
  },
};
registerDevice(reference);
