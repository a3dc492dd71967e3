// Starts jailed processes from a thread of its own: whoever starts a process waits until it runs its program, which on a busy machine is
// a tenth of a second.
import { Worker } from 'node:worker_threads';
import {
  commandFor,
  type Ended,
  groupFor,
  type Launched,
  type Program,
  type Stdio,
  watched,
  type Watcher,
} from './launch.ts';
import type { Command } from './layers/layer.ts';
import type { Layers } from './layers.ts';

export interface StartMessage {
  readonly id: number;
  readonly command: Command;
  readonly stdio: Stdio;
}
/** Of the process with that number, as a Watcher is told. */
export type StartedMessage = { readonly id: number } & (
  | { readonly type: 'started'; readonly pid: number | undefined }
  | { readonly type: 'info'; readonly text: string | null }
  | { readonly type: 'ended'; readonly end: Ended }
);

export class Launcher {
  // Not ended by anybody before they are: the kernel ends what a thread has started when it ends.
  private readonly worker = new Worker(new URL('./launch-thread.ts', import.meta.url), { env: {} });
  private readonly watchers = new Map<number, Watcher>();
  private nextId = 0;

  constructor() {
    this.worker.on('message', (message: StartedMessage) => this.hear(message));
    this.worker.on('error', (error) => {
      throw error;
    });
  }

  /** `stdio` may be closed when it is `named`, or has ended. */
  launch(layers: Layers, slot: number, program: Program, stdio: Stdio): Launched {
    const group = groupFor(layers, slot);
    const { launched, watcher } = watched(group);
    const id = this.nextId++;
    this.watchers.set(id, watcher);
    const command = commandFor(layers, slot, program, group);
    this.worker.postMessage({ id, command, stdio } satisfies StartMessage);
    return launched;
  }

  async close(): Promise<void> {
    await this.worker.terminate();
  }

  private hear(message: StartedMessage): void {
    const watcher = this.watchers.get(message.id);
    switch (message.type) {
      case 'started':
        return watcher?.started(message.pid);
      case 'info':
        return watcher?.info(message.text);
      case 'ended':
        this.watchers.delete(message.id);
        return watcher?.ended(message.end);
      default:
        message satisfies never;
    }
  }
}
