// The GPU where the engine itself writes the kernels: records what the operator table dispatches and hands it to whatever owns
// the GPU. No host API here; `connectWebGpu` is given the transport. What it holds of each dtype: gpu.ts.
import type { DType } from '../../dtype.ts';
import { type Operand, RuntimeError, Storage } from '../device.ts';
import { Encoder } from './encoder.ts';
import { libraryFor } from './functions.ts';
import { bufferOf, connectGpu, Gpu } from './gpu.ts';
import { kernels } from './kernels.ts';
import { bindingsOf, type Launch, wholeText } from './launch.ts';
import { type GpuBuffer, GpuMemory } from './memory.ts';
import { utf8 } from './text.ts';
import {
  type AdapterDescription,
  marksHandle,
  statusBytes,
  statusHandle,
  type Transport,
  transferBytesMax,
} from './transport.ts';
import { type Watch, WeakWatch } from './watch.ts';

export class WebGpu extends Gpu {
  readonly transport: Transport;
  readonly memory: GpuMemory;
  /** Whether products of matrices go through the workgroup's memory. */
  usesTiles: boolean;
  readonly #encoder: Encoder;
  readonly #pipelines: Map<string, number>;
  #mustCheck = false;

  /** @param pipelines those that the transport's other side has already, by key */
  constructor(
    transport: Transport,
    {
      watch = new WeakWatch(() => transport.collect?.()),
      pipelines = new Map(),
    }: { readonly watch?: Watch; readonly pipelines?: Map<string, number> } = {},
  ) {
    super();
    this.transport = transport;
    this.usesTiles = !transport.adapter.isSoftware;
    this.#encoder = new Encoder(transport);
    this.#pipelines = pipelines;
    this.memory = new GpuMemory(transport.adapter, this.#encoder, watch);
  }
  get adapter(): AdapterDescription {
    return this.transport.adapter;
  }
  get pipelines(): number {
    return this.#pipelines.size;
  }

  protected writeBytes(buffer: GpuBuffer, offset: number, bytes: Uint8Array, isWhole: boolean): void {
    if (!isWhole) this.#settle(buffer);
    buffer.isStale = false;
    this.#encoder.write(buffer.handle, offset, bytes);
  }
  protected readBytes(buffer: GpuBuffer, offset: number, length: number): Uint8Array<ArrayBuffer> {
    this.#settle(buffer);
    if (!this.#mustCheck || statusBytes + length > transferBytesMax) {
      this.#check();
      return this.#encoder.read(buffer.handle, offset, length);
    }
    this.#mustCheck = false;
    const [status, found] = this.#encoder.readWithStatus(buffer.handle, offset, length);
    this.#throwProblem(status);
    return found;
  }
  synchronize(): void {
    this.#check();
    this.#encoder.read(statusHandle, 0, statusBytes);
  }

  protected writeMark(slot: number): void {
    this.#encoder.mark(slot);
  }
  protected readMark(slot: number): Uint8Array<ArrayBuffer> {
    return this.#encoder.read(marksHandle, slot * 8, 8);
  }

  /** Throws if a kernel met an index out of range: not when it happens, as on every GPU, but when something is read. */
  #check(): void {
    if (!this.#mustCheck) return;
    this.#mustCheck = false;
    this.#throwProblem(this.#encoder.read(statusHandle, 0, statusBytes));
  }
  #throwProblem(status: Uint8Array<ArrayBuffer>): void {
    const problem = indexProblem(status);
    if (problem === null) return;
    this.#encoder.clear(statusHandle);
    throw new RuntimeError(problem);
  }
  /** Makes memory that a former tensor left read as zeros. */
  #settle(buffer: GpuBuffer): void {
    if (!buffer.isStale) return;
    buffer.isStale = false;
    this.#encoder.clear(buffer.handle);
  }

  // ---- what a broker does, which cannot wait where it stands ----------------------------------------------------------------------
  /** Records a write into part of a buffer. */
  recordWrite(buffer: GpuBuffer, offset: number, bytes: Uint8Array): void {
    this.writeBytes(buffer, offset, bytes, offset === 0 && bytes.length === buffer.bytes);
  }
  /** Records a read; its bytes come with the batch. Whether the status is read before it, and so comes first. */
  recordRead(buffer: GpuBuffer, offset: number, length: number): { readonly hasStatus: boolean } {
    this.#settle(buffer);
    const hasStatus = this.recordCheck();
    this.#encoder.recordRead(buffer.handle, offset, length);
    return { hasStatus };
  }
  recordMark(slot: number): void {
    this.#encoder.mark(slot);
  }
  recordMarkRead(slot: number): void {
    this.#encoder.recordRead(marksHandle, slot * 8, 8);
  }
  /** Records a read of the status, if a kernel may have written it, and that it is cleared. */
  recordCheck(): boolean {
    if (!this.#mustCheck) return false;
    this.#mustCheck = false;
    this.#encoder.recordRead(statusHandle, 0, statusBytes);
    this.#encoder.clear(statusHandle);
    return true;
  }
  /** Hands over what was recorded; does not wait. */
  flush(): void {
    this.#encoder.flush();
  }
  // --------------------------------------------------------------------------------------------------------------------------------

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
}

const lengthOf = (x: Operand): number => x.shape.reduce((a, b) => a * b, 1);

/** What the status says went wrong, in CUDA's words; null where nothing did. */
export function indexProblem(status: Uint8Array<ArrayBuffer>): string | null {
  const [failed, index = 0, size] = new Int32Array(status.buffer, status.byteOffset, 3);
  return failed === 0
    ? null
    : `CUDA error: device-side assert triggered: index ${index} is out of bounds for dimension with size ${size}`;
}

/** Makes the GPU behind a transport the device 'cuda' (also 'cuda:0' and 'webgpu'): `torch.cuda.is_available()` is true then. */
export function connectWebGpu(transport: Transport): WebGpu {
  const gpu = new WebGpu(transport);
  connectGpu(gpu);
  return gpu;
}
