// A judge thread as the supervisor sees it: given one job at a time, served while it asks, ended when it hangs.
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import { AskClock } from '../jail/ask-clock.ts';
import type { GpuAnswer, Jail, Limits, Stopped } from '../jail/jail.ts';
import type { TestResult } from '../result.ts';
import type { Job, Judged } from './judged.ts';
import { answerThread, type FromThread, type ToThread } from './mailbox.ts';

/** The judge's own work between two answers; a test that takes this long is broken. */
const judgeMsMax = 20_000;
const watchMs = 500;

export class JudgeThread {
  alive = true;
  readonly ready: Promise<void>;
  private readonly worker: Worker;
  private readonly port: MessagePort;
  private readonly bell = new Int32Array(new SharedArrayBuffer(4));
  private readonly clock = new AskClock();
  private serving: {
    readonly jail: Jail;
    readonly onTest: (result: TestResult) => void;
    readonly settle: (end: Judged | Error) => void;
  } | null = null;
  private watchdog: NodeJS.Timeout | undefined;

  constructor(catalogueUrl: string) {
    const { port1, port2 } = new MessageChannel();
    this.port = port1;
    this.worker = new Worker(new URL('./thread.ts', import.meta.url), {
      workerData: { catalogueUrl, bell: this.bell, clockMemory: this.clock.memory, port: port2 },
      transferList: [port2],
      env: {},
    });
    this.ready = new Promise((resolve, reject) => {
      this.worker.once('message', () => resolve());
      this.worker.once('error', reject);
    });
    this.worker.on('error', (error) => this.end(error instanceof Error ? error : new Error(String(error))));
    this.worker.on('exit', () => this.end(new Error('the judge thread ended')));
    this.port.on('message', (message: FromThread) => this.hear(message));
    this.ready.catch(() => {});
  }

  /** Runs the tests of a submission against a jailed process; rejects when the fault is ours. */
  run(job: Job, jail: Jail, limits: Limits, onTest: (result: TestResult) => void): Promise<Judged> {
    return new Promise((resolve, reject) => {
      this.serving = { jail, onTest, settle: (end) => (end instanceof Error ? reject(end) : resolve(end)) };
      this.clock.reset();
      const ends = jail.begin(limits, this.clock);
      this.watchdog = setInterval(() => this.watch(), watchMs);
      this.port.postMessage({ type: 'job', job, ends } satisfies ToThread);
    });
  }

  async close(): Promise<void> {
    this.alive = false;
    clearInterval(this.watchdog);
    await this.worker.terminate();
    this.port.close();
  }

  private hear(message: FromThread): void {
    const { serving } = this;
    if (!serving) return;
    switch (message.type) {
      case 'gpu':
        return serving.jail.askGpu(message.payload, (outcome) => this.answer(outcome));
      case 'end':
        return serving.jail.end(message.end, (outcome) => this.answer(outcome));
      case 'context':
        return serving.jail.endGpuSession();
      case 'test':
        return serving.onTest(message.result);
      case 'done':
        return this.settle(message);
      case 'fault':
        return this.settle(new Error(message.message));
      default:
        message satisfies never;
    }
  }

  private answer(outcome: GpuAnswer | Stopped): void {
    answerThread(this.port, this.bell, outcome);
  }

  /** The candidate's time is the jail's to watch. */
  private watch(): void {
    if (this.clock.judgeMs() < judgeMsMax) return;
    this.end(new Error(`the judge worked for more than ${judgeMsMax} ms`));
    void this.close();
  }

  private end(error: Error): void {
    this.alive = false;
    this.settle(error);
  }
  private settle(end: Judged | Error): void {
    clearInterval(this.watchdog);
    const { serving } = this;
    this.serving = null;
    serving?.settle(end);
  }
}
