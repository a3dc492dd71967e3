// A judge thread's line to one jailed process: writes a frame, blocks for the answer, believes nothing. How large a frame may be is
// settled before it is read, and whatever was not asked for ends the process.
import { randomInt } from 'node:crypto';
import { readSync, writeSync } from 'node:fs';
import { batchBytesMax } from '#engine/device/webgpu/remote/protocol.ts';
import { Down, encodeFrame, type Frame, FrameDecoder, FrameError, Up } from '../protocol/frame.ts';
import { decodeValue, ValueError } from '../protocol/value.ts';
import type { StopReason } from '../status.ts';
import type { AskClock } from './ask-clock.ts';

export interface Answer {
  readonly kind: 'result' | 'callback';
  readonly payload: Uint8Array;
}

/** Descriptors of the pipes, and whether there is a GPU that may be asked. */
export interface LineEnds {
  readonly to: number;
  readonly from: number;
  readonly gpu: boolean;
}

/** What the process is ended for. `memory` is its own claim, and `gone` says that it reads no more: why, whoever watches it must tell. */
export interface End {
  readonly reason: StopReason | 'memory' | 'gone';
  readonly detail: string;
}

/** The rest of the judge. */
export interface Exchange {
  /** Passes a batch of commands on and blocks for its answer; throws when the process was stopped meanwhile. */
  askGpu(batch: Uint8Array): Uint8Array;
  /** Ends the process, or learns why it was ended. */
  end(end: End): never;
}

/** In one submission, as characters of UTF-16; the frames themselves are bounded by it too. */
export const logBytesMax = 64 * 1024;
const replyBytesMax = 8 * 2 ** 20;
/** In one test: the judge keeps what its spies were called with. */
const replyBytesTotalMax = 64 * 2 ** 20;
/** In one test: one that calls back without end would keep the judge busy for longer than itself. */
const callbacksMax = 20_000;

const chunk = Buffer.allocUnsafeSlow(64 * 1024);

export class Line {
  readonly #ends: LineEnds;
  readonly #clock: AskClock;
  readonly #exchange: Exchange;
  readonly #decoder: FrameDecoder;
  #id = 0;
  #frame: Frame | null = null;
  #replyBytes = 0;
  #callbacks = 0;
  #log = '';
  #logTotal = 0;

  constructor(ends: LineEnds, clock: AskClock, exchange: Exchange) {
    this.#ends = ends;
    this.#clock = clock;
    this.#exchange = exchange;
    this.#decoder = new FrameDecoder((kind) => this.#payloadBytesMax(kind));
  }

  beginTest(): void {
    this.#replyBytes = 0;
    this.#callbacks = 0;
    this.#clock.beginTest();
  }

  /** The one answer to a frame; `end` throws where there is none. */
  ask(kind: number, payload: Uint8Array): Answer {
    this.#id = randomInt(2 ** 32 - 1);
    this.#clock.asked();
    this.#write(kind, payload);
    for (;;) {
      const frame = this.#read();
      switch (frame.kind) {
        case Up.gpu:
          this.#write(Down.gpuAnswer, this.#exchange.askGpu(frame.payload));
          break;
        case Up.result:
        case Up.callback:
          return this.#answer(frame.kind === Up.result ? 'result' : 'callback', frame.payload);
        case Up.memory:
          return this.#exchange.end({ reason: 'memory', detail: 'its heap was full' });
        case Up.broken:
          return this.#refuse('nothing more can be asked of it');
        default:
          return this.#refuse(`a frame of kind ${frame.kind}`);
      }
    }
  }

  takeLog(): string {
    const log = this.#log;
    this.#log = '';
    return log;
  }

  #answer(kind: Answer['kind'], payload: Uint8Array): Answer {
    this.#clock.answered();
    this.#replyBytes += payload.length;
    if (this.#replyBytes > replyBytesTotalMax) this.#refuse('gave back too much');
    if (kind === 'callback' && ++this.#callbacks > callbacksMax) this.#refuse('called back without end', 'TLE');
    return { kind, payload };
  }

  #takeLog(payload: Uint8Array): void {
    let text: unknown;
    try {
      text = decodeValue(payload);
    } catch (error) {
      if (!(error instanceof ValueError)) throw error;
    }
    if (typeof text !== 'string') return this.#refuse('a log that is no text');
    this.#logTotal += text.length;
    if (this.#logTotal > logBytesMax) this.#refuse(`more than ${logBytesMax} characters of output`, 'OLE');
    this.#log += text;
  }

  #payloadBytesMax(kind: number): number {
    if (this.#frame !== null) return 0;
    switch (kind) {
      case Up.ready:
      case Up.memory:
      case Up.broken:
        return 0;
      case Up.log:
        return 2 * 4096 + 16;
      case Up.gpu:
        return this.#ends.gpu ? batchBytesMax : 0;
      default:
        return replyBytesMax;
    }
  }

  #refuse(detail: string, reason: StopReason = 'RE'): never {
    return this.#exchange.end({ reason, detail });
  }
  #gone(): never {
    return this.#exchange.end({ reason: 'gone', detail: 'the process ended' });
  }

  #write(kind: number, payload: Uint8Array): void {
    const frame = encodeFrame({ id: this.#id, kind, payload });
    try {
      for (let at = 0; at < frame.length; ) at += writeSync(this.#ends.to, frame, at);
    } catch {
      // Nobody reads any more.
      this.#gone();
    }
  }

  /** The next frame that is no log. Nothing may follow it: the other side waits now. */
  #read(): Frame {
    this.#frame = null;
    for (;;) {
      const count = readSync(this.#ends.from, chunk);
      if (count === 0 || this.#clock.stopped) this.#gone();
      try {
        this.#decoder.push(chunk.subarray(0, count), (frame) => this.#take(frame));
      } catch (error) {
        if (!(error instanceof FrameError)) throw error;
        this.#refuse(error.message);
      }
      if (this.#frame === null) continue;
      return this.#decoder.idle ? this.#frame : this.#refuse('bytes that nobody asked for');
    }
  }

  #take(frame: Frame): boolean {
    if (this.#frame !== null || frame.id !== this.#id) return this.#refuse('an answer that nobody asked for');
    if (frame.kind === Up.log) this.#takeLog(frame.payload);
    else this.#frame = frame;
    return true;
  }
}
