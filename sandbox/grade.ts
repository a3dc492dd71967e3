// Grading, for whoever holds a submission: the queue worker, the command line, the checks of the challenges. Starts one judge process
// and keeps it; what runs in there cannot reach the caller's memory, environment or database. Start reading at judge/main.ts.
import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism, totalmem } from 'node:os';
import { resolve } from 'node:path';
import { deferred } from './deferred.ts';
import { driverVariables } from './gpu/client.ts';
import type { LayerName } from './status.ts';
import {
  fromJudgeSchema,
  type FromJudge,
  type JudgeOptions,
  type JudgeStatus,
  type ToJudge,
} from './judge/messages.ts';
import { type GradeRequest, type GradeResult, gradeRequestSchema, type TestResult } from './result.ts';

export interface GraderOptions {
  /** Submissions graded at the same time; more wait in line. */
  readonly concurrency?: number;
  /** Jailed processes kept ready; unset: by the cores and the memory of this machine. */
  readonly poolSize?: number;
  /** Submissions that may wait; beyond it `grade` refuses with GraderBusy. */
  readonly waitingMax?: number;
  /** Module that exports `catalogue`: for tests of the sandbox. */
  readonly catalogueUrl?: string;
  /** Another main file for the jailed processes: for tests of compromised ones. */
  readonly runner?: string;
  readonly onFault?: (fault: string) => void;
  /** Refuse to start, with JailIncomplete, unless every layer of the jail is proven. */
  readonly requireJail?: boolean;
  /** What `cuda` is in a submission: cpu, nothing; auto, a real GPU if there is one; webgpu, also one that the processor computes. */
  readonly device?: 'auto' | 'cpu' | 'webgpu';
  /** Layers to leave out: for tests and measurements. */
  readonly withoutLayers?: readonly LayerName[];
}

export interface Grader {
  /** Always ends in a result; rejects only when the grader is closed, busy or cancelled. */
  grade(request: GradeRequest, onTest?: (test: TestResult) => void, signal?: AbortSignal): Promise<GradeResult>;
  /** What protects this host from submissions, by layer, as it was when the judge started. Plain data. */
  readonly jail: JudgeStatus;
  status(): Promise<JudgeStatus>;
  close(): Promise<void>;
}

export class GraderBusy extends Error {
  override readonly name = 'GraderBusy';
}
/** The message names what is missing, a line each. */
export class JailIncomplete extends Error {
  override readonly name = 'JailIncomplete';
}
export class GraderClosed extends Error {
  override readonly name = 'GraderClosed';
}

interface Job {
  readonly request: GradeRequest;
  readonly onTest: (test: TestResult) => void;
  readonly resolve: (result: GradeResult) => void;
  readonly reject: (error: Error) => void;
  retried: boolean;
}

const restartsMax = 5;

/** Most challenges have five or six behaviours. One more costs each start 10 to 15 ms of CPU, one less its submission as much. */
const contextsAhead = 5;
/** What a waiting jailed process keeps for itself, measured: 50 MiB, and what it shares with the others. */
const idleBytes = 64 * 2 ** 20;
/** Two for each submission graded at once, so that a burst of as many finds them ready, within an eighth of the memory. */
export function poolSizeFor(concurrency: number, memoryBytes = totalmem()): number {
  return Math.max(1, Math.min(2 * concurrency, Math.floor(memoryBytes / 8 / idleBytes)));
}

