// What a device is: memory and named kernels over strided operands. No operator semantics: shapes are already broadcast,
// dtypes already decided, gradients unknown here. Operators are in ../ops, their table in ../operator.ts.
import type { DType } from '../dtype.ts';

/** Whatever a device keeps elements in: a typed array on the CPU, a buffer's handle on a GPU. */
export type Buffer = object;

/** A strided window on a storage; strides and offset count elements. Tensors are operands as they are. */
export interface Operand {
  readonly storage: Storage;
  readonly offset: number;
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  readonly dtype: DType;
}

export interface Device {
  readonly name: string;
  allocate(dtype: DType, length: number): Buffer;
  free(buffer: Buffer): void;
  /** Elements as plain numbers: little use for big tensors on a GPU, exact for every dtype. */
  write(storage: Storage, offset: number, values: ArrayLike<number>): void;
  /** Waits for what was dispatched before. */
  read(storage: Storage, offset: number, length: number): ArrayLike<number>;
  dispatch(kernel: string, operands: readonly Operand[], parameters: object): void;
}

let storages = 0;
let inferring = false;
/** Whether new memory is that of inference tensors, which have no version counter; sets it when told. */
export function inferenceStorages(on: boolean = inferring): boolean {
  const before = inferring;
  inferring = on;
  return before;
}

/** The elements that a tensor and its views share. */
export class Storage {
  readonly device: Device;
  readonly dtype: DType;
  readonly length: number;
  readonly buffer: Buffer;
  /** Grows with every storage made: tells results of a call from what was there before it. */
  readonly id: number;
  /** Counts in-place changes. */
  version = 0;
  /** Made in inference mode: not to be changed outside it, nor saved for backward. */
  inference = inferring;

  constructor(device: Device, dtype: DType, length: number, buffer: Buffer) {
    this.device = device;
    this.dtype = dtype;
    this.length = length;
    this.buffer = buffer;
    this.id = ++storages;
  }
  get bytes(): number {
    return this.length * this.dtype.itemsize;
  }
}
export const storagesMade = (): number => storages;

const registry = new Map<string, Device>();
/** Under its own name, or under others that all mean it. */
export const registerDevice = (device: Device, ...names: readonly string[]): void => {
  for (const name of names.length > 0 ? names : [device.name]) registry.set(name, device);
};
export const hasDevice = (name: string): boolean => registry.has(name);
export function deviceNamed(name: string): Device {
  const found = registry.get(name.split(':')[0] ?? name);
  if (!found)
    throw new RuntimeError(`device '${name}' is not available here; there are: ${[...registry.keys()].join(', ')}`);
  return found;
}

/** What Python's RuntimeError is to PyTorch. */
export class RuntimeError extends Error {
  override name = 'RuntimeError';
}
/** Thrown when a tensor does not fit the GPU, or the budget of a meter. */
export class OutOfMemoryError extends RuntimeError {
  override name = 'OutOfMemoryError';
}

/** As PyTorch writes it: '20.00 MiB', '1.46 GiB'. */
export function sizeText(bytes: number): string {
  const [unit, size] = bytes < 2 ** 20 ? ['KiB', 2 ** 10] : bytes < 2 ** 30 ? ['MiB', 2 ** 20] : ['GiB', 2 ** 30];
  return bytes < 2 ** 10 ? `${bytes} bytes` : `${(bytes / size).toFixed(2)} ${unit}`;
}
export class ValueError extends Error {
  override name = 'ValueError';
}
export class IndexError extends Error {
  override name = 'IndexError';
}
/** What Python's `assert` throws. */
export class AssertionError extends Error {
  override name = 'AssertionError';
}
export class NotImplementedError extends Error {
  override name = 'NotImplementedError';
}
