// One jailed process, from its start to its kill, as the supervisor sees it. The supervisor never waits for it to do anything, and decides
// from its own clock, its own look at /proc and its own count of bytes. What is said on its pipes is a judge thread's to read, once it has
// said that it is ready.
import { existsSync, writeFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import { Socket } from 'node:net';
import { deferred } from '../deferred.ts';
import { FrameDecoder, memoryExitCode, Up } from '../protocol/frame.ts';
import type { GpuClient, GpuSession } from '../gpu/client.ts';
import type { StopReason } from '../status.ts';
import { join } from 'node:path';
import { type JailFolder, jailFiles, nodeFlags } from './bundle.ts';
import { GpuClock } from './gpu-clock.ts';
import type { Ended, Launched } from './launch.ts';
import type { Launcher } from './launcher.ts';
import type { Layers } from './layers.ts';
import type { AskClock } from './ask-clock.ts';
import type { End, LineEnds } from './line.ts';
import type { Pipes } from './pipes.ts';
import { peakOf, usageOf } from './usage.ts';

export interface Limits {
  readonly timeLimitMs: number;
  readonly memoryBytesMax: number;
}

/** Why a jailed process was ended. */
export interface Stopped {
  readonly kind: 'stopped';
  readonly reason: StopReason;
  readonly detail: string;
}
export interface GpuAnswer {
  readonly kind: 'gpu';
  readonly payload: Uint8Array;
}

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
  private readonly pipes: Pipes;
  /** Of the submission it was given to. */
  private clock: AskClock | null = null;
  private waiting: ((outcome: GpuAnswer | Stopped) => void) | null = null;
  private stopped: { reason: StopReason; detail: string } | null = null;
  private limits: Limits = { timeLimitMs: startMsMax, memoryBytesMax: 2 ** 40 };
  private baseBytes = 0;
  private baseCpuMs = 0;
  /** Tests that had begun at the last look, and what had been used by then. */
  private testsSeen = 0;
  private cpuAtTestMs = 0;
  private waitedAtTestMs = 0;
  private readonly gpu: GpuClient | null;
  /** Of the context that is loaded; from its first batch on. */
  private gpuSession: GpuSession | null = null;
  private gpuClock = new GpuClock(0);
  private readonly startedAt = performance.now();
  private afterUse = false;
  private becameReady = false;
  /** Getting ready must not slow down what is being graded. */
  private priority = startingPriority;
  /** Whose it was set to last: the launcher first, then what it made. */
  private prioritized: { readonly pid: number; readonly priority: number } | null = null;
  private exited = false;
  private onReady: (ok: boolean) => void = () => {};
  private readonly poller: NodeJS.Timeout;
  private lastCpuMs = 0;
  private lastWaitedMs = 0;

  constructor(
    folder: JailFolder,
    layers: Layers,
    slot: number,
    options: {
      readonly contextsAhead: number;
      readonly launcher: Launcher;
      readonly pipes: Pipes;
      readonly runner?: string;
      readonly gpu?: GpuClient | null;
    },
  ) {
    this.gpu = options.gpu?.adapter ? options.gpu : null;
    const { promise, resolve } = deferred<boolean>();
    this.ready = promise;
    this.onReady = resolve;
    const runner = options.runner ?? join(folder.folder, 'runner.cjs');
    this.pipes = options.pipes;
    const program = {
      node: folder.node,
      args: [
        ...nodeFlags,
        runner,
        String(options.contextsAhead),
        String(heapMib),
        JSON.stringify(this.gpu?.adapter ?? null),
      ],
      reads: [runner, ...jailFiles.map((name) => join(folder.folder, name))],
    };
    const voice = new Socket({ fd: this.pipes.fromReady, readable: true, writable: false });
    try {
      this.launched = options.launcher.launch(layers, slot, program, this.pipes.child);
    } catch (error) {
      voice.destroy();
      this.pipes.closeChildEnds();
      this.pipes.close();
      throw error;
    }
    void this.launched.named.then(() => this.pipes.closeChildEnds());
    void this.launched.ended.then((end) => this.ended(end));
    this.awaitReady(voice);
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
    this.priority = 0;
    this.prioritize();
  }

  /** From here on the process belongs to a submission, whose judge thread keeps `clock`; what it used before is not counted. */
  begin(limits: Limits, clock: AskClock): LineEnds {
    this.limits = limits;
    this.clock = clock;
    if (this.stopped) clock.stop();
    this.hurry();
    const usage = this.pid === undefined ? null : usageOf(this.pid);
    this.baseBytes = usage?.residentBytes ?? 0;
    this.baseCpuMs = usage?.cpuMs ?? 0;
    this.lastCpuMs = this.baseCpuMs;
    this.peakBytes = this.baseBytes;
    this.launched.group?.limitMore(limits.memoryBytesMax + kernelBytesMax);
    this.gpuClock = new GpuClock(limits.timeLimitMs);
    return { to: this.pipes.to, from: this.pipes.from, gpu: this.gpu !== null };
  }

  /** Hands a batch of commands to the broker, which checks it; `settle` gets its answer, or why there will be none. */
  askGpu(batch: Uint8Array, settle: (outcome: GpuAnswer | Stopped) => void): void {
    this.noticeTest();
    if (this.stopped) return settle(this.stoppedOutcome(this.stopped));
    if (this.gpu === null) return this.end({ reason: 'RE', detail: 'commands for a GPU that is not there' }, settle);
    this.gpuSession ??= this.gpu.open();
    this.gpuClock.ask(performance.now());
    this.waiting = settle;
    this.gpuSession.exchange(batch).then(
      (payload) => {
        if (this.stopped) return;
        this.gpuClock.answered(performance.now());
        this.waiting = null;
        settle({ kind: 'gpu', payload });
      },
      (error: unknown) => this.stop('IE', error instanceof Error ? error.message : 'the GPU was lost'),
    );
  }
  endGpuSession(): void {
    this.gpuSession?.end();
    this.gpuSession = null;
    this.gpuClock.answered(performance.now());
  }

  /** A judge thread will not go on with it. `settle` gets why it was ended: for that, or for what had happened before. */
  end({ reason, detail }: End, settle: (outcome: GpuAnswer | Stopped) => void): void {
    this.waiting = settle;
    if (reason === 'gone' && !this.stopped) return this.launched.kill();
    if (reason === 'memory') this.lookAtPeak();
    const confirmed = reason === 'memory' ? (this.filledHalf ? 'MLE' : 'RE') : reason;
    if (confirmed !== 'gone') this.stop(confirmed, detail);
    this.settleStopped();
  }

  /** Resolves when it is gone and, once `user` has let go of them, its pipes are closed. */
  async kill(user: Promise<void> = Promise.resolve()): Promise<void> {
    if (!this.stopped) this.afterUse = true;
    this.stop('RE', 'killed after use');
    await Promise.all([this.launched.gone, user]);
    this.pipes.close();
  }

  private ended({ code, signal, error }: Ended): void {
    this.exited = true;
    if (error !== null) return this.stop('IE', error);
    if (this.outOfMemory()) return;
    // V8 may have filled its heap and aborted between two looks.
    if (this.becameReady) this.lookAtPeak();
    // A launcher tells of a signal by its exit code.
    const aborted = (signal !== null || (code ?? 0) >= 128 || code === memoryExitCode) && this.filledHalf;
    this.stop(this.becameReady ? (aborted ? 'MLE' : 'RE') : 'IE', 'the process ended');
  }

  /** The one thing it says unasked. */
  private awaitReady(voice: Socket): void {
    const decoder = new FrameDecoder(() => 0);
    const fail = (detail: string): void => this.stop('IE', detail);
    voice.on('error', (error) => fail(error.message));
    voice.on('data', (bytes) => {
      if (this.becameReady || this.stopped) return;
      try {
        decoder.push(bytes, ({ kind }) => {
          this.becameReady = kind === Up.ready;
          return false;
        });
      } catch (error) {
        return fail(error instanceof Error ? error.message : 'a broken frame');
      }
      if (!this.becameReady) return decoder.idle ? fail('spoke before it was ready') : undefined;
      voice.destroy();
      // What it uses is counted from what its process uses now: of the launcher's that would be all that Node needs.
      void this.launched.named.then(() => this.onReady(this.stopped === null));
    });
    void this.launched.gone.then(() => voice.destroy());
  }

  /** Whether the kernel killed in it because memory was at its limit. */
  private outOfMemory(): boolean {
    if (!this.becameReady || (this.launched.group?.oomKills() ?? 0) === 0) return false;
    this.stop('MLE', 'memory over the limit');
    return true;
  }

  /** Every 10 ms: how much it has used, and whether that is too much. */
  private look(): void {
    if (this.stopped) return;
    this.sample();
    if (!this.becameReady) {
      const tookMs = performance.now() - this.startedAt;
      if (tookMs > patienceMsMax) this.priority = 0;
      this.prioritize();
      if (tookMs > startMsMax) this.stop('IE', 'did not get ready');
      return;
    }
    if (this.peakBytes - this.baseBytes > this.limits.memoryBytesMax)
      return this.stop('MLE', 'resident memory over the limit');
    this.noticeTest();
    if (!this.clock?.isCandidatesTurn) return;
    const now = performance.now();
    const wallMs = this.clock.candidateMs();
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

  /** A test has begun: what is used counts from here on, as the last look saw it. */
  private noticeTest(): void {
    if (this.clock === null || this.clock.tests === this.testsSeen) return;
    this.testsSeen = this.clock.tests;
    this.gpuClock.beginTest();
    this.cpuAtTestMs = this.lastCpuMs;
    this.waitedAtTestMs = this.lastWaitedMs;
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
    if (this.becameReady && this.clock === null) return;
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
    this.clock?.stop();
    this.pipes.wake();
    this.settleStopped();
  }
  private settleStopped(): void {
    const settle = this.waiting;
    this.waiting = null;
    if (this.stopped) settle?.(this.stoppedOutcome(this.stopped));
  }
  private stoppedOutcome({ reason, detail }: { reason: StopReason; detail: string }): Stopped {
    return { kind: 'stopped', reason, detail };
  }

  /** Only root may take a low priority back, so only root lowers it. */
  private prioritize(): void {
    const { pid, priority } = this;
    if (pid === undefined || process.getuid?.() !== 0) return;
    if (this.prioritized?.pid === pid && this.prioritized.priority === priority) return;
    this.prioritized = { pid, priority };
    try {
      // Where the kernel shares the processor between sessions first, a process's own priority counts only within its session.
      if (existsSync('/proc/self/autogroup')) writeFileSync(`/proc/${pid}/autogroup`, String(priority));
      else setPriority(pid, priority);
    } catch {
      // It has ended already, which will be told.
    }
  }
}
