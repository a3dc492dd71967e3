import type { SubmissionSummary } from './api-types.ts';
import type { CurrentUser } from './current-user.ts';
import { database } from './database.ts';
import { submissionSummary } from './submission-answer.ts';

const listedMax = 100;

/** One's own, newest first; of one challenge when it is named. */
export async function listSubmissions(user: CurrentUser, challenge?: string): Promise<SubmissionSummary[]> {
  const rows = await database().prisma.submission.findMany({
    where: { userId: user.id, ...(challenge === undefined ? {} : { challenge }) },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: listedMax,
    omit: { source: true, sourceHash: true, result: true, seed: true },
  });
  return rows.map(submissionSummary);
}
