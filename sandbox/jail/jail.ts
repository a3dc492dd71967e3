// One jailed process, from its start to its kill, as the supervisor sees it. The supervisor never waits for it to do anything, believes
// nothing it says, and decides from its own clock, its own look at /proc and its own count of bytes.
import { randomInt } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import { deferred } from '../deferred.ts';
import { Down, encodeFrame, type Frame, FrameDecoder, Up } from '../protocol/frame.ts';
import { decodeValue } from '../protocol/value.ts';
import type { GpuClient, GpuSession } from '../gpu/client.ts';
import type { StopReason } from '../status.ts';
import { join } from 'node:path';
import { batchBytesMax } from '#engine/device/webgpu/remote/protocol.ts';
import { type JailFolder, jailFiles, nodeFlags } from './bundle.ts';
import { GpuClock } from './gpu-clock.ts';
import { type Launched, launch } from './launch.ts';
import type { Layers } from './layers.ts';
import { peakOf, usageOf } from './usage.ts';

export interface Limits {
  readonly timeLimitMs: number;
  readonly memoryBytesMax: number;
}

export interface Answer {
  readonly kind: 'result' | 'callback';
  readonly payload: Uint8Array;
  readonly log: string;
}
export interface Stopped {
  readonly kind: 'stopped';
  readonly reason: StopReason;
  readonly detail: string;
  readonly log: string;
}
export type Outcome = Answer | Stopped;

export const logBytesMax = 64 * 1024;
/** Of log in one submission, as characters of UTF-16; the frames themselves are bounded by it too. */
const replyBytesMax = 8 * 2 ** 20;
/** In one test: the judge keeps what its spies were called with. */
const replyBytesTotalMax = 64 * 2 ** 20;
/** In one test: one that calls back without end would keep the judge busy for longer than itself. */
const callbacksMax = 20_000;
/** Waiting costs the candidate no CPU time, so the clock on the wall is more patient than the one of the processor. */
const wallFactor = 3;
/** Time in which the machine let others run does not count, up to this. */
const waitFactor = 20;
const startMsMax = 20_000;
const startingPriority = 10;
/** On a busy machine low priority may mean never. */
const patienceMsMax = 1_000;
/** What the kernel charges to a group and not to a process: page tables, pipes. */
const kernelBytesMax = 16 * 2 ** 20;
/** Of one isolate, typed arrays included. V8 overshoots it; the limit of the challenge is on resident memory and is exact to 10 ms. */
export const heapMib = 128;

export class Jail {
  readonly ready: Promise<boolean>;
  /** Largest resident memory seen while a submission ran. */
  peakBytes = 0;
  private readonly launched: Launched;
  private readonly decoder: FrameDecoder;
  private expectedId: number | null = null;
  private waiting: ((outcome: Outcome) => void) | null = null;
  private stopped: { reason: StopReason; detail: string } | null = null;
  private limits: Limits = { timeLimitMs: startMsMax, memoryBytesMax: 2 ** 40 };
  private baseBytes = 0;
  private baseCpuMs = 0;
  /** Candidate time used in the test that runs now. */
  private wallUsedMs = 0;
  private cpuAtTestMs = 0;
  private waitedAtTestMs = 0;
  private replyBytes = 0;
  private callbacks = 0;
  private readonly gpu: GpuClient | null;
  /** Of the context that is loaded; from its first batch on. */
  private gpuSession: GpuSession | null = null;
  private gpuClock = new GpuClock(0);
  private sentAt = 0;
  private log = '';
  private logTotal = 0;
  private afterUse = false;
  private becameReady = false;
  /** Whose priority was set: of the launcher first, then of what it made. */
  private prioritized: number | undefined;
  private hurried: number | undefined;
  private exited = false;
  private onReady: (ok: boolean) => void = () => {};
  private readonly poller: NodeJS.Timeout;
  private lastCpuMs = 0;
  private lastWaitedMs = 0;

