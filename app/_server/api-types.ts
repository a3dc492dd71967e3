// The JSON of /api/v1, both ways: what a request may say and what an answer says. Importable from client components;
// nothing of the server is imported here.
import { z } from 'zod';
import {
  behaviourResultSchema,
  gradeResultSchema,
  metersSchema,
  sourceProblemSchema,
  testResultSchema,
  textSchema,
  verdictSchema,
} from '#sandbox/result.ts';

export const sourceBytesMax = 64 * 1024;

/** PostgreSQL's text holds no NUL, and a lone surrogate is not text at all. */
const sourceSchema = z
  .string()
  .refine((text) => !/\0|\p{Surrogate}/u.test(text), 'must be well-formed text without NUL characters');

const bilingualSchema = z.object({ en: z.string(), zh: z.string() });

// --- requests -------------------------------------------------------------------------------------------------------

export const newSubmissionSchema = z.strictObject({
  challenge: z.string().min(1).max(100),
  language: z.literal('typescript'),
  kind: z.enum(['run', 'submit']),
  source: sourceSchema,
});
export type NewSubmission = z.infer<typeof newSubmissionSchema>;

export const draftWriteSchema = z.strictObject({
  source: sourceSchema,
  /** Version the text was made from; 0 where no draft was there. */
  baseVersion: z.number().int().min(0),
});
export type DraftWrite = z.infer<typeof draftWriteSchema>;

/** Which hint was opened, from 1. */
export const hintOpeningSchema = z.strictObject({ hint: z.number().int().min(1) });
export type HintOpening = z.infer<typeof hintOpeningSchema>;

/** Says in so many words what is meant, so that nobody gives up by a slip. */
export const givingUpSchema = z.strictObject({ giveUp: z.literal(true) });

export const passwordCharactersMin = 8;
/** An account: where it is, and what opens it. Emails are compared without regard to case. */
export const credentialsSchema = z.strictObject({
  email: z.email().max(254),
  password: z.string().min(passwordCharactersMin).max(128),
});
export type Credentials = z.infer<typeof credentialsSchema>;

// --- answers --------------------------------------------------------------------------------------------------------

export const guestSchema = z.object({ token: z.string() });

export const exportSchema = z.object({
  format: z.literal('gradgym-history-1'),
  exportedAt: z.string(),
  account: z.object({ email: z.string().nullable(), createdAt: z.string() }),
  submissions: z.array(
    z.object({
      id: z.string(),
      challenge: z.string(),
      challengeVersion: z.number().int(),
      kind: z.enum(['run', 'submit']),
      source: z.string(),
      verdict: verdictSchema.nullable(),
      score: z.number().int().nullable(),
      points: z.number().int().nullable(),
      createdAt: z.string(),
    }),
  ),
  drafts: z.array(z.object({ challenge: z.string(), source: z.string(), updatedAt: z.string() })),
  hints: z.array(z.object({ challenge: z.string(), hint: z.number().int(), openedAt: z.string() })),
  gaveUp: z.array(z.object({ challenge: z.string(), at: z.string() })),
});
export type ExportAnswer = z.infer<typeof exportSchema>;

export const sessionSchema = z.object({ user: z.object({ id: z.string(), guest: z.boolean() }) });
export type SessionAnswer = z.infer<typeof sessionSchema>;

export const submissionStatusSchema = z.enum(['queued', 'running', 'done']);
export type SubmissionStatus = z.infer<typeof submissionStatusSchema>;

export const submissionSummarySchema = z.object({
  id: z.string(),
  challenge: z.string(),
  challengeVersion: z.number().int(),
  language: z.literal('typescript'),
  kind: z.enum(['run', 'submit']),
  status: submissionStatusSchema,
  verdict: verdictSchema.nullable(),
  score: z.number().int().nullable(),
  points: z.number().int().nullable(),
  createdAt: z.string(),
  finishedAt: z.string().nullable(),
});
export type SubmissionSummary = z.infer<typeof submissionSummarySchema>;

export const queueOutlookSchema = z.object({
  /** Submissions to be graded before this one. */
  ahead: z.number().int(),
  /** Until its verdict, at the pace of the last ones; null where that cannot be said. */
  waitSeconds: z.number().int().nullable(),
  /** Submissions graded at once at present; 0: nobody grades, and it waits for somebody who does. */
  slots: z.number().int(),
});
export type QueueOutlook = z.infer<typeof queueOutlookSchema>;

