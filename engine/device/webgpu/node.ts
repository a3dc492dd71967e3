// The transport inside a Node process: a worker thread owns the Dawn device, this thread waits for it with Atomics.wait.
import { setFlagsFromString } from 'node:v8';
import vm from 'node:vm';
import { Worker } from 'node:worker_threads';
import { RuntimeError } from '../device.ts';
import { Slot, slots, type WorkerData } from './node-slots.ts';
import { type AdapterDescription, batchWordsMax, type Transport, transferBytesMax } from './transport.ts';

const startMsMax = 60_000;
const answerMsMax = 120_000;

/** Throws where there is no adapter, or only one that runs on the processor and `softwareAllowed` is not set. */
export function nodeTransport({
  softwareAllowed,
}: {
  softwareAllowed: boolean;
}): Transport & { close(): Promise<void> } {
  const control = new Int32Array(new SharedArrayBuffer(slots * 4));
  const request = new SharedArrayBuffer(batchWordsMax * 4);
  const reply = new SharedArrayBuffer(Math.max(transferBytesMax, 1 << 16));
  const workerData: WorkerData = { control, request, reply, softwareAllowed };
  const worker = new Worker(new URL('./node-worker.ts', import.meta.url), { workerData, execArgv: [] });
  worker.unref();
  const outgoing = new Uint8Array(request);
  let posted = 0;
  let answered = 0;

  function wait(slot: number, wanted: number, timeoutMs: number): void {
    for (let now = Atomics.load(control, slot); now !== wanted; now = Atomics.load(control, slot))
      if (Atomics.wait(control, slot, now, timeoutMs) === 'timed-out')
        throw new RuntimeError(`CUDA error: the GPU did not answer within ${timeoutMs / 1000} s`);
  }
  function answer(timeoutMs: number): Uint8Array<ArrayBuffer> {
    wait(Slot.answered, ++answered, timeoutMs);
    const bytes = new Uint8Array(reply, 0, Atomics.load(control, Slot.replyBytes)).slice();
    if (Atomics.load(control, Slot.failed) === 0) return new Uint8Array(bytes);
    throw new RuntimeError(`CUDA error: ${new TextDecoder().decode(bytes)}`);
  }

  function start(): AdapterDescription {
    try {
      return JSON.parse(new TextDecoder().decode(answer(startMsMax)));
    } catch (error) {
      void worker.terminate();
      throw error;
    }
  }
  const adapter = start();
  return {
    adapter,
    exchange(batch, replyBytes) {
      wait(Slot.taken, posted, answerMsMax);
      outgoing.set(batch);
      Atomics.store(control, Slot.requestBytes, batch.length);
      Atomics.store(control, Slot.isAwaited, replyBytes > 0 ? 1 : 0);
      Atomics.store(control, Slot.posted, ++posted);
      Atomics.notify(control, Slot.posted);
      return replyBytes > 0 ? answer(answerMsMax) : new Uint8Array();
    },
    collect: garbageCollector(),
    close: async () => void (await worker.terminate()),
  };
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