  constructor(
    folder: JailFolder,
    layers: Layers,
    slot: number,
    options: { readonly contextsAhead: number; readonly runner?: string; readonly gpu?: GpuClient | null },
  ) {
    this.gpu = options.gpu?.adapter ? options.gpu : null;
    const { promise, resolve } = deferred<boolean>();
    this.ready = promise;
    this.onReady = resolve;
    const runner = options.runner ?? join(folder.folder, 'runner.cjs');
    this.launched = launch(layers, slot, {
      node: folder.node,
      args: [
        ...nodeFlags,
        runner,
        String(options.contextsAhead),
        String(heapMib),
        JSON.stringify(this.gpu?.adapter ?? null),
      ],
      reads: [runner, ...jailFiles.map((name) => join(folder.folder, name))],
    });
    const { child } = this.launched;
    this.decoder = new FrameDecoder((kind) => this.payloadBytesMax(kind));
    child.on('error', (error) => this.stop('IE', error.message));
    child.stdin?.on('error', () => {});
    child.stdout?.on('data', (chunk: Buffer) => this.read(chunk));
    child.on('exit', (code, signal) => {
      this.exited = true;
      if (this.outOfMemory()) return;
      // V8 may have filled its heap and aborted between two looks.
      if (this.becameReady) this.lookAtPeak();
      // A launcher tells of a signal by its exit code.
      const aborted = (signal !== null || (code ?? 0) >= 128) && this.filledHalf;
      this.stop(this.becameReady ? (aborted ? 'MLE' : 'RE') : 'IE', 'the process ended');
    });
    this.setPriority(startingPriority);
    this.sentAt = performance.now();
    this.poller = setInterval(() => this.look(), 10);
  }

  get pid(): number | undefined {
    return this.launched.pid();
  }
  /** Why it was stopped; null while it runs, and when it was killed after use. */
  get stopReason(): StopReason | null {
    return this.afterUse ? null : (this.stopped?.reason ?? null);
  }
  get alive(): boolean {
    return this.stopped === null;
  }
  /** CPU time since the submission began, ms. */
  get cpuMs(): number {
    this.sample();
    return Math.max(0, this.lastCpuMs - this.baseCpuMs);
  }

  /** Somebody waits for it: it gets ready at full priority. */
  hurry(): void {
    if (this.becameReady || this.hurried === this.pid) return;
    this.hurried = this.pid;
    this.setPriority(0);
  }

  /** From here on the process belongs to a submission; what it used before is not counted. */
  begin(limits: Limits): void {
    this.limits = limits;
    this.setPriority(0);
    const usage = this.pid === undefined ? null : usageOf(this.pid);
    this.baseBytes = usage?.residentBytes ?? 0;
    this.baseCpuMs = usage?.cpuMs ?? 0;
    this.lastCpuMs = this.baseCpuMs;
    this.peakBytes = this.baseBytes;
    this.launched.group?.limitMore(limits.memoryBytesMax + kernelBytesMax);
    this.gpuClock = new GpuClock(limits.timeLimitMs);
    this.beginTest();
  }
  beginTest(): void {
    this.wallUsedMs = 0;
    this.replyBytes = 0;
    this.callbacks = 0;
    this.gpuClock.beginTest();
    this.sample();
    this.cpuAtTestMs = this.lastCpuMs;
    this.waitedAtTestMs = this.lastWaitedMs;
  }

  /** Sends a frame; `settle` gets the one answer, or why there will be none. */
  send(kind: number, payload: Uint8Array, settle: (outcome: Outcome) => void): void {
    if (this.stopped) return settle(this.stoppedOutcome(this.stopped));
    const id = randomInt(2 ** 32 - 1);
    // A context's tensors go with it.
    if (kind === Down.load) this.endGpuSession();
    this.expectedId = id;
    this.waiting = settle;
    this.sentAt = performance.now();
    this.launched.child.stdin?.write(encodeFrame({ id, kind, payload }));
  }

  kill(): Promise<void> {
    if (!this.stopped) this.afterUse = true;
    this.stop('RE', 'killed after use');
    return this.launched.gone;
  }

