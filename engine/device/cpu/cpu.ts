import type { Data, DType } from '../../dtype.ts';
import { type Buffer, type Device, type Operand, registerDevice, RuntimeError, type Storage } from '../device.ts';
import { convolve, convolveInput, convolveWeight } from './convolve.ts';
import { gemm } from './gemm.ts';
import * as line from './lines.ts';
import { allocate } from './memory.ts';
import { nllLoss, nllLossBackward } from './losses.ts';
import { adamStep, sgdStep } from './optimizers.ts';
import { pointwise } from './pointwise.ts';
import { reduce, standardize } from './reduce.ts';
import { columnsToImage, imageToColumns } from './windows.ts';

/** Every kernel of the device. Adding one here makes it dispatchable; nothing else has to know. */
const kernels: Readonly<Record<string, (operands: readonly Operand[], parameters: object) => void>> = {
  pointwise,
  reduce,
  standardize,
  gemm,
  convolve,
  convolve_input: convolveInput,
  convolve_weight: convolveWeight,
  softmax: line.softmax,
  softmax_backward: line.softmaxBackward,
  nll_loss: nllLoss,
  nll_loss_backward: nllLossBackward,
  scan: line.scan,
  extreme_scan: line.extremeScan,
  sort: line.sort,
  gather: line.gather,
  scatter: line.scatter,
  take: line.take,
  put: line.put,
  image_to_columns: imageToColumns,
  columns_to_image: columnsToImage,
  adam_step: adamStep,
  sgd_step: sgdStep,
};

/** Typed arrays that the garbage collector owns: nothing to free in a synchronous loop. */
export const cpu: Device = {
  name: 'cpu',
  allocate(dtype: DType, length: number): Buffer {
    try {
      return allocate(dtype.array, length);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new RuntimeError(
        `DefaultCPUAllocator: can't allocate memory: you tried to allocate ${length * dtype.itemsize} bytes. Error code 12 (Cannot allocate memory)`,
      );
    }
  },
  free: () => {},
  write(storage: Storage, offset: number, values: ArrayLike<number>) {
    (storage.buffer as Data).set(values, offset);
  },
  read: (storage: Storage, offset: number, length: number) =>
    (storage.buffer as Data).subarray(offset, offset + length),
  dispatch(kernel, operands, parameters) {
    const run = kernels[kernel];
    if (!run) throw new Error(`the cpu device has no kernel named ${kernel}`);
    run(operands, parameters);
  },
};
registerDevice(cpu);
