// How a judge thread asks the supervisor, which alone knows of GPUs and ends processes: it posts, sleeps on shared memory, and takes the
// reply from its port.
import { type MessagePort, receiveMessageOnPort } from 'node:worker_threads';
import type { GpuAnswer, Stopped } from '../jail/jail.ts';
import type { End, LineEnds } from '../jail/line.ts';
import type { TestResult } from '../result.ts';
import type { Job, Judged } from './judged.ts';

/** Answered with Stopped, `gpu` with a GpuAnswer unless the process is stopped meanwhile. */
export type Question =
  | { readonly type: 'gpu'; readonly payload: Uint8Array }
  | { readonly type: 'end'; readonly end: End };
/** What a thread tells the supervisor. */
export type FromThread =
  | Question
  /** Another context begins; what the last one had on the GPU goes with it. */
  | { readonly type: 'context' }
  | { readonly type: 'test'; readonly result: TestResult }
  | ({ readonly type: 'done' } & Judged)
  /** The judge's own exception. */
  | { readonly type: 'fault'; readonly message: string };

export type ToThread = { readonly type: 'job'; readonly job: Job; readonly ends: LineEnds };

export class Mailbox {
  private readonly port: MessagePort;
  private readonly bell: Int32Array;
  constructor(port: MessagePort, bell: Int32Array) {
    this.port = port;
    this.bell = bell;
  }

  /** Blocks; the supervisor always answers, as it kills what does not. */
  ask(message: Question): GpuAnswer | Stopped {
    this.port.postMessage(message);
    for (;;) {
      const received: { message: GpuAnswer | Stopped } | undefined = receiveMessageOnPort(this.port);
      if (received) return received.message;
      Atomics.wait(this.bell, 0, 0, 1000);
      Atomics.store(this.bell, 0, 0);
    }
  }
  tell(message: FromThread): void {
    this.port.postMessage(message);
  }
}

export function answerThread(port: MessagePort, bell: Int32Array, outcome: GpuAnswer | Stopped): void {
  port.postMessage(outcome);
  Atomics.store(bell, 0, 1);
  Atomics.notify(bell, 0);
}
