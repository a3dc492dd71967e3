// The transport inside a Node process: a worker thread owns the Dawn device, this thread waits for it.
import { setFlagsFromString } from 'node:v8';
import vm from 'node:vm';
import { Worker } from 'node:worker_threads';
import { type SharedMemory, sharedMemory, sharedTransport } from './shared-memory.ts';
import type { Transport } from './transport.ts';

export interface WorkerData {
  readonly memory: SharedMemory;
  readonly softwareAllowed: boolean;
}

/** Throws where there is no adapter, or only one that runs on the processor and `softwareAllowed` is not set. */
export function nodeTransport({
  softwareAllowed,
}: {
  softwareAllowed: boolean;
}): Transport & { close(): Promise<void> } {
  const memory = sharedMemory();
  const workerData: WorkerData = { memory, softwareAllowed };
  const worker = new Worker(new URL('./node-worker.ts', import.meta.url), { workerData, execArgv: [] });
  worker.unref();
  try {
    const transport = sharedTransport(memory, { collect: garbageCollector() });
    return { ...transport, close: async () => void (await worker.terminate()) };
  } catch (error) {
    void worker.terminate();
    throw error;
  }
}

/** A context whose microtasks end with its script also ends V8's promise to keep what a WeakRef has shown in this turn. */
function garbageCollector(): () => void {
  setFlagsFromString('--expose-gc');
  const gc = vm.runInNewContext('gc') as () => void; // the function that the flag brings
  const context = vm.createContext({}, { microtaskMode: 'afterEvaluate' });
  const nothing = new vm.Script('0');
  return () => {
    nothing.runInContext(context);
    gc();
  };
}
