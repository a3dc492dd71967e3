import type { Prisma } from '#prisma/client.ts';
import { addGradeJob } from './add-grade-job.ts';

/** The user's oldest submission that waits gets its job again: the one before it may have kept it from being graded. */
export async function ringForNext(tx: Prisma.TransactionClient, userId: string): Promise<void> {
  const next = await tx.submission.findFirst({
    where: { userId, status: 'queued' },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  if (next !== null) await addGradeJob(tx, next.id);
}
