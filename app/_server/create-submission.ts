import { createHash, randomInt } from 'node:crypto';
import { findChallenge } from '#challenges/index.ts';
import { Prisma } from '#prisma/client.ts';
import { addGradeJob } from '#sandbox/queue/add-grade-job.ts';
import { type NewSubmission, sourceBytesMax } from './api-types.ts';
import type { CurrentUser } from './current-user.ts';
import { database } from './database.ts';
import { countSubmission } from './rate-limits.ts';
import { ServiceError } from './service-error.ts';

/** One running and three queued. */
export const submissionsActiveMax = 4;

/** Row and job in one transaction: a submission that is accepted is graded, one that is refused leaves nothing. */
export async function createSubmission(user: CurrentUser, input: NewSubmission): Promise<{ id: string }> {
  const challenge = findChallenge(input.challenge);
  if (challenge === undefined) throw new ServiceError('not-found', 'No challenge has this id.', { field: 'challenge' });
  refuseTooLong(input.source);
  await countSubmission(user.id);
  return database().prisma.$transaction(async (tx) => {
    await tx.$queryRaw`select id from users where id = ${user.id} for update`;
    const active = await tx.submission.count({ where: { userId: user.id, status: { not: 'done' } } });
    if (active >= submissionsActiveMax) {
      const reason = 'One submission is being graded and three are waiting: wait for one of them.';
      throw new ServiceError('too-many', reason, { retryAfterSeconds: 2 });
    }
    const { id } = await tx.submission.create({
      data: {
        userId: user.id,
        challenge: challenge.id,
        challengeVersion: challenge.version,
        language: input.language,
        kind: input.kind,
        source: input.source,
        sourceHash: createHash('sha256').update(input.source).digest('hex'),
        seed: BigInt(randomInt(2 ** 32)),
      },
      select: { id: true },
    });
    await addGradeJob(tx, id).catch(refuseWithoutQueue);
    return { id };
  });
}

export function refuseTooLong(source: string): void {
  if (Buffer.byteLength(source) <= sourceBytesMax) return;
  throw new ServiceError('too-large', `The source is longer than ${sourceBytesMax} bytes.`, { field: 'source' });
}

/** The queue's tables are made by the first worker that starts; until then nothing could grade it. */
function refuseWithoutQueue(cause: unknown): never {
  if (cause instanceof Prisma.PrismaClientKnownRequestError && /graphile_worker/.test(cause.message)) {
    throw new ServiceError('unavailable', 'No worker has started yet.', { retryAfterSeconds: 5, cause });
  }
  throw cause;
}
