// Executes batches of commands on a WebGPU device: Dawn's in Node, a browser's in a worker. Knows nothing of tensors.
import { type AdapterDescription, Command, marksHandle, marksMax, statusBytes, statusHandle } from './transport.ts';

/** Parameters and small writes of one submission travel in one buffer. */
const arenaBytes = 1 << 20;
const alignment = 256;
/** Writes up to here are copied from the arena, in the order of the commands; larger ones end the submission. */
const arenaWriteBytesMax = 1 << 16;
/** Reads of one batch up to here share a buffer that is kept: making one for each costs twice what reading does (measured: 60 of 90 µs). */
const stagingBytes = 1 << 16;

const usage = { mapRead: 1, copySource: 4, copyTarget: 8, storage: 128, queryResolve: 512 } as const;
const clock = 'timestamp-query';

interface Compiled {
  readonly pipeline: GPUComputePipeline;
  readonly layout: GPUBindGroupLayout;
}
/** Where a READ's bytes arrive: in a buffer of its own, or in the shared one from some place on. */
interface Read {
  readonly own: GPUBuffer | null;
  readonly from: number;
  readonly bytes: number;
}

/** What a host does while something of the GPU is awaited, until it hears that the wait is over. */
export type WhileWaiting = (isOver: () => boolean) => void;

export class Executor {
  readonly #device: GPUDevice;
  readonly #whileWaiting: WhileWaiting;
  readonly #buffers = new Map<number, GPUBuffer>();
  readonly #pipelines = new Map<number, Compiled | Promise<Compiled>>();
  readonly #clock: Clock;
  readonly #arena: GPUBuffer;
  readonly #arenaWords = new Uint32Array(arenaBytes / 4);
  readonly #arenaData = new Uint8Array(this.#arenaWords.buffer);
  readonly #staging: GPUBuffer;
  #used = 0;
  #encoder: GPUCommandEncoder | null = null;
  #pass: GPUComputePassEncoder | null = null;
  #problem: string | null = null;

  constructor(device: GPUDevice, { whileWaiting = () => {} }: { readonly whileWaiting?: WhileWaiting } = {}) {
    this.#device = device;
    this.#whileWaiting = whileWaiting;
    device.onuncapturederror = ({ error }) => {
      this.#problem ??= error.message;
    };
    this.#arena = device.createBuffer({ size: arenaBytes, usage: usage.storage | usage.copyTarget | usage.copySource });
    this.#staging = device.createBuffer({ size: stagingBytes, usage: usage.mapRead | usage.copyTarget });
    this.#create(statusHandle, statusBytes);
    this.#create(marksHandle, marksMax * 8);
    this.#clock = device.features.has(clock) ? new DeviceClock(device) : new HostClock(device);
  }

