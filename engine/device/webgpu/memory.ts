// GPU memory: buffers of exact sizes, reused from a pool. A buffer is free when the last tensor that holds it is collected.
// No finalizer runs inside a synchronous training loop, so after so many bytes the host is asked to collect garbage (where it
// can) and to say which buffers are gone. Order makes reuse safe: commands run as they were recorded.
import { OutOfMemoryError, sizeText } from '../device.ts';
import type { AdapterDescription } from './transport.ts';
import type { Watch } from './watch.ts';

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
/** Bytes and buffers taken since the last collection from which the next is worth its milliseconds. */
const collectBytesMin = 64 * 2 ** 20;
/**
 * Of buffers, the first collections come early, each after twice as many: a buffer that is used for the first time costs the driver as much
 * as three launches, so that a short run gains by using some again, and a long one by collecting rarely.
 */
const collectBuffersFirst = 512;
const collectBuffersMax = 4096;

/** A buffer's token lives as long as it does, and is nobody else's to see. */
const tokens = new WeakMap<GpuBuffer, object>();

/** What is told of buffers, in order with everything else that is recorded. */
interface Recorder {
  create(handle: number, bytes: number): void;
  free(handle: number): void;
  /** The buffer belongs to another tensor from here on. */
  renew?(handle: number): void;
}

export class GpuMemory {
  readonly #adapter: AdapterDescription;
  readonly #recorder: Recorder;
  readonly #watch: Watch;
  /** Bytes of the buffers that tensors hold, by handle. */
  readonly #held = new Map<number, number>();
  /** Handles of free buffers by their bytes. */
  readonly #pool = new Map<number, number[]>();
  #lastHandle = 0;
  #madeBytes = 0;
  #madeBuffers = 0;
  #collectBuffers = collectBuffersFirst;
  /** Bytes of tensors, the most there were, and with those of the pool. */
  allocated = 0;
  allocatedMax = 0;
  reserved = 0;
  /** Share of the memory that may be held: `torch.cuda.set_per_process_memory_fraction`. */
  fraction = 1;

  constructor(adapter: AdapterDescription, recorder: Recorder, watch: Watch) {
    this.#adapter = adapter;
    this.#recorder = recorder;
    this.#watch = watch;
  }
  get bytesMax(): number {
    return this.#adapter.memoryBytesMax * this.fraction;
  }

  allocate(wanted: number): GpuBuffer {
    const bytes = Math.max(granularity, Math.ceil(wanted / granularity) * granularity);
    if (
      this.#madeBytes + bytes > Math.max(collectBytesMin, this.allocated / 2) ||
      this.#madeBuffers > this.#collectBuffers
    ) {
      this.collect();
      this.#collectBuffers = Math.min(collectBuffersMax, this.#collectBuffers * 2);
    }
    let handle = this.#pool.get(bytes)?.pop();
    const isStale = handle !== undefined;
    if (handle === undefined) {
      this.#makeRoom(bytes);
      handle = ++this.#lastHandle;
      this.#recorder.create(handle, bytes);
      this.reserved += bytes;
    } else this.#recorder.renew?.(handle);
    const buffer = new GpuBuffer(handle, bytes, isStale);
    tokens.set(buffer, this.#watch.over(handle));
    this.#held.set(handle, bytes);
    this.#madeBytes += bytes;
    this.#madeBuffers++;
    this.allocated += bytes;
    this.allocatedMax = Math.max(this.allocatedMax, this.allocated);
    return buffer;
  }

  #makeRoom(bytes: number): void {
    const { bindingBytesMax } = this.#adapter;
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
    this.#watch.forget(handle);
    this.#freed(handle);
  }
  /** The same, and its memory goes back at once. */
  destroy(buffer: GpuBuffer): void {
    this.free(buffer);
    const list = this.#pool.get(buffer.bytes);
    if (list?.at(-1) !== buffer.handle) return;
    list.pop();
    this.#recorder.free(buffer.handle);
    this.reserved -= buffer.bytes;
  }
  #freed(handle: number): void {
    const bytes = this.#held.get(handle);
    if (bytes === undefined) return;
    this.#held.delete(handle);
    this.allocated -= bytes;
    const list = this.#pool.get(bytes);
    if (list) list.push(handle);
    else this.#pool.set(bytes, [handle]);
  }
  collect(): void {
    for (const handle of this.#watch.gone()) this.#freed(handle);
    this.#madeBytes = 0;
    this.#madeBuffers = 0;
  }
  emptyPool(): void {
    for (const [bytes, handles] of this.#pool)
      for (const handle of handles) {
        this.#recorder.free(handle);
        this.reserved -= bytes;
      }
    this.#pool.clear();
  }
}
