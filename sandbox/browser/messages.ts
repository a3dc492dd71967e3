// What a page and its worker say to each other. The worker has run a stranger's code when it speaks: the page parses.
import { z } from 'zod';
import type { SharedMemory } from '#engine/device/webgpu/shared-memory.ts';
import { graphSchema } from '#challenges/authoring/evidence.ts';
import { testResultSchema, verdictSchema } from '../result.ts';
import { curvePointsMax, printedMax } from './limits.ts';

/** By the name under which they are served. */
export const workerScripts = ['worker.js', 'gpu.js', 'judge.js'] as const;
export type WorkerScript = (typeof workerScripts)[number];
/** With what a challenge gives a browser, by its id. */
export type EngineFile = WorkerScript | `${string}.tests.js` | `${string}.mistakes.json`;

/** Told once, before anything else. */
export interface Prepare {
  readonly type: 'prepare';
  /** The text of judge.js and of a challenge's sample tests, for a worker that will judge. */
  readonly scripts: { readonly judge: string; readonly tests: string } | null;
}
/** One program, compiled; a worker runs one and is ended. */
export interface Play {
  readonly type: 'play';
  readonly code: string;
  readonly seed: number;
  /** Shared with the worker that owns the GPU; null when the program is not given one. */
  readonly gpu: SharedMemory | null;
}
/** A submission, and the one behaviour whose sample tests it is to run. */
export interface Judge {
  readonly type: 'judge';
  readonly behaviour: string;
  readonly code: string;
  readonly map: string;
  readonly seed: number;
}
export type ToWorker = Prepare | Play | Judge;

export const fromWorkerSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  /** The GPU that the program was given, before it begins; null when there is none after all. */
  z.object({ type: z.literal('gpu'), name: z.string().max(200).nullable() }),
  z.object({ type: z.literal('log'), text: z.string().max(printedMax) }),
  /** More was printed than may be: the worker is to be ended. */
  z.object({ type: z.literal('flooded') }),
  z.object({ type: z.literal('graph'), graph: graphSchema }),
  z.object({
    type: z.literal('curve'),
    name: z.string().max(80),
    values: z.array(z.number().nullable()).max(curvePointsMax),
  }),
  z.object({
    type: z.literal('done'),
    /** What the module threw while it ran, or a promise that nobody waited for. */
    threw: z.object({ name: z.string(), message: z.string(), stack: z.string() }).nullable(),
    /** The autograd graph of the last scalar that was computed, if it has one. */
    last: graphSchema.nullable(),
  }),
  z.object({ type: z.literal('test'), result: testResultSchema }),
  z.object({
    type: z.literal('judged'),
    console: z.string(),
    load: z.object({ message: z.string(), stack: z.string() }).nullable(),
    end: verdictSchema.nullable(),
  }),
]);
export type FromWorker = z.infer<typeof fromWorkerSchema>;
