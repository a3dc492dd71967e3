// Convolutions (cross-correlations) of one to three dimensions, their two gradients, and so transposed convolutions: each is
// a matrix product with the windows of an image. x [N, C, D, H, W], w [O, C/groups, kernel], y [N, O, out], all contiguous:
//   convolve         operands y, x, w, maybe bias [O]    y = w · windows(x) + bias
//   convolve_input   operands x (zeros), y, w            x = wᵀ · y put back where the windows came from, overlaps added
//   convolve_weight  operands w, y, x                    w = Σ y · windows(x)ᵀ
import { type Operand, Storage } from '../device.ts';
import { gemm } from './gemm.ts';
import { dataOf } from './pointwise.ts';
import { type Kernels, prepareKernels } from './wasm.ts';
import { columnsToImage, imageToColumns, type Windows } from './windows.ts';

export interface Convolution extends Windows {
  readonly groups: number;
  /** Of y. */
  readonly outChannels: number;
  /** Whether a device may sum in another order than this one, which does not. */
  readonly maySplit: boolean;
}

const count = (sizes: readonly number[]): number => sizes.reduce((a, b) => a * b, 1);

export function convolve(operands: readonly Operand[], parameters: object): void {
  const [y, x, w, bias] = operands as [Operand, Operand, Operand, Operand?];
  const p = parameters as Convolution;
  const plan = planFor(y, p);
  if (!plan) return convolveColumns(y, x, w, bias, p);
  const { kernels, outs, depth, windows, rows, columns } = plan;
  copyIn(kernels, w, 0, plan.weight, count(w.shape));
  if (bias) copyIn(kernels, bias, 0, plan.bias, p.outChannels);
  for (let n = 0; n < p.batch; n++) {
    loadImage(plan, x, n, p);
    for (let g = 0; g < p.groups; g++) {
      const to = plan.result + g * outs * windows * 4;
      const weight = plan.weight + g * outs * depth * 4;
      if (bias) kernels.spread32(to, outs, windows, plan.bias + g * outs * 4, 1, 0, 1);
      kernels.gemmOfWindows32(outs, windows, depth, weight, depth, 1, plan.image(g), rows, columns, to, bias ? 1 : 0);
    }
    copyOut(kernels, plan.result, y, n * p.outChannels * windows, p.outChannels * windows);
  }
}

export function convolveInput(operands: readonly Operand[], parameters: object): void {
  const [x, y, w] = operands as [Operand, Operand, Operand];
  const p = parameters as Convolution;
  const plan = planFor(y, p);
  if (!plan) return convolveInputColumns(x, y, w, p);
  const { kernels, outs, depth, windows, rows, columns } = plan;
  copyIn(kernels, w, 0, plan.weight, count(w.shape));
  const size = p.channels * count(p.size);
  for (let n = 0; n < p.batch; n++) {
    copyIn(kernels, y, n * p.outChannels * windows, plan.result, p.outChannels * windows);
    kernels.f32.fill(0, plan.padded / 4, plan.padded / 4 + plan.paddedSize);
    for (let g = 0; g < p.groups; g++) {
      const weight = plan.weight + g * outs * depth * 4;
      const from = plan.result + g * outs * windows * 4;
      kernels.gemm32(depth, windows, outs, weight, 1, depth, from, windows, 1, plan.matrix, 1, 0);
      kernels.addWindows32(plan.image(g), plan.matrix, rows, columns, depth, windows);
    }
    pad(plan, p, 1);
    copyOut(kernels, plan.plain, x, n * size, size);
  }
}

