// What grading says: the one shape that the judge, the command line, the database, the API and the pages share.
// Plain data only, parsed with zod wherever it crosses a process boundary. Sentences come in both languages.
import { z } from 'zod';

/** Shown as it is when a string (code, a parameter's name); otherwise in the reader's language. */
export const textSchema = z.union([z.string(), z.object({ en: z.string(), zh: z.string() })]);
export type Text = z.infer<typeof textSchema>;

/**
 * AC accepted · WA wrong answer · RE threw, crashed or broke the protocol · OLE output limit · MLE memory limit ·
 * TLE time limit · CE did not compile · IE our fault, never counted against the user.
 */
export const verdicts = ['AC', 'WA', 'RE', 'OLE', 'MLE', 'TLE', 'CE', 'IE'] as const;
export const verdictSchema = z.enum(verdicts);
export type Verdict = z.infer<typeof verdictSchema>;

/** Part of a tensor: values row-major, at most `valuesMax` of them; non-finite numbers as text, JSON has none. */
const elementSchema = z.union([z.number(), z.boolean(), z.enum(['nan', 'inf', '-inf'])]);
export const tensorExcerptSchema = z.object({
  dtype: z.string(),
  shape: z.array(z.number().int().nonnegative()),
  values: z.array(elementSchema).max(144),
  truncated: z.boolean(),
});
export type TensorExcerpt = z.infer<typeof tensorExcerptSchema>;

export const evidenceSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('tensor'),
    label: textSchema,
    expected: tensorExcerptSchema,
    actual: tensorExcerptSchema,
    /** Index of the first element out of tolerance; null when shapes or dtypes differ already. */
    firstWrong: z.array(z.number().int()).nullable(),
    /** Largest |actual − expected|; null when not comparable. */
    maxError: z.union([z.number(), z.enum(['nan', 'inf'])]).nullable(),
    rtol: z.number(),
    atol: z.number(),
  }),
  /** Anything with a short printed form: a number, a list of names, a dtype, a count of calls. */
  z.object({ kind: z.literal('value'), label: textSchema, expected: z.string(), actual: z.string() }),
  /** One series over steps or epochs, expected beside actual. */
  z.object({
    kind: z.literal('curve'),
    label: textSchema,
    xLabel: textSchema,
    expected: z.array(z.number().nullable()),
    actual: z.array(z.number().nullable()),
  }),
]);
export type Evidence = z.infer<typeof evidenceSchema>;

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

export const gradeResultSchema = z.object({
  verdict: verdictSchema,
  /** Points earned, and all that can be earned (for kind `run`: those of behaviours with a sample test). */
  score: z.number().int().nonnegative(),
  points: z.number().int().nonnegative(),
  behaviours: z.array(behaviourResultSchema),
  tests: z.array(testResultSchema),
  /** Compile errors (CE), or the error thrown while the module was loaded (RE). */
  problems: z.array(sourceProblemSchema),
  /** console output while the module was loaded, bounded. */
  console: z.string(),
  seed: z.number().int().nonnegative(),
  meters: z.object({
    /** From the request to the verdict, the judge's clock, ms. */
    wallMs: z.number().nonnegative(),
    /** CPU time of the jailed process for this submission, ms. */
    cpuMs: z.number().nonnegative().nullable(),
    /** Largest resident memory of the jailed process, bytes. */
    peakBytes: z.number().nonnegative().nullable(),
  }),
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
