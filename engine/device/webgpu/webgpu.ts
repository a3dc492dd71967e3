// The GPU as a device of the engine: records what the operator table dispatches and hands it to whatever owns the GPU. No
// host API here; `connectWebGpu` is given the transport. Elements are 32 bits each: floats as f32 (16-bit floats are rounded
// at every write), integers and bool as i32 (int64 therefore holds −2³¹ … 2³¹−1 only; 8 and 16 bits wrap at every write).
// float64 is refused. Random numbers are drawn from the CPU's stream and written, so a seed gives the same ones here.
import { type Data, type DType, float16 } from '../../dtype.ts';
import { cpu } from '../cpu/cpu.ts';
import { type Device, type Operand, registerDevice, RuntimeError, Storage } from '../device.ts';
import { Encoder } from './encoder.ts';
import { libraryFor } from './functions.ts';
import { kernels } from './kernels.ts';
import { bindingsOf, type Launch, wholeText } from './launch.ts';
import { GpuBuffer, GpuMemory } from './memory.ts';
import { utf8 } from './text.ts';
import { statusBytes, statusHandle, type Transport } from './transport.ts';

const elementBytes = 4;

export class WebGpu implements Device {
  readonly name = 'cuda:0';
  readonly transport: Transport;
  readonly memory: GpuMemory;
  /** How often kernels that this device leaves to the CPU ran there, by name. */
  readonly fallbacks = new Map<string, number>();
  /** Whether products of matrices go through the workgroup's memory. */
  usesTiles: boolean;
  readonly #encoder: Encoder;
  readonly #pipelines = new Map<string, number>();
  #mustCheck = false;