export function convolveWeight(operands: readonly Operand[], parameters: object): void {
  const [w, y, x] = operands as [Operand, Operand, Operand];
  const p = parameters as Convolution;
  const plan = planFor(y, p);
  if (!plan) return convolveWeightColumns(w, y, x, p);
  const { kernels, outs, depth, windows, rows, columns } = plan;
  for (let n = 0; n < p.batch; n++) {
    copyIn(kernels, y, n * p.outChannels * windows, plan.result, p.outChannels * windows);
    loadImage(plan, x, n, p);
    for (let g = 0; g < p.groups; g++) {
      const to = plan.weight + g * outs * depth * 4;
      const from = plan.result + g * outs * windows * 4;
      kernels.gemmOfWindows32(outs, depth, windows, from, windows, 1, plan.image(g), columns, rows, to, n > 0 ? 1 : 0);
    }
  }
  copyOut(kernels, plan.weight, w, 0, count(w.shape));
}

interface Plan {
  readonly kernels: Kernels;
  /** Of one group: channels of y, places in the kernel times channels of x, windows of one image. */
  readonly outs: number;
  readonly depth: number;
  readonly windows: number;
  // Where things lie in the kernels' memory, in bytes.
  readonly rows: number;
  readonly columns: number;
  readonly weight: number;
  readonly bias: number;
  readonly padded: number;
  /** The image without padding: `padded` itself where there is none. */
  readonly plain: number;
  readonly result: number;
  readonly matrix: number;
  /** Elements. */
  readonly paddedSize: number;
  /** Where a group's channels of the padded image begin. */
  readonly image: (group: number) => number;
}

/** Null where WebAssembly cannot do it: no WebAssembly, float64, an image too big for the kernels' memory. */
function planFor(y: Operand, p: Convolution): Plan | null {
  const kernels = y.dtype.category === 2 && y.dtype.name !== 'float64' ? prepareKernels() : null;
  if (!kernels) return null;
  const channels = p.channels / p.groups;
  const depth = channels * count(p.kernel);
  const windows = count(p.out);
  const around = p.size.map((size, d) => size + 2 * p.padding[d]!);
  const plane = count(around);
  const paddedSize = p.channels * plane;
  let end = kernels.start;
  const room = (elements: number): number => {
    const at = end;
    end += ((elements + 3) & ~3) * 4;
    return at;
  };
  const rows = room(depth);
  const columns = room(windows);
  const weight = room(p.outChannels * depth);
  const bias = room(p.outChannels);
  const padded = room(paddedSize);
  const plain = p.padding.some((n) => n > 0) ? room(p.channels * count(p.size)) : padded;
  const result = room(p.outChannels * windows);
  const matrix = room(depth * windows);
  if (end > kernels.bytes) return null;
  const strides = [around[1]! * around[2]!, around[2]!, 1];
  const scaled = (steps: readonly number[]): number[] => steps.map((step, d) => step * strides[d]!);
  writePlaces(kernels.i32, rows / 4, [channels, ...p.kernel], [plane, ...scaled(p.dilation)]);
  writePlaces(kernels.i32, columns / 4, p.out, scaled(p.stride));
  return {
    ...{ kernels, outs: p.outChannels / p.groups, depth, windows, rows, columns, weight, bias, padded, plain },
    ...{ result, matrix, paddedSize, image: (group: number) => padded + group * channels * plane * 4 },
  };
}

/** Offsets of every index of `shape`, row-major. */
function writePlaces(list: Int32Array, at: number, shape: readonly number[], strides: readonly number[]): void {
  list[at] = 0;
  let filled = 1;
  for (let d = shape.length - 1; d >= 0; d--) {
    const size = shape[d]!;
    const stride = strides[d]!;
    for (let i = 1; i < size; i++)
      for (let j = 0; j < filled; j++) list[at + i * filled + j] = list[at + j]! + i * stride;
    filled *= size;
  }
}

