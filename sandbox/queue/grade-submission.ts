import type { Logger } from 'pino';
import type { PrismaClient } from '#prisma/client.ts';
import type { GradeRequest, GradeResult, TestResult } from '#sandbox/result.ts';
import { type Claim, claimSubmission, claimsMax } from './claim-submission.ts';
import { finishSubmission } from './finish-submission.ts';
import { measureReference } from './measure-reference.ts';
import type { Stops } from './stops.ts';
import { TestWriter } from './store-tests.ts';
import type { WorkerMetrics } from './worker-metrics.ts';

/** As much of the grader as the queue needs. */
export interface Grades {
  grade(request: GradeRequest, onTest?: (test: TestResult) => void, signal?: AbortSignal): Promise<GradeResult>;
}

export interface GradeSubmissionOptions {
  readonly prisma: PrismaClient;
  readonly grader: Grades;
  readonly log: Logger;
  readonly metrics: WorkerMetrics;
  readonly stops: Stops;
  /** Aborted when the process must end: what is not graded by then is left for another worker. */
  readonly stopping: AbortSignal;
}

/** A result that says "our fault", which counts for nothing. */
function ownFault(seed: number): GradeResult {
  return {
    verdict: 'IE',
    score: 0,
    points: 0,
    behaviours: [],
    tests: [],
    mistakes: [],
    problems: [],
    console: '',
    seed,
    meters: { wallMs: 0, cpuMs: null, peakBytes: null, cost: null },
  };
}

/** Grades one submission, unless its user stops it: then its grading ends, and nothing of it is written. */
export async function gradeSubmission(submission: string, options: GradeSubmissionOptions): Promise<void> {
  const stopped = options.stops.begin(submission);
  try {
    await gradeUnlessStopped(submission, stopped, options);
  } finally {
    options.stops.end(submission);
  }
}

/**
 * From queued to one verdict. Safe to run twice, in two processes, and after a crash at any point: the claim's number
 * is the fence, and the seed in the row makes the second grading equal to the first.
 */
async function gradeUnlessStopped(
  submission: string,
  stopped: AbortSignal,
  options: GradeSubmissionOptions,
): Promise<void> {
  const { prisma } = options;
  const log = options.log.child({ submission });
  const claim = await claimSubmission(prisma, submission);
  if (claim === null) {
    log.info('nothing to grade');
    return;
  }
  const result = claim.number > claimsMax ? ownFault(claim.seed) : await grade(claim, stopped, { ...options, log });
  if (result === null) {
    log.info({ claim: claim.number }, 'stopped by its user');
    return;
  }
  const stored = await finishSubmission(prisma, claim, result);
  const { verdict, score, points, meters } = result;
  if (stored) options.metrics.graded(verdict, meters.wallMs);
  log.info({ verdict, score, points, wallMs: meters.wallMs, claim: claim.number, stored }, 'graded');
  if (stored && verdict === 'AC' && claim.kind === 'submit') await measureReference(claim, { ...options, log });
}

/** Null when it was stopped. */
async function grade(claim: Claim, stopped: AbortSignal, options: GradeSubmissionOptions): Promise<GradeResult | null> {
  const { prisma, grader, log, stopping } = options;
  const { challenge, source, kind, seed } = claim;
  const writer = new TestWriter(prisma, claim);
  try {
    return await grader.grade({ challenge, source, kind, seed }, (test) => writer.add(test), stopped);
  } catch (error) {
    if (stopped.aborted) return null;
    // A grader closed in the middle is no verdict.
    if (stopping.aborted) throw error;
    log.error({ err: error }, 'the grader failed');
    return ownFault(seed);
  } finally {
    await writer.close();
  }
}