  constructor(transport: Transport) {
    this.transport = transport;
    this.usesTiles = !transport.adapter.isSoftware;
    this.#encoder = new Encoder(transport);
    this.memory = new GpuMemory(transport, this.#encoder);
  }
  get pipelines(): number {
    return this.#pipelines.size;
  }

  allocate(dtype: DType, length: number): GpuBuffer {
    if (dtype.name === 'float64')
      throw new RuntimeError(
        'float64 tensors cannot be on the GPU, which computes in 32 bits: convert with .to(torch.float32) first, or keep this tensor on the CPU',
      );
    return this.memory.allocate(length * elementBytes);
  }
  free(buffer: object): void {
    if (buffer instanceof GpuBuffer) this.memory.free(buffer);
  }

  write(storage: Storage, offset: number, values: ArrayLike<number>): void {
    if (values.length === 0) return;
    const buffer = bufferOf(storage);
    if (values.length < storage.length) this.#settle(buffer);
    buffer.isStale = false;
    const words = wordsOf(storage.dtype, values);
    this.#encoder.write(buffer.handle, offset * elementBytes, new Uint8Array(words.buffer));
  }
  read(storage: Storage, offset: number, length: number): Data {
    if (length === 0) return storage.dtype.allocate(0);
    const buffer = bufferOf(storage);
    this.#settle(buffer);
    this.#check();
    const bytes = this.#encoder.read(buffer.handle, offset * elementBytes, length * elementBytes);
    if (storage.dtype.category === 2) return new Float32Array(bytes.buffer);
    const values = new Int32Array(bytes.buffer);
    const result = storage.dtype.allocate(length);
    result.set(values);
    return result;
  }
  /** Waits for everything that was dispatched. */
  synchronize(): void {
    this.#check();
    this.#encoder.read(statusHandle, 0, statusBytes);
  }

  /** Throws if a kernel met an index out of range: not when it happens, as on every GPU, but when something is read. */
  #check(): void {
    if (!this.#mustCheck) return;
    this.#mustCheck = false;
    const [failed, index = 0, size] = new Int32Array(this.#encoder.read(statusHandle, 0, statusBytes).buffer);
    if (failed === 0) return;
    this.#encoder.clear(statusHandle);
    throw new RuntimeError(
      `CUDA error: device-side assert triggered: index ${index} is out of bounds for dimension with size ${size}`,
    );
  }
  /** Makes memory that a former tensor left read as zeros. */
  #settle(buffer: GpuBuffer): void {
    if (!buffer.isStale) return;
    buffer.isStale = false;
    this.#encoder.clear(buffer.handle);
  }

  dispatch(kernel: string, operands: readonly Operand[], parameters: object): void {
    const run = kernels[kernel];
    if (!run) throw new Error(`the webgpu device has no kernel named ${kernel}`);
    run(this, operands, parameters);
  }

  launch(launch: Launch): void {
    const { operands, outputs, parameters, groups } = launch;
    const { bindings, storages } = bindingsOf(operands);
    operands.forEach((x, k) => {
      const buffer = bufferOf(x.storage);
      if (!buffer.isStale) return;
      const isRead = k >= outputs || launch.changes === true || bindings.indexOf(bindings[k] ?? 0, outputs) >= 0;
      if (isRead || lengthOf(x) < x.storage.length) this.#settle(buffer);
      buffer.isStale = false;
    });
    const kinds = operands.map(
      (x, k) => `${k < outputs ? x.dtype.name : x.dtype.category === 2 ? 'f' : 'i'}${bindings[k]}`,
    );
    const key = `${launch.key}|${kinds.join()}`;
    let pipeline = this.#pipelines.get(key);
    if (pipeline === undefined) {
      const text = wholeText(launch, bindings, storages);
      pipeline = this.#pipelines.size + 1;
      this.#pipelines.set(key, pipeline);
      this.#encoder.pipeline(pipeline, utf8(libraryFor(text) + text));
    }
    const handles = storages.map((storage) => bufferOf(storage).handle);
    if (launch.checks) {
      handles.push(statusHandle);
      this.#mustCheck = true;
    }
    this.#encoder.dispatch(pipeline, groups, handles, parameters.words());
  }

  /** Contiguous memory for the time of one kernel; to be freed by who asked for it, after its last launch. */
  temporary(dtype: DType, shape: readonly number[]): Operand {
    const length = shape.reduce((a, b) => a * b, 1);
    const storage = new Storage(this, dtype, length, this.allocate(dtype, length));
    const strides = shape.map((_, d) => shape.slice(d + 1).reduce((a, b) => a * b, 1));
    return { storage, dtype, offset: 0, shape, strides };
  }

  /** Reads the operands, runs the CPU's kernel, and writes the first `outputs` back: for what a GPU does badly. */
  onCpu(kernel: string, operands: readonly Operand[], parameters: object, outputs: number): void {
    this.fallbacks.set(kernel, (this.fallbacks.get(kernel) ?? 0) + 1);
    const copies = new Map<object, Storage>();
    const here = operands.map((x) => {
      const { buffer, dtype, length } = x.storage;
      let copy = copies.get(buffer);
      if (!copy) {
        const memory = cpu.allocate(dtype, length);
        copy = new Storage(cpu, dtype, length, memory);
        cpu.write(copy, 0, this.read(x.storage, 0, length));
        copies.set(buffer, copy);
      }
      return { storage: copy, offset: x.offset, shape: x.shape, strides: x.strides, dtype: x.dtype };
    });
    cpu.dispatch(kernel, here, parameters);
    here.slice(0, outputs).forEach(({ storage }, k) => {
      const target = operands[k]?.storage;
      if (target) this.write(target, 0, cpu.read(storage, 0, storage.length));
    });
  }
}

function bufferOf(storage: Storage): GpuBuffer {
  if (storage.buffer instanceof GpuBuffer) return storage.buffer;
  throw new Error('this memory is not on the GPU');
}
const lengthOf = (x: Operand): number => x.shape.reduce((a, b) => a * b, 1);

function wordsOf(dtype: DType, values: ArrayLike<number>): Float32Array<ArrayBuffer> | Int32Array<ArrayBuffer> {
  if (dtype.category === 2) {
    const words = Float32Array.from(values);
    if (dtype.itemsize === 2 && !(dtype === float16 && values instanceof Float32Array)) return words.map(dtype.keep);
    return words;
  }
  if (dtype.name === 'int64')
    for (let i = 0; i < values.length; i++) {
      const value = values[i] ?? 0;
      if (value !== (value | 0))
        throw new RuntimeError(
          `int64 value ${value} is too large for the GPU, which holds int64 in 32 bits: keep this tensor on the CPU`,
        );
    }
  return Int32Array.from(values, dtype.keep);
}

let connected: WebGpu | null = null;
/** The GPU, if one is connected. */
export const connectedGpu = (): WebGpu | null => connected;
/** Makes the GPU behind a transport the device 'cuda' (also 'cuda:0' and 'webgpu'): `torch.cuda.is_available()` is true then. */
export function connectWebGpu(transport: Transport): WebGpu {
  connected = new WebGpu(transport);
  registerDevice(connected, 'cuda', 'webgpu');
  return connected;
}
