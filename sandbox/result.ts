// What grading says: the one shape that the judge, the command line, the database, the API and the pages share.
// Plain data only, parsed with zod wherever it crosses a process boundary. Sentences come in both languages.
import { z } from 'zod';
import { evidenceSchema, textSchema } from '#challenges/authoring/evidence.ts';

export {
  type Cut,
  type Evidence,
  evidenceSchema,
  type Graph,
  graphSchema,
  type TensorExcerpt,
  tensorExcerptSchema,
  type Text,
  textSchema,
} from '#challenges/authoring/evidence.ts';

/**
 * AC accepted · WA wrong answer · RE threw, crashed or broke the protocol · OLE output limit · MLE memory limit ·
 * TLE time limit · CE did not compile · IE our fault, never counted against the user.
 */
export const verdicts = ['AC', 'WA', 'RE', 'OLE', 'MLE', 'TLE', 'CE', 'IE'] as const;
export const verdictSchema = z.enum(verdicts);
export type Verdict = z.infer<typeof verdictSchema>;

/** An error of the submission, at the user's own line where one is known (1-based). */
export const sourceProblemSchema = z.object({
  message: z.string(),
  line: z.number().int().positive().nullable(),
  column: z.number().int().positive().nullable(),
});
export type SourceProblem = z.infer<typeof sourceProblemSchema>;

export const testStatuses = ['passed', 'failed', 'error', 'stopped', 'not-run'] as const;
export const testResultSchema = z.object({
  /** Unique in the challenge: `behaviour/test`. */
  id: z.string(),
  behaviour: z.string(),
  title: textSchema,
  visibility: z.enum(['sample', 'hidden']),
  status: z.enum(testStatuses),
  /** The sentence that says what is missing; null when passed. */
  says: textSchema.nullable(),
  evidence: z.array(evidenceSchema).max(8),
  /** Thrown by the submission in a sample test; hidden tests tell only that it threw. */
  error: sourceProblemSchema.nullable(),
  /** console.log during this test, sample tests only, bounded. */
  console: z.string(),
});
export type TestResult = z.infer<typeof testResultSchema>;

export const behaviourResultSchema = z.object({
  id: z.string(),
  title: textSchema,
  points: z.number().int().positive(),
  earned: z.number().int().nonnegative(),
});
export type BehaviourResult = z.infer<typeof behaviourResultSchema>;

/** What the metered stretches of all tests came to. The same for the same submission and seed, on any machine. */
export const costSchema = z.object({
  operators: z.number().int().nonnegative(),
  /** Bytes that became kept for backward, added up. */
  savedBytes: z.number().nonnegative(),
  /** The most of them kept at one time in any stretch. */
  savedBytesPeak: z.number().nonnegative(),
});
export type Cost = z.infer<typeof costSchema>;

export const metersSchema = z.object({
  /** From the request to the verdict, the judge's clock, ms. */
  wallMs: z.number().nonnegative(),
  /** CPU time of the jailed process for this submission, ms. */
  cpuMs: z.number().nonnegative().nullable(),
  /** Largest resident memory of the jailed process, bytes. */
  peakBytes: z.number().nonnegative().nullable(),
  /** Of an accepted submission whose tests meter. */
  cost: costSchema.nullable().default(null),
});
export type Meters = z.infer<typeof metersSchema>;

export const gradeResultSchema = z.object({
  verdict: verdictSchema,
  /** Points earned, and all that can be earned (for kind `run`: those of behaviours with a sample test). */
  score: z.number().int().nonnegative(),
  points: z.number().int().nonnegative(),
  behaviours: z.array(behaviourResultSchema),
  tests: z.array(testResultSchema),
  /** Known mistakes that fail just as this did: one, or a few that cannot be told apart. Never of AC, nor of what was stopped. */
  mistakes: z.array(z.object({ id: z.string(), text: z.object({ en: z.string(), zh: z.string() }) })).default([]),
  /** Compile errors (CE), or the error thrown while the module was loaded (RE). */
  problems: z.array(sourceProblemSchema),
  /** console output while the module was loaded, bounded. */
  console: z.string(),
  seed: z.number().int().nonnegative(),
  meters: metersSchema,
});
export type GradeResult = z.infer<typeof gradeResultSchema>;

export const gradeRequestSchema = z.object({
  challenge: z.string(),
  source: z.string(),
  kind: z.enum(['run', 'submit']),
  seed: z
    .number()
    .int()
    .min(0)
    .max(2 ** 32 - 1),
});
export type GradeRequest = z.infer<typeof gradeRequestSchema>;
