import type { Data } from '../../dtype.ts';
import type { Operand } from '../device.ts';
import { alongLines } from './along-lines.ts';
import { allocate } from './memory.ts';
import { dataOf } from './pointwise.ts';

/** Offsets of every element of a strided window, row-major. For small or awkward windows. */
export function offsetsOf(shape: readonly number[], strides: readonly number[], start: number): Float64Array {
  let n = 1;
  for (const size of shape) n *= size;
  const offsets = allocate(Float64Array, n);
  let filled = 1;
  if (n > 0) offsets[0] = start;
  // each dimension, innermost last, repeats what is there with its stride
  for (let d = shape.length - 1; d >= 0; d--) {
    const size = shape[d]!;
    const stride = strides[d]!;
    for (let i = 1; i < size; i++) for (let j = 0; j < filled; j++) offsets[i * filled + j] = offsets[j]! + i * stride;
    filled *= size;
    if (n === 0) break;
  }
  return offsets;
}

type Fold = (data: Data, outer: number, inner: Float64Array) => number;

const folds: Record<string, Fold> = {
  sum: (data, outer, inner) => {
    let a = 0;
    for (let i = 0; i < inner.length; i++) a += data[outer + inner[i]!]!;
    return a;
  },
  nansum: (data, outer, inner) => {
    let a = 0;
    for (let i = 0; i < inner.length; i++) {
      const v = data[outer + inner[i]!]!;
      if (v === v) a += v;
    }
    return a;
  },
  prod: (data, outer, inner) => {
    let a = 1;
    for (let i = 0; i < inner.length; i++) a *= data[outer + inner[i]!]!;
    return a;
  },
  max: (data, outer, inner) => {
    let a = -Infinity;
    for (let i = 0; i < inner.length; i++) {
      const v = data[outer + inner[i]!]!;
      if (v > a || v !== v) a = v;
      if (v !== v) break;
    }
    return a;
  },
  min: (data, outer, inner) => {
    let a = Infinity;
    for (let i = 0; i < inner.length; i++) {
      const v = data[outer + inner[i]!]!;
      if (v < a || v !== v) a = v;
      if (v !== v) break;
    }
    return a;
  },
  any: (data, outer, inner) => {
    for (let i = 0; i < inner.length; i++) if (data[outer + inner[i]!]! !== 0) return 1;
    return 0;
  },
  all: (data, outer, inner) => {
    for (let i = 0; i < inner.length; i++) if (data[outer + inner[i]!]! === 0) return 0;
    return 1;
  },
  count: (data, outer, inner) => {
    let a = 0;
    for (let i = 0; i < inner.length; i++) if (data[outer + inner[i]!]! !== 0) a++;
    return a;
  },
  argmax: (data, outer, inner) => {
    let best = 0;
    let a = data[outer + inner[0]!]!;
    for (let i = 1; i < inner.length && a === a; i++) {
      const v = data[outer + inner[i]!]!;
      if (v > a || v !== v) {
        a = v;
        best = i;
      }
    }
    return best;
  },
  argmin: (data, outer, inner) => {
    let best = 0;
    let a = data[outer + inner[0]!]!;
    for (let i = 1; i < inner.length && a === a; i++) {
      const v = data[outer + inner[i]!]!;
      if (v < a || v !== v) {
        a = v;
        best = i;
      }
    }
    return best;
  },
  /** Sum of squared distances from the mean, in two passes. */
  spread: (data, outer, inner) => {
    let mean = 0;
    for (let i = 0; i < inner.length; i++) mean += data[outer + inner[i]!]!;
    mean /= inner.length;
    let a = 0;
    for (let i = 0; i < inner.length; i++) a += (data[outer + inner[i]!]! - mean) ** 2;
    return a;
  },
};

/** operands: output (contiguous, of the kept dimensions), input; the fold runs over `dims` in double. */
export function reduce(operands: readonly Operand[], parameters: object): void {
  const { kind, dims } = parameters as { kind: string; dims: readonly number[] };
  const out = operands[0]!;
  const x = operands[1]!;
  const target = dataOf(out);
  const data = dataOf(x);
  const keep = out.dtype.keep;
  const { shape, strides } = x;
  if (kind === 'sum' && out.dtype.category === 2) return sum(out, x, dims);
  const reduced = new Set(dims);
  const kept = shape.map((_, d) => d).filter((d) => !reduced.has(d));
  const inner = offsetsOf(
    dims.map((d) => shape[d]!),
    dims.map((d) => strides[d]!),
    0,
  );
  const outer = offsetsOf(
    kept.map((d) => shape[d]!),
    kept.map((d) => strides[d]!),
    x.offset,
  );
  const fold = folds[kind];
  if (!fold) throw new Error(`no reduction named ${kind}`);
  for (let i = 0; i < outer.length; i++) target[out.offset + i] = keep(fold(data, outer[i]!, inner));
}

