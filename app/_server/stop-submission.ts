import { stopSubmission as stopInQueue } from '#sandbox/queue/stop-submission.ts';
import type { CurrentUser } from './current-user.ts';
import { database } from './database.ts';
import { getSubmission } from './get-submission.ts';
import { ServiceError } from './service-error.ts';

/** Ends a submission that waits or is being graded; it leaves no verdict and no trace. One that is graded stays. */
export async function stopSubmission(user: CurrentUser, id: string): Promise<void> {
  const { id: own } = await getSubmission(user, id);
  if (!(await stopInQueue(database().prisma, user.id, own)))
    throw new ServiceError('conflict', 'It is graded already: its verdict stands.');
}
