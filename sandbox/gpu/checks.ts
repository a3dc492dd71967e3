// Shapes that each kernel takes, and how much work they ask for. A kernel is written for what the operator table gives it; what a jail
// sends is only run if it fits that.
import type { Operand } from '#engine/device/device.ts';
import { sortedLengthMax } from '#engine/device/webgpu/sort-limit.ts';
import type { KernelName } from './programs.ts';

export class Refused extends Error {
  override readonly name = 'Refused';
}
function must(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Refused(what);
}

export const elements = (x: { readonly shape: readonly number[] }): number => x.shape.reduce((n, size) => n * size, 1);
const product = (sizes: readonly number[]): number => sizes.reduce((n, size) => n * size, 1);
const same = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((size, d) => size === b[d]);
const isContiguous = (x: Operand): boolean => {
  let step = 1;
  for (let d = x.shape.length - 1; d >= 0; d--) {
    if (x.shape[d] !== 1 && x.strides[d] !== step) return false;
    step *= x.shape[d] ?? 1;
  }
  return true;
};
/** What a kernel writes as one run. */
const isRun = (x: Operand): boolean => elements(x) === 0 || isContiguous(x);

type Given = Readonly<Record<string, unknown>>;
const number = (p: Given, name: string): number => {
  const value = p[name];
  must(typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 2 ** 31, `${name} is no size`);
  return value;
};
const list = (p: Given, name: string): readonly number[] => {
  const value = p[name];
  must(Array.isArray(value), `${name} is no list`);
  return value;
};
const dimOf = (p: Given, x: Operand): number => {
  const dim = number(p, 'dim');
  must(dim < Math.max(1, x.shape.length), 'dim is out of range');
  return dim;
};
const dimsOf = (p: Given, x: Operand): readonly number[] => {
  const dims = list(p, 'dims');
  must(
    new Set(dims).size === dims.length && dims.every((d) => d < Math.max(1, x.shape.length)),
    'dims are out of range',
  );
  return dims;
};
const take = (operands: readonly Operand[], least: number, most = least): readonly Operand[] => {
  must(operands.length >= least && operands.length <= most, `${operands.length} operands`);
  return operands;
};
function oneShape(operands: readonly Operand[], count: number): Operand {
  const [first, ...others] = take(operands, count);
  must(first !== undefined && others.every((x) => same(x.shape, first.shape)), 'operands of different shapes');
  return first;
}

interface Sizes {
  readonly batch: number;
  readonly channels: number;
  readonly kernel: number;
  readonly out: number;
  readonly plane: number;
}
function windows(p: Given): Sizes {
  const [kernel, stride, dilation] = [list(p, 'kernel'), list(p, 'stride'), list(p, 'dilation')];
  must(
    [...kernel, ...stride, ...dilation].every((n) => n >= 1),
    'windows of no size',
  );
  const sizes = { kernel: product(kernel), out: product(list(p, 'out')), plane: product(list(p, 'size')) };
  return { ...sizes, batch: number(p, 'batch'), channels: number(p, 'channels') };
}

function convolution(p: Given, y: Operand | undefined, x: Operand | undefined, w: Operand | undefined): number {
  const { batch, channels, kernel, out, plane } = windows(p);
  const [groups, outs] = [number(p, 'groups'), number(p, 'outChannels')];
  must(groups >= 1 && channels % groups === 0 && outs % groups === 0, 'groups that do not divide the channels');
  must(x !== undefined && isRun(x) && elements(x) === batch * channels * plane, 'an image of another size');
  must(y !== undefined && isRun(y) && elements(y) === batch * outs * out, 'a result of another size');
  const depth = (channels / groups) * kernel;
  must(w !== undefined && isRun(w) && elements(w) === outs * depth, 'weights of another size');
  return batch * outs * Math.max(out, plane) * Math.max(depth, kernel);
}

