import type { Logger } from 'pino';
import { solution } from '#challenges/content.ts';
import { findChallenge } from '#challenges/index.ts';
import type { PrismaClient } from '#prisma/client.ts';
import type { Claim } from './claim-submission.ts';
import { submissionChannel } from './channels.ts';
import type { Grades } from './grade-submission.ts';

interface Options {
  readonly prisma: PrismaClient;
  readonly grader: Grades;
  readonly log: Logger;
  readonly stopping: AbortSignal;
}

/**
 * Grades the challenge's own solution as the accepted submission was graded, on the same inputs and the same machine, and keeps what it
 * took beside it. Comes after the verdict and gives way to whoever waits; without it the page compares with the limits alone.
 */
export async function measureReference(claim: Claim, { prisma, grader, log, stopping }: Options): Promise<void> {
  const { challenge, seed, submission } = claim;
  if (findChallenge(challenge)?.version !== claim.challengeVersion || stopping.aborted) return;
  try {
    if ((await prisma.submission.count({ where: { status: 'queued' }, take: 1 })) > 0) return;
    const { verdict, meters } = await grader.grade({ challenge, source: solution(challenge), kind: 'submit', seed });
    if (verdict !== 'AC') return log.warn({ challenge, seed, verdict }, 'the solution of a challenge was not accepted');
    await prisma.$executeRaw`
      update submissions set result = jsonb_set(result, '{reference}', ${JSON.stringify(meters)}::jsonb)
      where id = ${submission}::uuid and status = 'done'`;
    await prisma.$executeRaw`select pg_notify(${submissionChannel}, ${submission})`;
  } catch (error) {
    // The verdict is there; a comparison that is not is no reason to grade again.
    if (!stopping.aborted) log.warn({ err: error }, 'the solution could not be measured');
  }
}
