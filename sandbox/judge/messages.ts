// Between grader and judge process: parsed on both sides, plain data.
import { z } from 'zod';
import { gpuStatusSchema, layerNames, layerStatusSchema, stopReasons } from '../status.ts';
import { gradeRequestSchema, gradeResultSchema, testResultSchema } from '../result.ts';

export const toJudgeSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('grade'), job: z.number(), request: gradeRequestSchema }),
  z.object({ type: z.literal('cancel'), job: z.number() }),
  z.object({ type: z.literal('status') }),
]);
export type ToJudge = z.infer<typeof toJudgeSchema>;

export const judgeStatusSchema = z.object({
  /** Outermost first, as the self-test at the start found them. */
  layers: z.array(layerStatusSchema),
  jailFolder: z.string(),
  copied: z.boolean(),
  idle: z.number(),
  starting: z.number(),
  given: z.number(),
  /** Largest delay of the supervisor's event loop since it was last asked, ms. */
  loopLagMsMax: z.number(),
  /** Jailed processes that were stopped in a submission since the judge started, by reason; without those killed after use. */
  kills: z.partialRecord(z.enum(stopReasons), z.number()),
  /** Submissions that ended as our fault. */
  faults: z.number(),
  gpu: gpuStatusSchema,
});
export type JudgeStatus = z.infer<typeof judgeStatusSchema>;

export const fromJudgeSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  /** It could not set itself up. */
  z.object({ type: z.literal('failed'), message: z.string(), jailIncomplete: z.boolean() }),
  z.object({ type: z.literal('test'), job: z.number(), result: testResultSchema }),
  z.object({ type: z.literal('done'), job: z.number(), result: gradeResultSchema, fault: z.string().nullable() }),
  z.object({ type: z.literal('status'), status: judgeStatusSchema }),
]);
export type FromJudge = z.infer<typeof fromJudgeSchema>;

/** How a judge process is started; one argument of JSON. */
export const judgeOptionsSchema = z.object({
  catalogueUrl: z.string(),
  concurrency: z.number().int().positive(),
  poolSize: z.number().int().nonnegative(),
  contextsAhead: z.number().int().positive(),
  dataFolder: z.string(),
  /** Another main file instead of the runner: for tests of compromised processes. */
  runner: z.string().optional(),
  /** Start only if every layer is proven. */
  requireJail: z.boolean(),
  /** Layers to leave out: for tests and measurements. */
  withoutLayers: z.array(z.enum(layerNames)),
  /** The GPU of submissions, and what its driver reads of the environment. */
  device: z.enum(['auto', 'cpu', 'webgpu']),
  driverEnvironment: z.record(z.string(), z.string()),
});
export type JudgeOptions = z.infer<typeof judgeOptionsSchema>;
