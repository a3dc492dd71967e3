// The worker of a browser that owns the browser's GPU for one program. It is told once, then serves memory that it shares with the
// program's worker, see shared-memory.ts.
import { openAdapter } from './executor.ts';
import { type SharedMemory, serve } from './shared-memory.ts';

export interface GpuWorkerData {
  readonly memory: SharedMemory;
  readonly softwareAllowed: boolean;
}

/** Of a program that runs in one turn of the event loop nothing is given back before its end, so this is all that it makes there. */
const memoryBytesMax = 2 ** 31;

addEventListener(
  'message',
  ({ data: { memory, softwareAllowed } }: MessageEvent<GpuWorkerData>) =>
    void serve(memory, async () => {
      const adapter = await navigator.gpu?.requestAdapter({ powerPreference: 'high-performance' });
      if (!adapter) throw new Error('this browser has no WebGPU adapter');
      return openAdapter(adapter, { softwareAllowed, memoryBytesMax });
    }),
  { once: true },
);
