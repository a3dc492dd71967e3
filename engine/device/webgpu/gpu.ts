// What every GPU of the engine is, wherever its commands go: `WebGpu` writes kernels for a transport, `RemoteGpu` hands whole
// dispatches to a broker that does. Elements are 32 bits each: floats as f32 (16-bit floats are rounded at every write),
// integers and bool as i32 (int64 therefore holds −2³¹ … 2³¹−1 only; 8 and 16 bits wrap at every write). float64 is refused.
// Random numbers are drawn from the CPU's stream and written, so a seed gives the same ones here.
import { type Data, type DType, float16 } from '../../dtype.ts';
import { cpu } from '../cpu/cpu.ts';
import { type Device, type Operand, registerDevice, RuntimeError, Storage } from '../device.ts';
import { GpuBuffer, type GpuMemory } from './memory.ts';
import { type AdapterDescription, marksMax } from './transport.ts';

export const elementBytes = 4;

export abstract class Gpu implements Device {
  readonly name = 'cuda:0';
  abstract readonly adapter: AdapterDescription;
  abstract readonly memory: GpuMemory;
  /** How often kernels that this device leaves to the CPU ran there, by name. */
  readonly fallbacks = new Map<string, number>();

  abstract dispatch(kernel: string, operands: readonly Operand[], parameters: object): void;
  /** Waits for everything that was dispatched; throws what went wrong in it. */
  abstract synchronize(): void;
  protected abstract writeBytes(buffer: GpuBuffer, offset: number, bytes: Uint8Array, isWhole: boolean): void;
  protected abstract readBytes(buffer: GpuBuffer, offset: number, length: number): Uint8Array<ArrayBuffer>;
  /** Has the GPU note its clock in a slot when it comes to this place of its work. */
  protected abstract writeMark(slot: number): void;
  /** Waits until the GPU has been there: eight bytes, nanoseconds. */
  protected abstract readMark(slot: number): Uint8Array<ArrayBuffer>;

  #marks = 0;
  /** Marks this place of the GPU's work; the number is for `elapsed`. */
  mark(): number {
    this.writeMark(this.#marks % marksMax);
    return this.#marks++;
  }
  /** Milliseconds that the GPU took from one mark to another; waits for both. */
  elapsed(from: number, to: number): number {
    const [start = 0, end = 0] = [from, to]
      .map((mark) => {
        if (mark < this.#marks - marksMax)
          throw new RuntimeError(`this event was recorded before the last ${marksMax} and its time is forgotten`);
        return new DataView(this.readMark(mark % marksMax).slice().buffer);
      })
      .map((time) => time.getUint32(4, true) * 2 ** 32 + time.getUint32(0, true));
    return (end - start) / 1e6;
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
    const bytes = new Uint8Array(wordsOf(storage.dtype, values).buffer);
    this.writeBytes(bufferOf(storage), offset * elementBytes, bytes, values.length >= storage.length);
  }
  read(storage: Storage, offset: number, length: number): Data {
    if (length === 0) return storage.dtype.allocate(0);
    const bytes = this.readBytes(bufferOf(storage), offset * elementBytes, length * elementBytes);
    if (storage.dtype.category === 2) return new Float32Array(bytes.buffer, bytes.byteOffset, length);
    const result = storage.dtype.allocate(length);
    result.set(new Int32Array(bytes.buffer, bytes.byteOffset, length));
    return result;
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

export function bufferOf(storage: Storage): GpuBuffer {
  if (storage.buffer instanceof GpuBuffer) return storage.buffer;
  throw new Error('this memory is not on the GPU');
}

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

let connected: Gpu | null = null;
/** The GPU, if one is connected. */
export const connectedGpu = (): Gpu | null => connected;
/** Makes it the device 'cuda' (also 'cuda:0' and 'webgpu'): `torch.cuda.is_available()` is true from here on. */
export function connectGpu(gpu: Gpu): void {
  connected = gpu;
  registerDevice(gpu, 'cuda', 'webgpu');
}