function labelled(operands: readonly Operand[], p: Given, scores: Operand | undefined): number {
  const target = operands[2];
  must(scores !== undefined && target !== undefined, 'no target');
  const channel = scores.shape.length === 1 ? 0 : 1;
  must(
    scores.shape.length >= 1 &&
      same(
        target.shape,
        scores.shape.filter((_, d) => d !== channel),
      ),
    'another target',
  );
  must(target.dtype.category < 2, 'a target that is no index');
  const weight = operands[3];
  must(weight === undefined || same(weight.shape, [scores.shape[channel] ?? 0]), 'weights of another size');
  must(Number.isInteger(p['ignore_index']), 'an index to ignore that is none');
  return elements(target);
}

/** How many steps the kernel takes in all; throws Refused for what it is not written for. */
const checks: Readonly<Record<KernelName, (operands: readonly Operand[], p: Given) => number>> = {
  pointwise(operands, p) {
    const [out, ...inputs] = operands;
    must(out !== undefined && inputs.length === list(p, 'operands').length, 'as many operands as the expression names');
    for (const x of inputs) {
      const lead = out.shape.length - x.shape.length;
      must(lead >= 0 && x.shape.every((n, d) => n === 1 || n === out.shape[lead + d]), 'shapes that do not broadcast');
    }
    return elements(out);
  },
  reduce(operands, p) {
    const [out, x] = take(operands, 2);
    must(out !== undefined && x !== undefined, 'no operand');
    const dims = dimsOf(p, x);
    must(
      isRun(out) && elements(out) === product(x.shape.filter((_, d) => !dims.includes(d))),
      'a result of another size',
    );
    return elements(x) + elements(out);
  },
  standardize(operands, p) {
    const x = oneShape(operands, 2);
    dimsOf(p, x);
    return elements(x) * 3;
  },
  gemm(operands) {
    const [out, a, b, bias] = take(operands, 3, 4);
    must(out !== undefined && a?.shape.length === 3 && b?.shape.length === 3, 'no matrices');
    const [batch = 0, rows = 0, depth = 0] = a.shape;
    const columns = b.shape[2] ?? 0;
    must(b.shape[0] === batch && b.shape[1] === depth, 'matrices that do not fit');
    must(isRun(out) && same(out.shape, [batch, rows, columns]), 'a result of another size');
    must(
      bias === undefined || (bias.shape.length === 3 && bias.shape.every((n, d) => n === 1 || n === out.shape[d])),
      'a bias that does not broadcast',
    );
    return batch * rows * Math.max(1, depth) * columns;
  },
  convolve(operands, p) {
    const [y, x, w, bias] = take(operands, 3, 4);
    must(bias === undefined || (isRun(bias) && elements(bias) === number(p, 'outChannels')), 'a bias of another size');
    return convolution(p, y, x, w);
  },
  convolve_input(operands, p) {
    const [x, y, w] = take(operands, 3);
    return convolution(p, y, x, w);
  },
  convolve_weight(operands, p) {
    const [w, y, x] = take(operands, 3);
    return convolution(p, y, x, w);
  },
  image_to_columns: (operands, p) => columns(operands[0], operands[1], operands, p),
  columns_to_image: (operands, p) => columns(operands[1], operands[0], operands, p),
  softmax(operands, p) {
    const x = oneShape(operands, 2);
    dimOf(p, x);
    return elements(x) * 3;
  },
  softmax_backward(operands, p) {
    const x = oneShape(operands, 3);
    dimOf(p, x);
    return elements(x) * 2;
  },
  nll_loss(operands, p) {
    const [out, scores, target] = take(operands, 3, 4);
    const count = p['reduction'] === 'none' ? elements(target ?? { shape: [] }) : 1;
    must(out !== undefined && isRun(out) && elements(out) === count, 'a result of another size');
    return labelled(operands, p, scores);
  },
  nll_loss_backward(operands, p) {
    const [out, grad, target] = take(operands, 3, 4);
    must(out !== undefined && grad !== undefined && target !== undefined, 'no gradient');
    must(
      p['reduction'] === 'none' ? same(grad.shape, target.shape) : elements(grad) === 1,
      'a gradient of another size',
    );
    return labelled(operands, p, out);
  },
  scan(operands, p) {
    const x = oneShape(operands, 2);
    dimOf(p, x);
    return elements(x) * 8;
  },
  extreme_scan(operands, p) {
    const x = oneShape(operands, 3);
    dimOf(p, x);
    return elements(x);
  },
  sort(operands, p) {
    const [values, places, x] = take(operands, 3);
    must(values !== undefined && places !== undefined && x !== undefined, 'no operand');
    const dim = dimOf(p, x);
    const fits = (o: Operand): boolean =>
      o.shape.length === x.shape.length &&
      x.shape.every((n, d) => (d === dim ? (o.shape[d] ?? 0) <= n : n === o.shape[d]));
    must(fits(values) && same(values.shape, places.shape), 'results of another size');
    must((x.shape[dim] ?? 1) <= sortedLengthMax, `lines of more than ${sortedLengthMax}`);
    return elements(x) * 100;
  },
  gather(operands, p) {
    const [out, x, index] = take(operands, 3);
    must(out !== undefined && x !== undefined && index !== undefined, 'no operand');
    along(dimOf(p, x), x, index);
    must(isRun(out) && elements(out) === elements(index), 'a result of another size');
    return elements(index);
  },
  scatter(operands, p) {
    const [out, index, source] = take(operands, 3);
    must(out !== undefined && source !== undefined && index !== undefined, 'no operand');
    const dim = dimOf(p, out);
    along(dim, out, index);
    must(
      source.shape.length === index.shape.length && index.shape.every((n, d) => n <= (source.shape[d] ?? 0)),
      'a source that is too small',
    );
    return elements(index);
  },
  take(operands) {
    const [out, x, index] = take(operands, 3);
    must(out !== undefined && x !== undefined && index !== undefined && index.dtype.category < 2, 'no index');
    must(isRun(x) && isRun(out) && elements(out) === elements(index), 'a result of another size');
    return elements(index);
  },
  put(operands) {
    const [out, index, source] = take(operands, 3);
    must(out !== undefined && source !== undefined && index !== undefined && index.dtype.category < 2, 'no index');
    must(isRun(out) && same(index.shape, source.shape), 'a source of another size');
    // One thread does it all.
    return elements(index) * 64;
  },
  adam_step(operands) {
    const p = oneShape(operands, take(operands, 4, 5).length);
    return elements(p) * 16;
  },
  sgd_step(operands) {
    const p = oneShape(operands, take(operands, 2, 3).length);
    return elements(p) * 8;
  },
};

function columns(
  column: Operand | undefined,
  image: Operand | undefined,
  operands: readonly Operand[],
  p: Given,
): number {
  take(operands, 2);
  const { batch, channels, kernel, out, plane } = windows(p);
  must(column !== undefined && isRun(column) && elements(column) === batch * channels * kernel * out, 'other columns');
  must(image !== undefined && isRun(image) && elements(image) === batch * channels * plane, 'an image of another size');
  return batch * channels * kernel * Math.max(out, plane);
}
/** A number counts as a list of one. */
const atLeastOne = ({ shape }: Operand): readonly number[] => (shape.length === 0 ? [1] : shape);
function along(dim: number, x: Operand, index: Operand): void {
  must(index.dtype.category < 2, 'an index that is none');
  const [sizes, wanted] = [atLeastOne(x), atLeastOne(index)];
  must(
    wanted.length === sizes.length && wanted.every((n, d) => d === dim || n <= (sizes[d] ?? 0)),
    'an index of another shape',
  );
}

export function workOf(kernel: KernelName, operands: readonly Operand[], parameters: object): number {
  return checks[kernel](operands, { ...parameters });
}
