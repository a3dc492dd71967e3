import { type PrismaClient, Prisma } from '#prisma/client.ts';
import { submissionChannel } from './channels.ts';

/** Three workers lost over one submission are enough: it ends as our fault and takes no fourth. */
export const claimsMax = 3;

export interface Claim {
  readonly submission: string;
  readonly userId: string;
  readonly challenge: string;
  readonly challengeVersion: number;
  readonly kind: 'run' | 'submit';
  readonly source: string;
  readonly seed: number;
  /** Which claim this is, from 1. Results are written only while it is the latest. */
  readonly number: number;
}

interface Row {
  user_id: string;
  challenge: string;
  challenge_version: number;
  kind: 'run' | 'submit';
  source: string;
  seed: bigint;
  claims: number;
}

/**
 * Marks a submission running and returns what to grade. Null when there is nothing to do: it is gone, it is done, or
 * its user has another one running, whose end will ring for this one.
 */
export async function claimSubmission(prisma: PrismaClient, submission: string): Promise<Claim | null> {
  return prisma.$transaction(async (tx) => {
    // The user's row is the lock of all that one user has in the queue: claims and endings happen one at a time.
    const users = await tx.$queryRaw<{ id: string }[]>`
      select u.id from users u join submissions s on s.user_id = u.id
      where s.id = ${submission}::uuid for update of u`;
    if (users.length === 0) return null;
    const rows = await tx.$queryRaw<Row[]>`
      update submissions s set status = 'running', claims = claims + 1, started_at = coalesce(started_at, now())
      where s.id = ${submission}::uuid and s.status <> 'done' and not exists (
        select 1 from submissions o where o.user_id = s.user_id and o.id <> s.id and o.status = 'running')
      returning user_id, challenge, challenge_version, kind::text, source, seed, claims`;
    const row = rows[0];
    if (row === undefined) return null;
    await tx.$executeRaw(Prisma.sql`select pg_notify(${submissionChannel}, ${submission})`);
    return {
      submission,
      userId: row.user_id,
      challenge: row.challenge,
      challengeVersion: row.challenge_version,
      kind: row.kind,
      source: row.source,
      seed: Number(row.seed),
      number: row.claims,
    };
  });
}
