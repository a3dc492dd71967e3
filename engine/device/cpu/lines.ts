import type { Data } from '../../dtype.ts';
import { type Operand, RuntimeError } from '../device.ts';
import { alongLines } from './along-lines.ts';
import { dataOf } from './pointwise.ts';
import { offsetsOf } from './reduce.ts';
import type { Kernels } from './wasm.ts';

// Kernels that work on whole lines along one dimension: scans, softmax, sorting, gathering.

/** Start of each line along `dim`, for every operand in turn; all have equal shapes outside `dim`. */
function lines(x: Operand, dim: number): Float64Array {
  return offsetsOf(without(x.shape, dim), without(x.strides, dim), x.offset);
}
function without(list: readonly number[], dim: number): number[] {
  const rest: number[] = [];
  for (let d = 0; d < list.length; d++) if (d !== dim) rest.push(list[d]!);
  return rest;
}
const along = (x: Operand, dim: number): [size: number, step: number] =>
  x.shape.length ? [x.shape[dim]!, x.strides[dim]!] : [1, 1];

export function softmax(operands: readonly Operand[], parameters: object): void {
  const { dim, log } = parameters as { dim: number; log: boolean };
  const [out, x] = operands as [Operand, Operand];
  const [n, step] = along(x, dim);
  const whole = dim === x.shape.length - 1;
  if (whole && alongLines(operands, n, (k, [z, a], count) => k.softmaxLines32(z!, a!, count, n, log ? 1 : 0))) return;
  const [, outStep] = along(out, dim);
  const from = lines(x, dim);
  const to = lines(out, dim);
  const data = dataOf(x);
  const target = dataOf(out);
  const keep = out.dtype.keep;
  for (let l = 0; l < from.length; l++) {
    const start = from[l]!;
    let top = -Infinity;
    for (let i = 0; i < n; i++) top = Math.max(top, data[start + i * step]!);
    let sum = 0;
    for (let i = 0; i < n; i++) sum += Math.exp(data[start + i * step]! - top);
    const shift = log ? top + Math.log(sum) : top;
    for (let i = 0; i < n; i++) {
      const v = data[start + i * step]! - shift;
      target[to[l]! + i * outStep] = keep(log ? v : Math.exp(v) / sum);
    }
  }
}

/** operands: the input's gradient, the result's gradient, the result; all strides may differ. */
export function softmaxBackward(operands: readonly Operand[], parameters: object): void {
  const { dim, log } = parameters as { dim: number; log: boolean };
  const [out, grad, result] = operands as [Operand, Operand, Operand];
  const [n, outStep] = along(out, dim);
  const [, gradStep] = along(grad, dim);
  const [, resultStep] = along(result, dim);
  const inWebAssembly = (k: Kernels, [z, g, y]: readonly number[], count: number): number =>
    k.softmaxBackwardLines32(z!, g!, y!, count, n, log ? 1 : 0);
  if (dim === out.shape.length - 1 && alongLines(operands, n, inWebAssembly)) return;
  const [to, grads, results] = [lines(out, dim), lines(grad, dim), lines(result, dim)];
  const [z, g, y] = [dataOf(out), dataOf(grad), dataOf(result)];
  const { keep } = out.dtype;
  for (let l = 0; l < to.length; l++) {
    const o = to[l]!;
    const a = grads[l]!;
    const b = results[l]!;
    let sum = 0;
    for (let i = 0; i < n; i++) sum += log ? g[a + i * gradStep]! : g[a + i * gradStep]! * y[b + i * resultStep]!;
    for (let i = 0; i < n; i++) {
      const arriving = g[a + i * gradStep]!;
      const value = y[b + i * resultStep]!;
      z[o + i * outStep] = keep(log ? arriving - Math.exp(value) * sum : (arriving - sum) * value);
    }
  }
}

const scans: Record<string, (total: number, value: number) => number> = {
  sum: (total, value) => total + value,
  prod: (total, value) => total * value,
  logsumexp: (total, value) => {
    if (total === -Infinity) return value;
    const top = Math.max(total, value);
    return top === Infinity || top === -Infinity ? top : top + Math.log1p(Math.exp(Math.min(total, value) - top));
  },
};

export function scan(operands: readonly Operand[], parameters: object): void {
  const { dim, kind } = parameters as { dim: number; kind: string };
  const [out, x] = operands as [Operand, Operand];
  const step = scans[kind];
  if (!step) throw new Error(`no scan named ${kind}`);
  const [n, stride] = along(x, dim);
  const [, outStride] = along(out, dim);
  const from = lines(x, dim);
  const to = lines(out, dim);
  const data = dataOf(x);
  const target = dataOf(out);
  const keep = out.dtype.keep;
  for (let l = 0; l < from.length; l++) {
    let total = 0;
    for (let i = 0; i < n; i++) {
      const value = data[from[l]! + i * stride]!;
      total = i === 0 ? value : step(total, value);
      target[to[l]! + i * outStride] = keep(total);
    }
  }
}

