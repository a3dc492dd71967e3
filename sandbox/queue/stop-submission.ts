import type { PrismaClient } from '#prisma/client.ts';
import { gradeJobKey, stopChannel, submissionChannel } from './channels.ts';
import { ringForNext } from './ring-for-next.ts';

/**
 * Ends a submission that has no verdict yet and leaves nothing of it: row, tests and job go in one transaction, so that a worker that is
 * grading it finds nowhere to write a verdict, hears of it, and ends. False when it is done or not this user's.
 */
export async function stopSubmission(prisma: PrismaClient, userId: string, submission: string): Promise<boolean> {
  return prisma.$transaction(async (tx) => {
    await tx.$queryRaw`select id from users where id = ${userId} for update`;
    const gone = await tx.submission.deleteMany({ where: { id: submission, userId, status: { not: 'done' } } });
    if (gone.count === 0) return false;
    await tx.$queryRaw`select graphile_worker.remove_job(${gradeJobKey(submission)})::text`;
    await ringForNext(tx, userId);
    await tx.$executeRaw`select pg_notify(${stopChannel}, ${submission})`;
    await tx.$executeRaw`select pg_notify(${submissionChannel}, ${submission})`;
    return true;
  });
}
