// GPU memory: buffers of exact sizes, reused from a pool. A buffer is free when the last tensor that holds it is collected.
// No finalizer runs inside a synchronous training loop, so after so many bytes the host is asked to collect garbage (where it
// can), and weak references tell which buffers are gone. Order makes reuse safe: commands run as they were recorded.
import { OutOfMemoryError, sizeText } from '../device.ts';
import type { Encoder } from './encoder.ts';
import type { Transport } from './transport.ts';

/** What a storage on the GPU holds. */
export class GpuBuffer {
  readonly handle: number;
  readonly bytes: number;
  /** Holds what another tensor left: to be cleared before anything reads it. */
  isStale: boolean;
  constructor(handle: number, bytes: number, isStale: boolean) {
    this.handle = handle;
    this.bytes = bytes;
    this.isStale = isStale;
  }
}

const granularity = 16;
/** Bytes and buffers made since the last collection from which the next is worth its milliseconds. */
const collectBytesMin = 64 * 2 ** 20;
const collectBuffersMin = 8192;

interface Held {
  readonly buffer: WeakRef<GpuBuffer>;
  readonly bytes: number;
}

export class GpuMemory {
  readonly #transport: Transport;
  readonly #encoder: Encoder;
  readonly #held = new Map<number, Held>();
  /** Handles of free buffers by their bytes. */
  readonly #pool = new Map<number, number[]>();
  #lastHandle = 0;
  #madeBytes = 0;
  #madeBuffers = 0;
  /** Bytes of tensors, the most there were, and with those of the pool. */
  allocated = 0;
  allocatedMax = 0;
  reserved = 0;
  /** Share of the memory that may be held: `torch.cuda.set_per_process_memory_fraction`. */
  fraction = 1;

  constructor(transport: Transport, encoder: Encoder) {
    this.#transport = transport;
    this.#encoder = encoder;
  }
  get bytesMax(): number {
    return this.#transport.adapter.memoryBytesMax * this.fraction;
  }

  allocate(wanted: number): GpuBuffer {
    const bytes = Math.max(granularity, Math.ceil(wanted / granularity) * granularity);
    if (
      this.#madeBytes + bytes > Math.max(collectBytesMin, this.allocated / 2) ||
      this.#madeBuffers > collectBuffersMin
    )
      this.collect();
    let handle = this.#pool.get(bytes)?.pop();
    const isStale = handle !== undefined;
    if (handle === undefined) {
      this.#makeRoom(bytes);
      handle = ++this.#lastHandle;
      this.#encoder.create(handle, bytes);
      this.reserved += bytes;
    }
    const buffer = new GpuBuffer(handle, bytes, isStale);
    this.#held.set(handle, { buffer: new WeakRef(buffer), bytes });
    this.#madeBytes += bytes;
    this.#madeBuffers++;
    this.allocated += bytes;
    this.allocatedMax = Math.max(this.allocatedMax, this.allocated);
    return buffer;
  }

  #makeRoom(bytes: number): void {
    const { bindingBytesMax } = this.#transport.adapter;
    if (bytes > bindingBytesMax)
      throw new OutOfMemoryError(
        `CUDA out of memory. Tried to allocate ${sizeText(bytes)}: one tensor has at most ${sizeText(bindingBytesMax)} on this GPU`,
      );
    if (this.reserved + bytes > this.bytesMax) this.collect();
    if (this.reserved + bytes > this.bytesMax) this.emptyPool();
    if (this.reserved + bytes > this.bytesMax)
      throw new OutOfMemoryError(
        `CUDA out of memory. Tried to allocate ${sizeText(bytes)} (GPU 0; ${sizeText(this.bytesMax)} total capacity; ${sizeText(this.allocated)} already allocated)`,
      );
  }

  /** Of a buffer that nobody else holds. */
  free({ handle }: GpuBuffer): void {
    const held = this.#held.get(handle);
    if (!held) return;
    this.#held.delete(handle);
    this.allocated -= held.bytes;
    const list = this.#pool.get(held.bytes);
    if (list) list.push(handle);
    else this.#pool.set(held.bytes, [handle]);
  }
  collect(): void {
    this.#transport.collect?.();
    for (const [handle, { buffer, bytes }] of this.#held)
      if (buffer.deref() === undefined) this.free(new GpuBuffer(handle, bytes, true));
    this.#madeBytes = 0;
    this.#madeBuffers = 0;
  }
  emptyPool(): void {
    for (const [bytes, handles] of this.#pool)
      for (const handle of handles) {
        this.#encoder.free(handle);
        this.reserved -= bytes;
      }
    this.#pool.clear();
  }
}
