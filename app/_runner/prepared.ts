import type { Prepare, ToWorker } from '#sandbox/browser/messages.ts';
import { engineUrl } from './engine-url.ts';

/** A worker with the engine in it, started ahead; it runs one program and is ended. */
export interface Prepared {
  readonly worker: Worker;
  /** Rejects when it could not be started. */
  readonly ready: Promise<void>;
}

export const send = (worker: Worker, message: ToWorker): void => worker.postMessage(message);

export function prepared(scripts: Prepare['scripts'] = null): Prepared {
  const worker = new Worker(engineUrl('worker.js'));
  // Listeners of its own: whoever runs a program in it may set theirs before it is ready.
  const ready = new Promise<void>((resolve, reject) => {
    worker.addEventListener('message', () => resolve(), { once: true });
    worker.addEventListener('error', () => reject(new Error('the worker did not start')), { once: true });
  });
  ready.catch(() => {});
  send(worker, { type: 'prepare', scripts });
  return { worker, ready };
}