function loadImage(plan: Plan, x: Operand, n: number, p: Convolution): void {
  const size = p.channels * count(p.size);
  copyIn(plan.kernels, x, n * size, plan.plain, size);
  pad(plan, p, 0);
}
function pad({ kernels, padded, plain }: Plan, p: Convolution, back: 0 | 1): void {
  const [d, h, w] = p.size;
  const [front, top, left] = p.padding;
  if (plain !== padded) kernels.pad32(padded, plain, p.channels, d!, h!, w!, front!, top!, left!, back);
}
function copyIn({ f32 }: Kernels, x: Operand, at: number, to: number, length: number): void {
  const data = dataOf(x);
  const start = x.offset + at;
  f32.set(length === data.length ? data : data.subarray(start, start + length), to / 4);
}
function copyOut({ f32 }: Kernels, from: number, x: Operand, at: number, length: number): void {
  const data = dataOf(x);
  const first = from / 4;
  if (x.dtype.itemsize < 4) for (let i = 0; i < length; i++) data[x.offset + at + i] = x.dtype.keep(f32[first + i]!);
  else data.set(f32.subarray(first, first + length), x.offset + at);
}

// With the windows written out as the columns of a matrix: any dtype, any size, any host.

function convolveColumns(y: Operand, x: Operand, w: Operand, bias: Operand | undefined, p: Convolution): void {
  const { outs, depth, windows, columns } = columnsFor(y, p);
  imageToColumns([columns, x], p);
  for (let i = 0; i < p.batch * p.groups; i++) {
    const g = i % p.groups;
    const operands = [
      matrix(y, i * outs * windows, outs, windows),
      matrix(w, g * outs * depth, outs, depth),
      matrix(columns, i * depth * windows, depth, windows),
    ];
    if (bias) operands.push({ ...matrix(bias, g * outs, outs, windows), strides: [0, 1, 0] });
    gemm(operands, { alpha: 1, beta: 1 });
  }
}

function convolveInputColumns(x: Operand, y: Operand, w: Operand, p: Convolution): void {
  const { outs, depth, windows, columns } = columnsFor(y, p);
  for (let i = 0; i < p.batch * p.groups; i++) {
    const weight = matrix(w, (i % p.groups) * outs * depth, depth, outs);
    gemm(
      [
        matrix(columns, i * depth * windows, depth, windows),
        { ...weight, strides: [0, 1, depth] },
        matrix(y, i * outs * windows, outs, windows),
      ],
      { alpha: 1, beta: 0 },
    );
  }
  columnsToImage([x, columns], p);
}

function convolveWeightColumns(w: Operand, y: Operand, x: Operand, p: Convolution): void {
  const { outs, depth, windows, columns } = columnsFor(y, p);
  imageToColumns([columns, x], p);
  const soFar = temporary(w, outs * depth);
  for (let i = 0; i < p.batch * p.groups; i++) {
    const to = matrix(w, (i % p.groups) * outs * depth, outs, depth);
    const operands = [
      to,
      matrix(y, i * outs * windows, outs, windows),
      { ...matrix(columns, i * depth * windows, windows, depth), strides: [0, 1, windows] },
    ];
    if (i >= p.groups) {
      dataOf(soFar).set(dataOf(to).subarray(to.offset, to.offset + outs * depth));
      operands.push(matrix(soFar, 0, outs, depth));
    }
    gemm(operands, { alpha: 1, beta: 1 });
  }
}

function columnsFor(y: Operand, p: Convolution) {
  const outs = p.outChannels / p.groups;
  const depth = (p.channels / p.groups) * count(p.kernel);
  const windows = count(p.out);
  return { outs, depth, windows, columns: temporary(y, p.batch * p.groups * depth * windows) };
}
/** A window on an operand's memory as a batch of one contiguous matrix. */
const matrix = (x: Operand, at: number, rows: number, columns: number): Operand => ({
  storage: x.storage,
  dtype: x.dtype,
  offset: x.offset + at,
  shape: [1, rows, columns],
  strides: [rows * columns, columns, 1],
});
function temporary(like: Operand, length: number): Operand {
  const { dtype } = like;
  const storage = new Storage(like.storage.device, dtype, length, dtype.allocate(length));
  return { storage, dtype, offset: 0, shape: [length], strides: [1] };
}