/** In memory's order, whatever is kept: x's innermost runs are summed, or added to a run of sums. */
function sum(out: Operand, x: Operand, dims: readonly number[]): void {
  const data = dataOf(x);
  const target = dataOf(out);
  const { keep } = out.dtype;
  const { sizes, steps, places, length } = merged(x, dims);
  const sums = allocate(Float64Array, length);
  const last = sizes.length - 1;
  const n = last < 0 ? 1 : sizes[last]!;
  const step = last < 0 ? 1 : steps[last]!;
  const place = last < 0 ? 0 : places[last]!;
  const index = new Array<number>(Math.max(last, 0)).fill(0);
  let from = x.offset;
  let to = 0;
  if (sizes.every((size) => size > 0))
    for (;;) {
      if (place === 0) sums[to]! += sumRun(data, from, n, step);
      else for (let i = 0, a = from; i < n; i++, a += step) sums[to + i * place]! += data[a]!;
      let d = last - 1;
      for (; d >= 0; d--) {
        from += steps[d]!;
        to += places[d]!;
        if (++index[d]! < sizes[d]!) break;
        index[d] = 0;
        from -= steps[d]! * sizes[d]!;
        to -= places[d]! * sizes[d]!;
      }
      if (d < 0) break;
    }
  for (let i = 0; i < length; i++) target[out.offset + i] = keep(sums[i]!);
}

/** Sizes and strides of x, and strides of the sums (0 where summed over); neighbours that both walk as one are one. */
function merged(x: Operand, dims: readonly number[]) {
  const over = new Set(dims);
  const sizes: number[] = [];
  const steps: number[] = [];
  const places: number[] = [];
  let length = 1;
  // from the innermost outwards, put together at the front
  for (let d = x.shape.length - 1; d >= 0; d--) {
    const size = x.shape[d]!;
    const place = over.has(d) ? 0 : length;
    if (!over.has(d)) length *= size;
    if (size === 1) continue;
    const inner = sizes[0];
    if (inner !== undefined && x.strides[d] === inner * steps[0]! && place === inner * places[0]!)
      sizes[0] = inner * size;
    else {
      sizes.unshift(size);
      steps.unshift(x.strides[d]!);
      places.unshift(place);
    }
  }
  return { sizes, steps, places, length };
}

function sumRun(data: Data, start: number, n: number, step: number): number {
  if (step === 0) return n * data[start]!;
  let a = 0;
  let i = start;
  const end = start + n * step;
  if (step === 1) {
    // Four sums do not wait for one another.
    let b = 0;
    let c = 0;
    let d = 0;
    for (; i < end - 3; i += 4) {
      a += data[i]!;
      b += data[i + 1]!;
      c += data[i + 2]!;
      d += data[i + 3]!;
    }
    for (; i < end; i++) a += data[i]!;
    return a + b + (c + d);
  }
  for (let left = n; left > 0; left--, i += step) a += data[i]!;
  return a;
}

/** operands: output (contiguous), input: (x − mean) / √(variance + eps) over `dims`, in two passes in double. */
export function standardize(operands: readonly Operand[], parameters: object): void {
  const { dims, eps } = parameters as { dims: readonly number[]; eps: number };
  const [out, x] = operands as [Operand, Operand];
  const over = new Set(dims);
  const kept = x.shape.map((_, d) => d).filter((d) => !over.has(d));
  if (kept.every((d, i) => d === i)) {
    const length = dims.reduce((n, d) => n * x.shape[d]!, 1);
    if (alongLines(operands, length, (k, [z, a], count) => k.standardizeLines32(z!, a!, count, length, eps))) return;
  }
  const sizes = (list: readonly number[]): number[] => list.map((d) => x.shape[d]!);
  const steps = (list: readonly number[], o: Operand): number[] => list.map((d) => o.strides[d]!);
  const [inner, innerOut] = [x, out].map((o) => offsetsOf(sizes(dims), steps(dims, o), 0)) as [
    Float64Array,
    Float64Array,
  ];
  const [outer, outerOut] = [x, out].map((o) => offsetsOf(sizes(kept), steps(kept, o), o.offset)) as [
    Float64Array,
    Float64Array,
  ];
  const [from, to] = [dataOf(x), dataOf(out)];
  const keep = out.dtype.keep;
  const round = out.dtype.name === 'float64' ? (value: number): number => value : Math.fround;
  const n = inner.length;
  for (let i = 0; i < outer.length; i++) {
    const start = outer[i]!;
    let mean = 0;
    for (let j = 0; j < n; j++) mean += from[start + inner[j]!]!;
    mean /= n;
    let spread = 0;
    for (let j = 0; j < n; j++) spread += (from[start + inner[j]!]! - mean) ** 2;
    // As PyTorch's kernels do, x · scale + shift with both rounded first: that rounding is all one sees of a constant line.
    const scale = round(1 / Math.sqrt(round(spread / n + round(eps))));
    const shift = round(-scale * round(mean));
    for (let j = 0; j < n; j++) to[outerOut[i]! + innerOut[j]!] = keep(from[start + inner[j]!]! * scale + shift);
  }
}
