// Frames on the pipe between supervisor and jailed process: u32 length of what follows, u32 id, u8 kind, payload; little-endian.
// The supervisor draws a random id for each frame it sends; an answer must carry the id of the last one.

export const headerBytes = 9;

/** Judge to jail. */
export const Down = { load: 1, request: 2, callbackReply: 3, gpuAnswer: 4 } as const;
/** Jail to judge. `ready` is unasked for once, after the start; `log` may come while an answer is outstanding, `memory` and `broken` instead of it; `gpu` is a question of its own in between. */
export const Up = { ready: 16, result: 17, callback: 18, log: 19, memory: 20, broken: 21, gpu: 22 } as const;

/** What a jailed process ends with whose heap is full. */
export const memoryExitCode = 112;

export interface Frame {
  readonly id: number;
  readonly kind: number;
  readonly payload: Uint8Array;
}

export function encodeFrame({ id, kind, payload }: Frame): Uint8Array {
  const bytes = new Uint8Array(headerBytes + payload.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, payload.length + 5, true);
  view.setUint32(4, id, true);
  view.setUint8(8, kind);
  bytes.set(payload, headerBytes);
  return bytes;
}

export class FrameError extends Error {
  override readonly name = 'FrameError';
}

/**
 * Cuts a byte stream into frames. The largest acceptable payload is asked for when a header is complete, before any memory is taken
 * for what it announces; a frame that claims more ends the stream with FrameError.
 */
export class FrameDecoder {
  private readonly header = new Uint8Array(headerBytes);
  private headerFilled = 0;
  private payload: Uint8Array | null = null;
  private payloadFilled = 0;
  private readonly payloadBytesMax: (kind: number) => number;

  constructor(payloadBytesMax: (kind: number) => number) {
    this.payloadBytesMax = payloadBytesMax;
  }

  /** Hands out each frame as it is complete; stops when `onFrame` says false. */
  push(chunk: Uint8Array, onFrame: (frame: Frame) => boolean): void {
    let at = 0;
    while (at < chunk.length || this.payload?.length === 0) {
      if (this.payload === null) {
        const count = Math.min(headerBytes - this.headerFilled, chunk.length - at);
        this.header.set(chunk.subarray(at, at + count), this.headerFilled);
        this.headerFilled += count;
        at += count;
        if (this.headerFilled < headerBytes) return;
        this.payload = this.open();
        this.payloadFilled = 0;
      }
      const count = Math.min(this.payload.length - this.payloadFilled, chunk.length - at);
      this.payload.set(chunk.subarray(at, at + count), this.payloadFilled);
      this.payloadFilled += count;
      at += count;
      if (this.payloadFilled < this.payload.length) return;
      const view = new DataView(this.header.buffer);
      const frame = { id: view.getUint32(4, true), kind: view.getUint8(8), payload: this.payload };
      this.payload = null;
      this.headerFilled = 0;
      if (!onFrame(frame)) return;
    }
  }

  /** Whether the stream stands between two frames. */
  get idle(): boolean {
    return this.payload === null && this.headerFilled === 0;
  }

  private open(): Uint8Array {
    const view = new DataView(this.header.buffer);
    const length = view.getUint32(0, true);
    const kind = view.getUint8(8);
    if (length < 5) throw new FrameError(`a frame of ${length} bytes has no header`);
    const bound = this.payloadBytesMax(kind);
    if (length - 5 > bound)
      throw new FrameError(`a frame of kind ${kind} announces ${length - 5} bytes, at most ${bound} are due`);
    return new Uint8Array(length - 5);
  }
}
