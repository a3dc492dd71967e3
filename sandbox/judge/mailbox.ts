// How a judge thread waits for the supervisor: it posts, sleeps on shared memory, and takes the reply from its port.
import { type MessagePort, receiveMessageOnPort } from 'node:worker_threads';
import type { Outcome } from '../jail/jail.ts';
import type { TestResult } from '../result.ts';
import type { Job, Judged } from './judged.ts';

/** What a thread tells the supervisor; only `send` is answered. */
export type FromThread =
  | { readonly type: 'send'; readonly kind: number; readonly payload: Uint8Array }
  | { readonly type: 'begin-test' }
  | { readonly type: 'test'; readonly result: TestResult }
  | ({ readonly type: 'done' } & Judged)
  /** The judge's own exception. */
  | { readonly type: 'fault'; readonly message: string };

export type ToThread = { readonly type: 'job'; readonly job: Job };

export class Mailbox {
  private readonly port: MessagePort;
  private readonly bell: Int32Array;
  constructor(port: MessagePort, bell: Int32Array) {
    this.port = port;
    this.bell = bell;
  }

  /** Blocks; the supervisor always answers, as it kills what does not. */
  ask(message: Extract<FromThread, { type: 'send' }>): Outcome {
    this.port.postMessage(message);
    for (;;) {
      const received: { message: Outcome } | undefined = receiveMessageOnPort(this.port);
      if (received) return received.message;
      Atomics.wait(this.bell, 0, 0, 1000);
      Atomics.store(this.bell, 0, 0);
    }
  }
  tell(message: FromThread): void {
    this.port.postMessage(message);
  }
}

export function answerThread(port: MessagePort, bell: Int32Array, outcome: Outcome): void {
  port.postMessage(outcome);
  Atomics.store(bell, 0, 1);
  Atomics.notify(bell, 0);
}
