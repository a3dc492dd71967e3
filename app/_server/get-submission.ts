import { z } from 'zod';
import type { SubmissionAnswer } from './api-types.ts';
import type { CurrentUser } from './current-user.ts';
import { database } from './database.ts';
import { queueOutlook } from './queue-outlook.ts';
import { ServiceError } from './service-error.ts';
import { parseTest, submissionAnswer } from './submission-answer.ts';

/** Another's submission and one that never was look the same: there is nothing to be learnt by guessing ids. */
export async function getSubmission(user: CurrentUser, id: string): Promise<SubmissionAnswer> {
  if (!z.uuid().safeParse(id).success) throw notFound();
  const row = await database().prisma.submission.findFirst({
    where: { id, userId: user.id },
    include: { tests: { orderBy: { ordinal: 'asc' } } },
  });
  if (row === null) throw notFound();
  return submissionAnswer(
    row,
    row.tests.map((test) => parseTest(test.body)),
    row.status === 'queued' ? await queueOutlook(row.createdAt) : null,
  );
}

function notFound(): ServiceError {
  return new ServiceError('not-found', 'You have no submission with this id.');
}
