// The files that workers of a browser are made of, by the names under which they are served.
import { challenges } from '#challenges/index.ts';
import { bundle } from '../bundle.ts';
import { type WorkerScript, workerScripts } from './messages.ts';
import { sampleMistakes, sampleTests } from './sample-tests.ts';

const entries: Readonly<Record<WorkerScript, { readonly entry: string; readonly globalName?: string }>> = {
  'worker.js': { entry: 'sandbox/browser/worker.ts' },
  'gpu.js': { entry: 'engine/device/webgpu/browser-worker.ts' },
  'judge.js': { entry: 'sandbox/browser/judge.ts', globalName: 'gradgymJudge' },
};

export const engineFiles: readonly string[] = [
  ...workerScripts,
  ...challenges.flatMap(({ id }) => [`${id}.tests.js`, `${id}.mistakes.json`]),
];

/** Null for a name that is not one of them. */
export async function engineFile(name: string): Promise<string | null> {
  if (!engineFiles.includes(name)) return null;
  const script = workerScripts.find((one) => one === name);
  if (script !== undefined) return bundle({ ...entries[script], format: 'iife', isCompact: true });
  const [challenge = '', kind] = name.split('.');
  return kind === 'tests' ? sampleTests(challenge) : JSON.stringify(sampleMistakes(challenge));
}
