// The scripts that workers of a browser start from, made from our sources.
import { bundle } from '../bundle.ts';
import { type WorkerScript, workerScripts } from './messages.ts';

const entries: Readonly<Record<WorkerScript, string>> = {
  'worker.js': 'sandbox/browser/worker.ts',
  'gpu.js': 'engine/device/webgpu/browser-worker.ts',
};

/** Null for a name that is not one of them. */
export async function workerScript(name: string): Promise<string | null> {
  const known = workerScripts.find((script) => script === name);
  return known === undefined ? null : bundle({ entry: entries[known], format: 'iife', isCompact: true });
}