export const submissionSchema = submissionSummarySchema.extend({
  source: z.string(),
  seed: z.number().int(),
  startedAt: z.string().nullable(),
  /** What stands before it; null once it is being graded. */
  queue: queueOutlookSchema.nullable(),
  /** In the order of arrival; grows while it is being graded. */
  tests: z.array(testResultSchema),
  behaviours: z.array(behaviourResultSchema),
  /** Known mistakes that fail just as it did: one, or a few that cannot be told apart. */
  mistakes: gradeResultSchema.shape.mistakes,
  problems: z.array(sourceProblemSchema),
  console: z.string(),
  meters: metersSchema.nullable(),
  /** What the challenge's own solution took on the same inputs, measured after an accepted submission; null until then. */
  reference: metersSchema.nullable(),
});
export type SubmissionAnswer = z.infer<typeof submissionSchema>;

export const submissionListSchema = z.object({ submissions: z.array(submissionSummarySchema) });

/** What `GET /api/v1/submissions/:id/events` sends, by the name of the event. */
export const submissionEventSchemas = {
  status: z.object({ status: submissionStatusSchema, queue: queueOutlookSchema.nullable() }),
  test: testResultSchema,
  done: submissionSchema,
  /** Its user ended it, here or elsewhere; there is nothing of it any more. */
  stopped: z.object({}),
} as const;
export type StoppedEvent = z.infer<typeof submissionEventSchemas.stopped>;
export type StatusEvent = z.infer<typeof submissionEventSchemas.status>;

export const draftSchema = z.object({ source: z.string(), version: z.number().int(), updatedAt: z.string() });
export type DraftAnswer = z.infer<typeof draftSchema>;

export const progressSchema = z.object({
  challenge: z.string(),
  state: z.enum(['new', 'tried', 'solved']),
  bestScore: z.number().int(),
  points: z.number().int(),
  attempts: z.number().int(),
  runs: z.number().int(),
  firstTriedAt: z.string().nullable(),
  lastTriedAt: z.string().nullable(),
  solvedAt: z.string().nullable(),
  /** Number of the attempt that solved it first. */
  solvedAttempt: z.number().int().nullable(),
  /** When lesson and solution were opened before it was solved: what is accepted later is solved after giving up. */
  gaveUpAt: z.string().nullable(),
});
export type ProgressAnswer = z.infer<typeof progressSchema>;

export const progressListSchema = z.object({ progress: z.array(progressSchema) });

const outlineSchema = z.array(
  z.object({
    id: z.string(),
    title: textSchema,
    points: z.number().int(),
    tests: z.array(z.object({ id: z.string(), title: textSchema, visibility: z.enum(['sample', 'hidden']) })),
  }),
);

export const challengeSchema = z.object({
  id: z.string(),
  version: z.number().int(),
  question: z.string(),
  title: bilingualSchema,
  kind: z.enum(['implement', 'debug', 'optimize', 'predict']),
  difficulty: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  minutes: z.number(),
  concepts: z.array(z.string()),
  prerequisites: z.array(z.string()),
  entryPoints: z.array(z.object({ name: z.string(), kind: z.enum(['function', 'class']), signature: z.string() })),
  limits: z.object({ timeLimitMs: z.number(), memoryMibMax: z.number() }),
  tolerance: z.object({ rtol: z.number(), atol: z.number() }),
  hints: z.array(bilingualSchema),
  /** The caller's own; of state `new` for someone without a session. */
  progress: progressSchema,
});
export type ChallengeAnswer = z.infer<typeof challengeSchema>;

/** What opens once a challenge is solved or given up; lesson in Markdown. */
export const solutionSchema = z.object({ lesson: bilingualSchema, solution: z.string(), twin: z.string() });
export type SolutionAnswer = z.infer<typeof solutionSchema>;

export const challengeListSchema = z.object({ challenges: z.array(challengeSchema) });

export const challengeDetailSchema = challengeSchema.extend({
  outline: outlineSchema,
  /** Markdown. */
  statement: bilingualSchema,
  starter: z.string(),
});
export type ChallengeDetail = z.infer<typeof challengeDetailSchema>;

export const errorCodes = [
  'bad-request',
  'unauthorized',
  'forbidden',
  'not-found',
  'conflict',
  'too-large',
  'too-many',
  'unavailable',
  'internal',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

export const errorSchema = z.object({
  error: z.object({
    code: z.enum(errorCodes),
    reason: z.string(),
    /** The field that was wrong, as a path with dots; null when it is the request as a whole. */
    field: z.string().nullable(),
    /** With `too-many` and `unavailable`: when to try again. */
    retryAfterSeconds: z.number().int().optional(),
    /** With `conflict` of a draft: the newer one. */
    draft: draftSchema.optional(),
  }),
});
export type ErrorAnswer = z.infer<typeof errorSchema>;
