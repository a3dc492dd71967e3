import type { Submission } from '#prisma/client.ts';
import { gradeResultSchema, metersSchema, type TestResult, testResultSchema } from '#sandbox/result.ts';
import type { QueueOutlook, SubmissionAnswer, SubmissionSummary } from './api-types.ts';

/** A row of test_results, parsed: what is in the database was written by another process, maybe an older one. */
export function parseTest(body: unknown): TestResult {
  return testResultSchema.parse(body);
}

type SummaryRow = Omit<Submission, 'source' | 'sourceHash' | 'result' | 'seed'>;

export function submissionSummary(row: SummaryRow): SubmissionSummary {
  return {
    id: row.id,
    challenge: row.challenge,
    challengeVersion: row.challengeVersion,
    language: 'typescript',
    kind: row.kind,
    status: row.status,
    verdict: row.verdict,
    score: row.score,
    points: row.points,
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}

const storedResultSchema = gradeResultSchema
  .omit({ tests: true })
  .extend({ reference: metersSchema.nullable().default(null) });

export function submissionAnswer(row: Submission, tests: TestResult[], queue: QueueOutlook | null): SubmissionAnswer {
  const result = row.result === null ? null : storedResultSchema.parse(row.result);
  return {
    ...submissionSummary(row),
    source: row.source,
    seed: Number(row.seed),
    startedAt: row.startedAt?.toISOString() ?? null,
    queue,
    tests,
    behaviours: result?.behaviours ?? [],
    mistakes: result?.mistakes ?? [],
    problems: result?.problems ?? [],
    console: result?.console ?? '',
    meters: result?.meters ?? null,
    reference: result?.reference ?? null,
  };
}
