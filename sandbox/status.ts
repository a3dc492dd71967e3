// What a worker tells of itself and its jail, for whoever tells people: the log, /api/ready, /metrics, the status page.
import { z } from 'zod';

/** Outermost first. */
export const layerNames = [
  'cgroup',
  'no-new-privs',
  'user',
  'rlimits',
  'bubblewrap',
  'seccomp',
  'environment',
  'node-permission',
  'isolated-vm',
] as const;
export type LayerName = (typeof layerNames)[number];

export const layerStatusSchema = z.object({
  name: z.enum(layerNames),
  /** Proven: what it forbids was tried and failed. Not proven: it is on, and something got through. Missing: not on this host. */
  state: z.enum(['proven', 'not-proven', 'missing']),
  /** What it does here; what got through; why it is missing. */
  detail: z.string(),
});
export type LayerStatus = z.infer<typeof layerStatusSchema>;

/** Why a jailed process was stopped before it had answered all. */
export const stopReasons = ['TLE', 'MLE', 'OLE', 'RE', 'IE'] as const;
export type StopReason = (typeof stopReasons)[number];

/** The GPU that `cuda` is in submissions: which, or why there is none. */
export const gpuStatusSchema = z.object({
  name: z.string().nullable(),
  isSoftware: z.boolean(),
  missing: z.string().nullable(),
});
export type GpuStatus = z.infer<typeof gpuStatusSchema>;

/** How a worker is at its last sign of life. */
export const workerReportSchema = z.object({
  pool: z.object({ idle: z.number(), starting: z.number(), given: z.number() }),
  /** Largest delay of the supervisor's event loop since the one before, ms. */
  loopLagMsMax: z.number(),
  /** Null of a worker that does not say. */
  gpu: gpuStatusSchema.nullable().default(null),
});
export type WorkerReport = z.infer<typeof workerReportSchema>;

/** Upper ends of the classes of grading time, seconds: from the request to the verdict in the grader. */
export const gradingSecondsClasses = [0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] as const;
