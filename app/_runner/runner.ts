// Runs compiled programs in workers of this browser, one worker a program. The page owns the clock: what takes too long, prints too
// much or is told to stop is ended with its worker.
import { type FromWorker, fromWorkerSchema } from '#sandbox/browser/messages.ts';
import { type SharedMemory, sharedMemory } from '#engine/device/webgpu/shared-memory.ts';
import type { GpuWorkerData } from '#engine/device/webgpu/browser-worker.ts';
import { deferred } from '#sandbox/deferred.ts';
import { engineUrl } from './engine-url.ts';
import { type Prepared, prepared, send } from './prepared.ts';

type Done = Extract<FromWorker, { type: 'done' }>;
export type Heard = Extract<FromWorker, { type: 'gpu' | 'log' | 'graph' | 'curve' }>;

/** How a run ended. */
export type RunEnd =
  | { readonly kind: 'done'; readonly threw: Done['threw']; readonly last: Done['last']; readonly ms: number }
  | { readonly kind: 'stopped' | 'too-long' | 'too-much' | 'broken'; readonly ms: number };

export interface Run {
  readonly ended: Promise<RunEnd>;
  stop(): void;
}
export interface RunOptions {
  readonly code: string;
  readonly seed: number;
  /** Whether it may use the GPU of this machine; one that the processor only plays is for tests. */
  readonly gpu: 'none' | 'real' | 'any';
  readonly timeLimitMs: number;
  /** The engine is there, and its time runs. */
  onBegun(): void;
  /** What the program prints and draws, as it comes. */
  onHeard(heard: Heard): void;
}

export class Runner {
  #next: Prepared | null = null;

  /** Starts the next program's worker ahead, so that it runs at once. */
  prepare(): void {
    this.#next ??= prepared();
  }

  run({ code, seed, gpu, timeLimitMs, onBegun, onHeard }: RunOptions): Run {
    const { worker, ready } = this.#next ?? prepared();
    this.#next = null;
    const lent = gpu === 'none' || !hasGpu() ? null : lendGpu(gpu === 'any');
    const { promise: ended, resolve } = deferred<RunEnd>();
    let startedAt = performance.now();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ms = () => performance.now() - startedAt;
    const end = (how: RunEnd): void => {
      clearTimeout(timer);
      worker.terminate();
      lent?.worker.terminate();
      resolve(how);
    };
    worker.onerror = () => end({ kind: 'broken', ms: ms() });
    worker.onmessage = ({ data }) => {
      const parsed = fromWorkerSchema.safeParse(data);
      if (!parsed.success) return end({ kind: 'broken', ms: ms() });
      const message = parsed.data;
      switch (message.type) {
        case 'done':
          return end({ kind: 'done', threw: message.threw, last: message.last, ms: ms() });
        case 'flooded':
          return end({ kind: 'too-much', ms: ms() });
        case 'gpu':
        case 'log':
        case 'graph':
        case 'curve':
          return onHeard(message);
        case 'ready':
        case 'test':
        case 'judged':
          return;
        default:
          message satisfies never;
      }
    };
    ready.then(
      () => {
        // Its time begins when it does: a slow network is not the program's.
        startedAt = performance.now();
        timer = setTimeout(() => end({ kind: 'too-long', ms: ms() }), timeLimitMs);
        onBegun();
        send(worker, { type: 'play', code, seed, gpu: lent?.memory ?? null });
      },
      () => end({ kind: 'broken', ms: ms() }),
    );
    return { ended, stop: () => end({ kind: 'stopped', ms: ms() }) };
  }

  close(): void {
    this.#next?.worker.terminate();
    this.#next = null;
  }
}

/** WebGPU, and memory that workers share, which only a page that is isolated from others has. */
const hasGpu = (): boolean => 'gpu' in navigator && crossOriginIsolated;

/** A worker that owns the GPU for one program, and with it all that the program leaves there. */
function lendGpu(softwareAllowed: boolean): { readonly worker: Worker; readonly memory: SharedMemory } {
  const memory = sharedMemory();
  const worker = new Worker(engineUrl('gpu.js'));
  const data: GpuWorkerData = { memory, softwareAllowed };
  worker.postMessage(data);
  return { worker, memory };
}
