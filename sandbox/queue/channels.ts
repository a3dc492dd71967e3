// What the worker and the web tier say to each other over PostgreSQL: names and shapes, no code that sends.
import { z } from 'zod';

/** NOTIFY channel: "something of this submission changed, read its rows". The rows are the truth, this is the bell. */
export const submissionChannel = 'gradgym_submission';

/** NOTIFY channel: "this submission was stopped by its user, its grading may end". Its row is gone already. */
export const stopChannel = 'gradgym_stop';

/** First key of the advisory lock that a living worker holds; the second is its id in `workers`. */
export const workerLockClass = 0x67796d;

/** A worker that has not been seen for so long is dead even if its connection is up. */
export const workerSilenceSecondsMax = 60;

export const gradeTask = 'grade-submission';
export const gradePayloadSchema = z.object({ submission: z.uuid() });

/** A submission is graded by one job at a time; the key makes adding it twice harmless. */
export const gradeJobKey = (submission: string): string => `submission:${submission}`;

/** Each time a job is taken counts; after so many the submission's own row says IE (see claimsMax), this is the backstop. */
export const gradeAttemptsMax = 25;
