// The thread that owns the Dawn device. It sleeps until a batch is posted, see shared-memory.ts.
import { workerData } from 'node:worker_threads';
import { doze } from './doze.ts';
import { openAdapter } from './executor.ts';
import type { WorkerData } from './node.ts';
import { serve } from './shared-memory.ts';

const { memory, softwareAllowed } = workerData as WorkerData; // what node.ts gives it

/** Held for good: collecting it takes Dawn away under its devices. */
let gpu: GPU;

void serve(memory, async () => {
  const { create } = await import('webgpu'); // here, so that a platform without it is an answer and not a silence
  gpu = create([]);
  const adapter = await gpu.requestAdapter();
  if (!adapter) throw new Error('there is no WebGPU adapter: a Vulkan driver that Dawn accepts is missing');
  return openAdapter(adapter, { softwareAllowed, memoryBytesMax: 2 ** 33, whileWaiting: doze });
});
