// However large and however shaped its operands, no kernel asks for more workgroups in a dimension than every GPU grants.
import { expect, test } from 'vitest';
import { type DType, float32, int64 } from '../../dtype.ts';
import { type Operand, Storage } from '../device.ts';
import { kernels } from './kernels.ts';
import { Command, type Transport } from './transport.ts';
import { WebGpu } from './webgpu.ts';

/** WebGPU's default for maxComputeWorkgroupsPerDimension. */
const groupsMax = 65_535;
const many = 2 ** 28;

/** The workgroups of every dispatch in a batch. */
function groupsIn(batch: Uint8Array<ArrayBuffer>): number[][] {
  const words = new Uint32Array(batch.buffer, batch.byteOffset, batch.length / 4);
  const found: number[][] = [];
  for (let at = 0; at < words.length; ) {
    const word = (n: number): number => words[at + n] ?? 0;
    switch (word(0)) {
      case Command.create:
        at += 3;
        break;
      case Command.write:
        at += 4 + word(3) / 4;
        break;
      case Command.pipeline:
        at += 3 + ((word(2) + 3) >> 2);
        break;
      case Command.dispatch:
        found.push([word(2), word(3), word(4)]);
        at += 7 + word(5) + word(6 + word(5));
        break;
      default:
        at += 2;
    }
  }
  return found;
}

const groups: number[][] = [];
const transport: Transport = {
  adapter: { name: 'none', isSoftware: false, hasClock: false, bindingBytesMax: 2 ** 60, memoryBytesMax: 2 ** 70 },
  exchange(batch) {
    groups.push(...groupsIn(batch));
    return new Uint8Array();
  },
};
const gpu = new WebGpu(transport);

/** Memory that nobody has: only its sizes count here. */
function operand(shape: readonly number[], dtype: DType = float32): Operand {
  const length = shape.reduce((a, b) => a * b, 1);
  const strides = shape.map((_, d) => shape.slice(d + 1).reduce((a, b) => a * b, 1));
  return { storage: new Storage(gpu, dtype, length, gpu.allocate(dtype, length)), dtype, offset: 0, shape, strides };
}
const of = (...shapes: (readonly number[])[]): Operand[] => shapes.map((shape) => operand(shape));
const index = (shape: readonly number[]): Operand => operand(shape, int64);

type Call = readonly [operands: readonly Operand[], parameters: object];
const wide = [2, many];
const tall = [many, 2];
const pointwise = {
  expression: 'x * 2',
  key: 'twice',
  operands: ['x'],
  scalarNames: [],
  scalars: [],
  compute: float32,
};
const lines = (more: object): Call[] => [wide, tall].map((shape) => [of(shape, shape), { dim: 1, ...more }]);
const one = [1, 1, 1];
const windows = {
  ...{ kernel: one, stride: one, padding: [0, 0, 0], dilation: one, out: [1, 1, many], size: [1, 1, many] },
  ...{ batch: 1, channels: 2, groups: 1, outChannels: 1, maySplit: true },
};
const image = [1, 2, 1, 1, many];
const result = [1, 1, 1, 1, many];
const weight = [1, 2, 1, 1, 1];
const split = { alpha: 1, beta: 0, maySplit: true };
const adam = {
  weight_decay: 0,
  shrink: 1,
  beta1: 0.9,
  beta2: 0.9,
  eps: 1,
  step_size: 1,
  correction: 1,
  maximize: false,
};
const sgd = { lr: 1, weight_decay: 0, momentum: 0, dampening: 0, nesterov: false, maximize: false, first: true };
const nll = { reduction: 'none', ignore_index: -100 };
const cases: Readonly<Record<string, () => readonly Call[]>> = {
  pointwise: () => [[of(wide, wide), pointwise]],
  reduce: () =>
    ['sum', 'argmax', 'spread', 'any'].flatMap((kind): Call[] => [
      [of([2], wide), { kind, dims: [1] }],
      [of([many], tall), { kind, dims: [1] }],
      [of([many], [many, 2048]), { kind, dims: [1] }],
    ]),
  standardize: () => [wide, tall, [many, 2048]].map((shape) => [of(shape, shape), { dims: [1], eps: 1 }]),
  gemm: () => [
    [of([1, 1, many], [1, 1, 2], [1, 2, many]), split],
    [of([1, 40, many], [1, 40, 2], [1, 2, many]), split],
    [of([1, many, 40], [1, many, 2], [1, 2, 40]), split],
    [of([1, 2 ** 20, 2 ** 12], [1, 2 ** 20, 2], [1, 2, 2 ** 12]), split],
    [of([many, 2, 2], [many, 2, 2], [many, 2, 2]), split],
    [of([many, 9, 9], [many, 9, 2], [many, 2, 9]), split],
    [of([1, 2, 2], [1, 2, many], [1, many, 2]), split],
    [of([1, 40, 40], [1, 40, many], [1, many, 40]), split],
  ],
  convolve: () => [[of(result, image, weight), windows]],
  convolve_input: () => [[of(image, result, weight), windows]],
  convolve_weight: () => [[of(weight, result, image), windows]],
  softmax: () => lines({ log: false }),
  softmax_backward: () => [wide, tall].map((shape) => [of(shape, shape, shape), { dim: 1, log: false }]),
  nll_loss: () => [[[...of([many], tall), index([many])], nll]],
  nll_loss_backward: () => [[[...of(tall, [many]), index([many])], nll]],
  scan: () => lines({ kind: 'sum' }),
  extreme_scan: () => [[[...of(tall), index(tall), ...of(tall)], { dim: 1, greater: true }]],
  sort: () => [[[...of(tall), index(tall), ...of(tall)], { dim: 1, descending: false }]],
  gather: () => [[[...of(wide, wide), index(wide)], { dim: 1 }]],
  scatter: () => [[[...of(tall), index(tall), ...of(tall)], { dim: 1, mode: 'add' }]],
  take: () => [[[...of([many], [many]), index([many])], {}]],
  put: () => [[[...of([many]), index([many]), ...of([many])], { mode: 'set' }]],
  image_to_columns: () => [[of([2, many], image), windows]],
  columns_to_image: () => [[of(image, [2, many]), windows]],
  adam_step: () => [[of(wide, wide, wide, wide), adam]],
  sgd_step: () => [[of(wide, wide), sgd]],
};

test.each(Object.keys(kernels))('%s', (kernel) => {
  const calls = cases[kernel]?.() ?? [];
  expect(calls).not.toEqual([]);
  for (const usesTiles of [true, false]) {
    gpu.usesTiles = usesTiles;
    for (const [operands, parameters] of calls) {
      groups.length = 0;
      gpu.dispatch(kernel, operands, parameters);
      gpu.flush();
      expect(groups.length).toBeGreaterThan(0);
      for (const dimensions of groups) {
        expect(Math.min(...dimensions)).toBeGreaterThan(0);
        expect(Math.max(...dimensions)).toBeLessThanOrEqual(groupsMax);
      }
    }
  }
});