  private payloadBytesMax(kind: number): number {
    switch (kind) {
      case Up.ready:
      case Up.memory:
      case Up.broken:
        return 0;
      case Up.log:
        return 2 * 4096 + 16;
      case Up.gpu:
        return this.expectedId === null || this.gpu === null || this.gpuClock.isAsked ? 0 : batchBytesMax;
      default:
        return this.expectedId === null ? 0 : replyBytesMax;
    }
  }

  private read(chunk: Uint8Array): void {
    if (this.stopped) return;
    try {
      this.decoder.push(chunk, (frame) => this.take(frame));
      // Nothing may follow an answer: the other side waits now.
      if ((this.expectedId === null || this.gpuClock.isAsked) && !this.stopped && !this.decoder.idle)
        this.stop('RE', 'bytes that nobody asked for');
    } catch (error) {
      this.stop('RE', error instanceof Error ? error.message : 'a broken frame');
    }
  }

  private take(frame: Frame): boolean {
    if (!this.becameReady) {
      if (frame.kind !== Up.ready) return this.refuse('spoke before it was ready');
      this.becameReady = true;
      // What it uses is counted from what its process uses now: of the launcher's that would be all that Node needs.
      void this.launched.named.then(() => this.onReady(this.stopped === null));
      return true;
    }
    if (this.expectedId === null || frame.id !== this.expectedId) return this.refuse('an answer that nobody asked for');
    if (this.gpuClock.isAsked) return this.refuse('spoke before the GPU had answered');
    switch (frame.kind) {
      case Up.gpu:
        return this.askGpu(frame);
      case Up.log:
        return this.takeLog(frame.payload);
      case Up.memory:
        // It says so, and our own measurements must agree.
        this.lookAtPeak();
        return this.refuse('its heap was full', this.filledHalf ? 'MLE' : 'RE');
      case Up.broken:
        return this.refuse('nothing more can be asked of it');
      case Up.result:
        return this.answer('result', frame.payload);
      case Up.callback:
        return this.answer('callback', frame.payload);
      default:
        return this.refuse(`a frame of kind ${frame.kind}`);
    }
  }

  private answer(kind: 'result' | 'callback', payload: Uint8Array): boolean {
    this.replyBytes += payload.length;
    if (this.replyBytes > replyBytesTotalMax) return this.refuse('gave back too much');
    if (kind === 'callback' && ++this.callbacks > callbacksMax) return this.refuse('called back without end', 'TLE');
    const settle = this.waiting;
    this.expectedId = null;
    this.waiting = null;
    this.wallUsedMs += performance.now() - this.sentAt;
    settle?.({ kind, payload, log: this.takenLog() });
    return true;
  }

  /** Hands a batch of commands to the broker, which checks it, and its answer back. */
  private askGpu({ id, payload }: Frame): boolean {
    if (this.gpu === null) return this.refuse('commands for a GPU that is not there');
    this.gpuSession ??= this.gpu.open();
    this.gpuClock.ask(performance.now());
    this.gpuSession.exchange(payload).then(
      (answer) => {
        if (this.stopped) return;
        this.gpuClock.answered(performance.now());
        this.launched.child.stdin?.write(encodeFrame({ id, kind: Down.gpuAnswer, payload: answer }));
      },
      (error: unknown) => this.stop('IE', error instanceof Error ? error.message : 'the GPU was lost'),
    );
    return true;
  }
  private endGpuSession(): void {
    this.gpuSession?.end();
    this.gpuSession = null;
    this.gpuClock.answered(performance.now());
  }

  private takeLog(payload: Uint8Array): boolean {
    const text = decodeValue(payload);
    if (typeof text !== 'string') return this.refuse('a log that is no text');
    this.logTotal += text.length;
    if (this.logTotal > logBytesMax) return this.refuse(`more than ${logBytesMax} characters of output`, 'OLE');
    this.log += text;
    return true;
  }
  private takenLog(): string {
    const log = this.log;
    this.log = '';
    return log;
  }

  /** Whether the kernel killed in it because memory was at its limit. */
  private outOfMemory(): boolean {
    if (!this.becameReady || (this.launched.group?.oomKills() ?? 0) === 0) return false;
    this.stop('MLE', 'memory over the limit');
    return true;
  }

