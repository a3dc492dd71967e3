// The thread that owns the Dawn device. It sleeps until a batch is posted, see node.ts.
import { workerData } from 'node:worker_threads';
import { describe, deviceOf, Executor } from './executor.ts';
import { Slot, type WorkerData } from './node-slots.ts';

const { control, request, reply, softwareAllowed } = workerData as WorkerData; // what node.ts gives it
const incoming = new Uint8Array(request);
const outgoing = new Uint8Array(reply);

function answer(bytes: Uint8Array, hasFailed: boolean): void {
  const length = Math.min(bytes.length, outgoing.length);
  outgoing.set(bytes.subarray(0, length));
  Atomics.store(control, Slot.replyBytes, length);
  Atomics.store(control, Slot.failed, hasFailed ? 1 : 0);
  Atomics.add(control, Slot.answered, 1);
  Atomics.notify(control, Slot.answered);
}
const text = (error: unknown): Uint8Array =>
  new TextEncoder().encode(error instanceof Error ? error.message : String(error));

/** Held for good: collecting it takes Dawn away under its devices. */
let gpu: GPU;

async function start(): Promise<Executor> {
  const { create } = await import('webgpu'); // here, so that a platform without it is an answer and not a silence
  gpu = create([]);
  const adapter = await gpu.requestAdapter();
  if (!adapter) throw new Error('there is no WebGPU adapter: a Vulkan driver that Dawn accepts is missing');
  const described = describe(adapter);
  if (described.isSoftware && !softwareAllowed) throw new Error('the only WebGPU adapter runs on the processor');
  const executor = new Executor(await deviceOf(adapter));
  answer(new TextEncoder().encode(JSON.stringify(described)), false);
  return executor;
}

async function serve(executor: Executor): Promise<void> {
  let problem: unknown = null;
  for (let taken = 0; ; ) {
    Atomics.wait(control, Slot.posted, taken);
    const batch = incoming.slice(0, Atomics.load(control, Slot.requestBytes));
    const isAwaited = Atomics.load(control, Slot.isAwaited) === 1;
    Atomics.store(control, Slot.taken, ++taken);
    Atomics.notify(control, Slot.taken);
    try {
      const parts = await executor.run(new Uint32Array(batch.buffer));
      if (!isAwaited) continue;
      if (problem !== null) throw problem;
      answer(parts.length === 1 ? (parts[0] ?? new Uint8Array()) : Buffer.concat(parts), false);
    } catch (error) {
      problem ??= error;
      if (!isAwaited) continue;
      answer(text(problem), true);
      problem = null;
    }
  }
}

start().then(serve, (error: unknown) => answer(text(error), true));