  /** When everything handed over so far has been done. */
  done(): Promise<undefined> {
    return this.#awaited(this.#device.queue.onSubmittedWorkDone());
  }
  async #awaited<T>(coming: Promise<T>): Promise<T> {
    let isOver = false;
    this.#whileWaiting(() => isOver);
    try {
      return await coming;
    } finally {
      isOver = true;
    }
  }
  /** Frees every buffer; what was compiled stays. */
  clear(): void {
    this.#submit();
    for (const [handle, buffer] of this.#buffers)
      if (handle !== statusHandle && handle !== marksHandle) buffer.destroy();
    const [status, marks] = [this.#buffer(statusHandle), this.#buffer(marksHandle)];
    this.#buffers.clear();
    this.#buffers.set(statusHandle, status).set(marksHandle, marks);
    this.#recording().clearBuffer(status);
    this.#submit();
  }

  /** What the batch's READ commands read, one after another. Rejects with what went wrong so far. */
  async run(words: Uint32Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>[]> {
    const reads: Read[] = [];
    let readBytes = 0;
    let at = 0;
    const next = (): number => words[at++] ?? 0;
    while (at < words.length) {
      const command = next();
      switch (command) {
        case Command.create:
          this.#create(next(), next());
          break;
        case Command.free: {
          const handle = next();
          this.#submit(); // what was recorded may still use it
          this.#buffer(handle).destroy();
          this.#buffers.delete(handle);
          break;
        }
        case Command.clear:
          this.#recording().clearBuffer(this.#buffer(next()));
          break;
        case Command.write: {
          const [handle, offset, bytes] = [next(), next(), next()];
          this.#write(this.#buffer(handle), offset, words.subarray(at, (at += bytes / 4)));
          break;
        }
        case Command.pipeline: {
          const [handle, bytes] = [next(), next()];
          const text = new TextDecoder().decode(new Uint8Array(words.buffer, words.byteOffset + at * 4, bytes));
          at += (bytes + 3) >> 2;
          const module = this.#device.createShaderModule({ code: text });
          const made = this.#device
            .createComputePipelineAsync({ layout: 'auto', compute: { module } })
            .then((pipeline) => ({ pipeline, layout: pipeline.getBindGroupLayout(0) }));
          made.then(
            (compiled) => this.#pipelines.set(handle, compiled),
            () => {},
          );
          this.#pipelines.set(handle, made);
          break;
        }
        case Command.dispatch: {
          const [pipeline, x, y, z, count] = [next(), next(), next(), next(), next()];
          const buffers = Array.from({ length: count }, () => this.#buffer(next()));
          const length = next();
          const made = this.#pipelines.get(pipeline);
          if (!made) throw new Error(`there is no pipeline ${pipeline}`);
          const compiled = made instanceof Promise ? await made : made;
          this.#dispatch(compiled, [x, y, z], buffers, words.subarray(at, (at += length)));
          break;
        }
        case Command.read: {
          const [handle, offset, bytes] = [next(), next(), next()];
          if (handle === marksHandle) await this.#clock.settle(this.#buffer(handle));
          const isShared = readBytes + bytes <= stagingBytes;
          const own = isShared
            ? null
            : this.#device.createBuffer({ size: bytes, usage: usage.mapRead | usage.copyTarget });
          const from = isShared ? readBytes : 0;
          this.#recording().copyBufferToBuffer(this.#buffer(handle), offset, own ?? this.#staging, from, bytes);
          reads.push({ own, from, bytes });
          if (isShared) readBytes += bytes;
          break;
        }
        case Command.mark: {
          const slot = next();
          this.#clock.mark(this.#recording(), slot, this.#buffer(marksHandle));
          if (!this.#clock.isDevice) this.#submit();
          this.#clock.submitted(slot);
          break;
        }
        default:
          throw new Error(`there is no command ${command}`);
      }
    }
    this.#submit();
    const found = await this.#found(reads, readBytes);
    if (reads.length > 0 && this.#problem !== null) {
      const problem = this.#problem;
      this.#problem = null;
      throw new Error(problem);
    }
    return found;
  }

  async #found(reads: readonly Read[], sharedBytes: number): Promise<Uint8Array<ArrayBuffer>[]> {
    let shared = new ArrayBuffer();
    if (sharedBytes > 0) {
      await this.#awaited(this.#staging.mapAsync(1, 0, sharedBytes));
      shared = this.#staging.getMappedRange(0, sharedBytes).slice(0);
      this.#staging.unmap();
    }
    const found: Uint8Array<ArrayBuffer>[] = [];
    for (const { own, from, bytes } of reads) {
      if (own === null) {
        found.push(new Uint8Array(shared, from, bytes));
        continue;
      }
      await this.#awaited(own.mapAsync(1));
      found.push(new Uint8Array(own.getMappedRange().slice(0)));
      own.destroy();
    }
    return found;
  }

  #create(handle: number, bytes: number): void {
    const all = usage.storage | usage.copySource | usage.copyTarget;
    this.#buffers.set(handle, this.#device.createBuffer({ size: bytes, usage: all }));
  }
  #buffer(handle: number): GPUBuffer {
    const found = this.#buffers.get(handle);
    if (!found) throw new Error(`there is no buffer ${handle}`);
    return found;
  }
  /** The encoder, outside a compute pass. */
  #recording(): GPUCommandEncoder {
    this.#pass?.end();
    this.#pass = null;
    return (this.#encoder ??= this.#device.createCommandEncoder());
  }
  /** Where the words lie in the arena. */
  #intoArena(words: Uint32Array): number {
    if (this.#used + words.byteLength > arenaBytes) this.#submit();
    const at = this.#used;
    this.#arenaWords.set(words, at / 4);
    this.#used = Math.ceil((at + words.byteLength) / alignment) * alignment;
    return at;
  }
  #write(buffer: GPUBuffer, offset: number, words: Uint32Array<ArrayBuffer>): void {
    if (words.byteLength <= arenaWriteBytesMax) {
      const from = this.#intoArena(words);
      this.#recording().copyBufferToBuffer(this.#arena, from, buffer, offset, words.byteLength);
      return;
    }
    this.#submit();
    this.#device.queue.writeBuffer(buffer, offset, words);
  }
  #dispatch(
    { pipeline, layout }: Compiled,
    groups: [number, number, number],
    buffers: readonly GPUBuffer[],
    words: Uint32Array,
  ): void {
    const offset = this.#intoArena(words);
    const parameters = { binding: 0, resource: { buffer: this.#arena, offset, size: words.byteLength } };
    const entries = buffers.map((buffer, i) => ({ binding: i + 1, resource: { buffer } }));
    const bindGroup = this.#device.createBindGroup({ layout, entries: [parameters, ...entries] });
    this.#encoder ??= this.#device.createCommandEncoder();
    this.#pass ??= this.#encoder.beginComputePass();
    this.#pass.setPipeline(pipeline);
    this.#pass.setBindGroup(0, bindGroup);
    this.#pass.dispatchWorkgroups(...groups);
  }
  #submit(): void {
    if (!this.#encoder) return;
    const encoder = this.#recording();
    if (this.#used > 0) this.#device.queue.writeBuffer(this.#arena, 0, this.#arenaData, 0, this.#used);
    this.#used = 0;
    this.#device.queue.submit([encoder.finish()]);
    this.#encoder = null;
  }
}

/** Notes times in slots of a buffer. */
interface Clock {
  readonly isDevice: boolean;
  mark(encoder: GPUCommandEncoder, slot: number, into: GPUBuffer): void;
  submitted(slot: number): void;
  /** Makes the buffer hold what was marked. */
  settle(into: GPUBuffer): Promise<void>;
}

class DeviceClock implements Clock {
  readonly isDevice = true;
  readonly #times: GPUQuerySet;
  readonly #resolved: GPUBuffer;
  constructor(device: GPUDevice) {
    this.#times = device.createQuerySet({ type: 'timestamp', count: 1 });
    this.#resolved = device.createBuffer({ size: 8, usage: usage.queryResolve | usage.copySource });
  }
  mark(encoder: GPUCommandEncoder, slot: number, into: GPUBuffer): void {
    encoder.beginComputePass({ timestampWrites: { querySet: this.#times, beginningOfPassWriteIndex: 0 } }).end();
    encoder.resolveQuerySet(this.#times, 0, 1, this.#resolved, 0);
    encoder.copyBufferToBuffer(this.#resolved, 0, into, slot * 8, 8);
  }
  submitted(): void {}
  settle(): Promise<void> {
    return Promise.resolve();
  }
}

/** Where the adapter has no clock: when this side hears that all before the mark is done. */
class HostClock implements Clock {
  readonly isDevice = false;
  readonly #device: GPUDevice;
  readonly #heard = new Map<number, Promise<number>>();
  constructor(device: GPUDevice) {
    this.#device = device;
  }
  mark(): void {}
  submitted(slot: number): void {
    this.#heard.set(
      slot,
      this.#device.queue.onSubmittedWorkDone().then(() => performance.now() * 1e6),
    );
  }
  async settle(into: GPUBuffer): Promise<void> {
    for (const [slot, heard] of this.#heard) {
      const nanoseconds = Math.round(await heard);
      const words = Uint32Array.of(nanoseconds % 2 ** 32, Math.floor(nanoseconds / 2 ** 32));
      this.#device.queue.writeBuffer(into, slot * 8, words);
    }
    this.#heard.clear();
  }
}

/** Everything the adapter offers that kernels can use. */
export async function deviceOf(adapter: GPUAdapter, { hasClock = true } = {}): Promise<GPUDevice> {
  const {
    maxStorageBufferBindingSize,
    maxBufferSize,
    maxStorageBuffersPerShaderStage,
    maxComputeWorkgroupStorageSize,
  } = adapter.limits;
  return adapter.requestDevice({
    requiredFeatures: hasClock && adapter.features.has(clock) ? [clock] : [],
    requiredLimits: {
      maxStorageBufferBindingSize,
      maxBufferSize,
      maxStorageBuffersPerShaderStage,
      maxComputeWorkgroupStorageSize,
    },
  });
}

/** What of Mesa or Chromium computes on the processor. */
const softwareNames = /llvmpipe|swiftshader/i;

/** Throws for an adapter that runs on the processor, unless that is allowed. */
export async function openAdapter(
  adapter: GPUAdapter,
  {
    softwareAllowed,
    memoryBytesMax,
    whileWaiting,
  }: { softwareAllowed: boolean; memoryBytesMax: number; whileWaiting?: WhileWaiting },
): Promise<{ readonly adapter: AdapterDescription; readonly executor: Executor }> {
  const described = describe(adapter, memoryBytesMax);
  if (described.isSoftware && !softwareAllowed) throw new Error('the only WebGPU adapter runs on the processor');
  return { adapter: described, executor: new Executor(await deviceOf(adapter), whileWaiting && { whileWaiting }) };
}

export function describe({ info, limits, features }: GPUAdapter, memoryBytesMax = 2 ** 33): AdapterDescription {
  const isSoftware =
    info.isFallbackAdapter === true || softwareNames.test(`${info.device} ${info.description} ${info.vendor}`);
  return {
    name: [info.vendor, info.device || info.description].filter((part) => part !== '').join(' '),
    isSoftware,
    hasClock: features.has(clock),
    bindingBytesMax: limits.maxStorageBufferBindingSize,
    memoryBytesMax: isSoftware ? 2 ** 30 : memoryBytesMax,
  };
}