  private refuse(detail: string, reason: StopReason = 'RE'): false {
    this.stop(reason, detail);
    return false;
  }

  /** Every 10 ms: how much it has used, and whether that is too much. */
  private look(): void {
    if (this.stopped) return;
    this.sample();
    if (!this.becameReady) {
      const tookMs = performance.now() - this.sentAt;
      if (tookMs > patienceMsMax || this.hurried !== undefined) this.hurry();
      else if (this.pid !== this.prioritized) this.setPriority(startingPriority);
      if (tookMs > startMsMax) this.stop('IE', 'did not get ready');
      return;
    }
    if (this.peakBytes - this.baseBytes > this.limits.memoryBytesMax)
      return this.stop('MLE', 'resident memory over the limit');
    if (this.expectedId === null) return;
    const now = performance.now();
    const wallMs = this.wallUsedMs + now - this.sentAt;
    if (this.lastCpuMs - this.cpuAtTestMs > this.limits.timeLimitMs)
      return this.stop(this.outOfTime(), 'CPU time over the limit');
    const waitedMs = this.lastWaitedMs - this.waitedAtTestMs;
    if (this.gpuClock.isOver(now)) return this.stop('TLE', 'GPU time over the limit');
    if (
      wallMs - waitedMs - this.gpuClock.usedMs(now) > this.limits.timeLimitMs * wallFactor ||
      wallMs > this.limits.timeLimitMs * waitFactor
    )
      this.stop(this.outOfTime(), 'time over the limit');
  }

  /** Filling memory is slow (V8 collects garbage again and again), so the clock may ring first: having held half of what it may, that was it. */
  private outOfTime(): StopReason {
    return this.filledHalf ? 'MLE' : 'TLE';
  }

  /** What the kernel saw between two looks of ours. */
  private lookAtPeak(): void {
    const ofGroup = this.baseBytes + (this.launched.group?.grewBytes() ?? 0);
    this.peakBytes = Math.max(this.peakBytes, ofGroup, this.pid === undefined || this.exited ? 0 : peakOf(this.pid));
  }

  /** V8 aborts the process when some allocations fail (a growing Map is one): seen from here, a signal after its heap had filled. */
  private get filledHalf(): boolean {
    return this.peakBytes - this.baseBytes > Math.min(this.limits.memoryBytesMax, heapMib * 2 ** 20) / 2;
  }

  private sample(): void {
    if (this.pid === undefined || this.exited) return;
    // A process that waits for us does nothing: looking at every idle one of the pool would cost more than it tells.
    if (this.becameReady && this.expectedId === null && this.baseBytes === 0) return;
    const usage = usageOf(this.pid);
    if (usage === null) return;
    this.lastCpuMs = usage.cpuMs;
    this.lastWaitedMs = usage.waitedMs;
    this.peakBytes = Math.max(this.peakBytes, usage.residentBytes);
  }

  private stop(reason: StopReason, detail: string): void {
    if (this.stopped) return;
    this.stopped = { reason, detail };
    clearInterval(this.poller);
    this.endGpuSession();
    this.launched.kill();
    this.onReady(false);
    const settle = this.waiting;
    this.waiting = null;
    this.expectedId = null;
    settle?.(this.stoppedOutcome(this.stopped));
  }
  private stoppedOutcome({ reason, detail }: { reason: StopReason; detail: string }): Stopped {
    return { kind: 'stopped', reason, detail, log: this.takenLog() };
  }

  /** Getting ready must not slow down what is being graded. Only root may take it back, so only root lowers it. */
  private setPriority(priority: number): void {
    if (this.pid === undefined || process.getuid?.() !== 0) return;
    this.prioritized = this.pid;
    try {
      // Where the kernel shares the processor between sessions first, a process's own priority counts only within its session.
      if (existsSync('/proc/self/autogroup')) writeFileSync(`/proc/${this.pid}/autogroup`, String(priority));
      else setPriority(this.pid, priority);
    } catch {
      // It has ended already, which `exit` will tell.
    }
  }
}