export async function createGrader(options: GraderOptions = {}): Promise<Grader> {
  const concurrency = options.concurrency ?? availableParallelism();
  const waitingMax = options.waitingMax ?? 256;
  const judgeOptions: JudgeOptions = {
    catalogueUrl: options.catalogueUrl ?? new URL('./judge/catalogue.ts', import.meta.url).href,
    concurrency,
    poolSize: options.poolSize ?? poolSizeFor(concurrency),
    contextsAhead,
    dataFolder: resolve(import.meta.dirname, '../.data'),
    requireJail: options.requireJail ?? false,
    withoutLayers: [...(options.withoutLayers ?? [])],
    device: options.device ?? 'cpu',
    driverEnvironment: driverVariables(process.env),
    ...(options.runner === undefined ? {} : { runner: options.runner }),
  };
  const waiting: (readonly [id: number, job: Job])[] = [];
  const running = new Map<number, Job>();
  const askedStatus: { resolve(status: JudgeStatus): void; reject(error: Error): void }[] = [];
  let nextId = 0;
  let closed = false;
  let restarts = 0;
  let judge = await startJudge(judgeOptions, hear, lost);

  function hear(message: FromJudge): void {
    switch (message.type) {
      case 'test':
        return running.get(message.job)?.onTest(message.result);
      case 'done': {
        const job = running.get(message.job);
        running.delete(message.job);
        if (message.fault !== null) options.onFault?.(message.fault);
        job?.resolve(message.result);
        return pump();
      }
      case 'status':
        return askedStatus.shift()?.resolve(message.status);
      case 'ready':
      case 'failed':
        return;
      default:
        message satisfies never;
    }
  }

  /** The judge died with submissions in it: each gets one more try in a new one. */
  async function lost(): Promise<void> {
    if (closed) return;
    options.onFault?.('the judge process ended');
    for (const asked of askedStatus.splice(0)) asked.reject(new Error('the judge process ended'));
    const again = [...running];
    running.clear();
    for (const [id, job] of again) {
      if (job.retried) job.reject(new Error('the judge process ended twice'));
      else waiting.unshift([id, Object.assign(job, { retried: true })]);
    }
    try {
      if (++restarts > restartsMax) throw new Error('the judge process keeps ending');
      judge = await startJudge(judgeOptions, hear, lost);
      pump();
    } catch (error) {
      for (const [, job] of waiting.splice(0)) job.reject(error instanceof Error ? error : new Error(String(error)));
    }
  }

  function pump(): void {
    while (!closed && judge.connected && running.size < concurrency) {
      const next = waiting.shift();
      if (!next) return;
      const [id, job] = next;
      running.set(id, job);
      send({ type: 'grade', job: id, request: job.request });
    }
  }
  function send(message: ToJudge): void {
    judge.send(message, () => {});
  }

  const status = (): Promise<JudgeStatus> => {
    const { promise, resolve: settle, reject } = deferred<JudgeStatus>();
    askedStatus.push({ resolve: settle, reject });
    send({ type: 'status' });
    return promise;
  };

  return {
    status,
    jail: await status(),
    async grade(request, onTest = () => {}, signal) {
      if (closed) throw new GraderClosed('the grader is closed');
      signal?.throwIfAborted();
      if (waiting.length >= waitingMax) throw new GraderBusy(`${waitingMax} submissions wait already`);
      const id = nextId++;
      const { promise, resolve: settle, reject } = deferred<GradeResult>();
      const cancel = (): void => {
        const at = waiting.findIndex(([other]) => other === id);
        if (at >= 0) waiting.splice(at, 1);
        else if (running.has(id)) send({ type: 'cancel', job: id });
        reject(new Error('cancelled', { cause: signal?.reason }));
      };
      signal?.addEventListener('abort', cancel);
      waiting.push([
        id,
        { request: gradeRequestSchema.parse(request), onTest, resolve: settle, reject, retried: false },
      ]);
      pump();
      return promise.finally(() => signal?.removeEventListener('abort', cancel));
    },
    async close() {
      if (closed) return;
      closed = true;
      for (const job of [...running.values(), ...waiting.map(([, job]) => job)])
        job.reject(new GraderClosed('the grader was closed'));
      running.clear();
      waiting.length = 0;
      await endJudge(judge);
    },
  };
}

async function startJudge(
  options: JudgeOptions,
  hear: (message: FromJudge) => void,
  lost: () => void,
): Promise<ChildProcess> {
  const { promise, resolve: ready, reject } = deferred<void>();
  const judge = fork(new URL('./judge/main.ts', import.meta.url), [JSON.stringify(options)], {
    // No database address, no secret: PATH, to find prlimit and setpriv.
    env: { PATH: process.env['PATH'] ?? '/usr/bin:/bin', NODE_ENV: 'production' },
    execArgv: ['--disable-warning=ExperimentalWarning'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  let isReady = false;
  judge.on('message', (raw) => {
    const message = fromJudgeSchema.parse(raw);
    if (message.type === 'ready') {
      isReady = true;
      ready();
    } else if (message.type === 'failed')
      reject(
        message.jailIncomplete
          ? new JailIncomplete(message.message)
          : new Error(`the judge did not start: ${message.message}`),
      );
    else hear(message);
  });
  judge.once('exit', () => {
    if (isReady) lost();
    else reject(new Error('the judge process ended while it started'));
  });
  await promise;
  return judge;
}

/** Asks it to leave; a judge that does not is killed, and its jailed processes die with it. */
async function endJudge(judge: ChildProcess): Promise<void> {
  if (judge.exitCode !== null || judge.signalCode !== null) return;
  const { promise, resolve: gone } = deferred<void>();
  judge.once('exit', () => gone());
  const timer = setTimeout(() => judge.kill('SIGKILL'), 3_000);
  if (judge.connected) judge.disconnect();
  await promise;
  clearTimeout(timer);
}