/** operands: values, indices, input. Running extreme with the place of its last occurrence, as PyTorch. */
export function extremeScan(operands: readonly Operand[], parameters: object): void {
  const { dim, greater } = parameters as { dim: number; greater: boolean };
  const [values, indices, x] = operands as [Operand, Operand, Operand];
  const [n, stride] = along(x, dim);
  const [, outStride] = along(values, dim);
  const from = lines(x, dim);
  const to = lines(values, dim);
  for (let l = 0; l < from.length; l++) {
    let best = 0;
    let place = 0;
    for (let i = 0; i < n; i++) {
      const v = dataOf(x)[from[l]! + i * stride]!;
      if (i === 0 || v !== v || (best === best && (greater ? v >= best : v <= best))) {
        best = v;
        place = i;
      }
      dataOf(values)[to[l]! + i * outStride] = best;
      dataOf(indices)[to[l]! + i * outStride] = place;
    }
  }
}

/** operands: values, indices, input. Stable; NaN counts as the greatest. Keeps the first `keep` of each line. */
export function sort(operands: readonly Operand[], parameters: object): void {
  const { dim, descending } = parameters as { dim: number; descending: boolean };
  const [values, indices, x] = operands as [Operand, Operand, Operand];
  const [n, step] = along(x, dim);
  const [kept, outStep] = along(values, dim);
  const from = lines(x, dim);
  const to = lines(values, dim);
  const data = dataOf(x);
  const sign = descending ? -1 : 1;
  const order = new Array<number>(n);
  for (let l = 0; l < from.length; l++) {
    const start = from[l]!;
    for (let i = 0; i < n; i++) order[i] = i;
    order.sort((i, j) => {
      const a = data[start + i * step]!;
      const b = data[start + j * step]!;
      if (a < b) return -sign;
      if (a > b) return sign;
      return sign * (Number(a !== a) - Number(b !== b)) || i - j;
    });
    for (let i = 0; i < kept; i++) {
      dataOf(values)[to[l]! + i * outStep] = data[start + order[i]! * step]!;
      dataOf(indices)[to[l]! + i * outStep] = order[i]!;
    }
  }
}

function inRange(index: number, size: number, dim: number): number {
  if (index < 0 || index >= size)
    throw new RuntimeError(`index ${index} is out of bounds for dimension ${dim} with size ${size}`);
  return index;
}

/** operands: out, input, index (shape of out): out[i][j] = input[index[i][j]][j] along dim. */
export function gather(operands: readonly Operand[], parameters: object): void {
  const { dim } = parameters as { dim: number };
  const [out, x, index] = operands as [Operand, Operand, Operand];
  const [size, step] = along(x, dim);
  const at = offsetsOf(index.shape, index.strides, index.offset);
  const base = offsetsOf(
    index.shape,
    x.strides.map((s, d) => (d === dim ? 0 : s)),
    x.offset,
  );
  const data = dataOf(x);
  const target = dataOf(out);
  for (let i = 0; i < at.length; i++)
    target[out.offset + i] = data[base[i]! + inRange(dataOf(index)[at[i]!]!, size, dim) * step]!;
}

/** operands: out (changed in place), index, source (at least index's shape). */
export function scatter(operands: readonly Operand[], parameters: object): void {
  const { dim, mode } = parameters as { dim: number; mode: string };
  const [out, index, source] = operands as [Operand, Operand, Operand];
  const [size, step] = along(out, dim);
  const at = offsetsOf(index.shape, index.strides, index.offset);
  const base = offsetsOf(
    index.shape,
    out.strides.map((s, d) => (d === dim ? 0 : s)),
    out.offset,
  );
  const from = offsetsOf(index.shape, source.strides, source.offset);
  const target = dataOf(out);
  for (let i = 0; i < at.length; i++) {
    const to = base[i]! + inRange(dataOf(index)[at[i]!]!, size, dim) * step;
    write(target, to, dataOf(source)[from[i]!]!, mode, out.dtype.keep);
  }
}

function write(target: Data, to: number, value: number, mode: string, keep: (v: number) => number): void {
  const old = target[to]!;
  if (mode === 'set') target[to] = value;
  else if (mode === 'add') target[to] = keep(old + value);
  else if (mode === 'multiply') target[to] = keep(old * value);
  else if (mode === 'max') target[to] = Math.max(old, value);
  else target[to] = Math.min(old, value);
}

/** operands: out, input, index of row-major positions: out[i] = input[index[i]]. Input is contiguous. */
export function take(operands: readonly Operand[]): void {
  const [out, x, index] = operands as [Operand, Operand, Operand];
  const at = offsetsOf(index.shape, index.strides, index.offset);
  const positions = dataOf(index);
  const data = dataOf(x);
  const target = dataOf(out);
  for (let i = 0; i < at.length; i++) target[out.offset + i] = data[x.offset + positions[at[i]!]!]!;
}

/** operands: out (contiguous, changed in place), index of row-major positions, source of the same shape. */
export function put(operands: readonly Operand[], parameters: object): void {
  const { mode } = parameters as { mode: string };
  const [out, index, source] = operands as [Operand, Operand, Operand];
  const at = offsetsOf(index.shape, index.strides, index.offset);
  const from = offsetsOf(source.shape, source.strides, source.offset);
  for (let i = 0; i < at.length; i++)
    write(dataOf(out), out.offset + dataOf(index)[at[i]!]!, dataOf(source)[from[i]!]!, mode, out.dtype.keep);
}
