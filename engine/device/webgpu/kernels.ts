import type { Operand } from '../device.ts';
import { convolve, convolveInput, convolveWeight } from './kernels/convolve.ts';
import { gemm } from './kernels/gemm.ts';
import { gather, put, scatter, take } from './kernels/indexing.ts';
import { nllLoss, nllLossBackward } from './kernels/losses.ts';
import { adamStep, sgdStep } from './kernels/optimizers.ts';
import { pointwise } from './kernels/pointwise.ts';
import { reduce } from './kernels/reduce.ts';
import { extremeScan, scan } from './kernels/scan.ts';
import { softmax, softmaxBackward, standardize } from './kernels/softmax.ts';
import { sort } from './kernels/sort.ts';
import { columnsToImage, imageToColumns } from './kernels/windows.ts';
import type { WebGpu } from './webgpu.ts';

export type Kernel = (gpu: WebGpu, operands: readonly Operand[], parameters: object) => void;

/** Every kernel of the device, by the names that the operator table dispatches; what each means: ../reference/reference.ts. */
export const kernels: Readonly<Record<string, Kernel>> = {
  pointwise,
  reduce,
  standardize,
  gemm,
  convolve,
  convolve_input: convolveInput,
  convolve_weight: convolveWeight,
  softmax,
  softmax_backward: softmaxBackward,
  nll_loss: nllLoss,
  nll_loss_backward: nllLossBackward,
  scan,
  extreme_scan: extremeScan,
  sort,
  gather,
  scatter,
  take,
  put,
  image_to_columns: imageToColumns,
  columns_to_image: columnsToImage,
  adam_step: adamStep,
  sgd_step: sgdStep,
};
