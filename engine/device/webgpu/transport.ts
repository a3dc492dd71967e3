// How the engine speaks to whatever owns the GPU: batches of commands, 32-bit words, in a fixed order. The engine's side
// (encoder.ts, webgpu.ts) uses no host API; the other side is executor.ts, in a worker, another process or a browser.

export interface AdapterDescription {
  readonly name: string;
  /** Runs on the processor: right, not fast. */
  readonly isSoftware: boolean;
  /** Whether marks are the GPU's own clock; else they are the host's, when it hears that the GPU has come so far. */
  readonly hasClock: boolean;
  /** Bytes of the largest memory a kernel can see, and of all memory this engine may hold. */
  readonly bindingBytesMax: number;
  readonly memoryBytesMax: number;
}

export interface Transport {
  readonly adapter: AdapterDescription;
  /**
   * Executes a batch after all earlier ones and returns what its READ commands read, one after another. May return before
   * the batch is done when nothing is to be read. Throws what went wrong in this batch or an earlier one.
   */
  exchange(batch: Uint8Array<ArrayBuffer>, replyBytes: number): Uint8Array<ArrayBuffer>;
  /** Collects garbage now and lets WeakRefs show it, where the host can: in a synchronous loop nothing else would. */
  collect?(): void;
}

/** The first word of a command. Handles are numbers that the engine's side chooses; handle 0 is the status (see Status). */
export const Command = {
  /** handle, bytes: zeros */
  create: 1,
  /** handle */
  free: 2,
  /** handle: zeros again */
  clear: 3,
  /** handle, byte offset, bytes, then the data */
  write: 4,
  /** handle, bytes of text, then WGSL in UTF-8, padded to words */
  pipeline: 5,
  /** pipeline, workgroups x, y, z, count of buffers, their handles, count of parameter words, the words */
  dispatch: 6,
  /** handle, byte offset, bytes */
  read: 7,
  /** slot below marksMax: the GPU's clock, nanoseconds in 64 bits, into the slot of marksHandle */
  mark: 8,
} as const;

/** Words that a kernel writes when an index is out of range: 1, the index, the size it had to be below. */
export const statusHandle = 0;
export const statusBytes = 16;
/** Only to be read: eight bytes for each slot. */
export const marksHandle = 0xffffffff;
export const marksMax = 4096;
/** Words of a batch, and bytes of one READ or WRITE, that every transport takes. */
export const batchWordsMax = 1 << 20;
export const transferBytesMax = 1 << 21;
