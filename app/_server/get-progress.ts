import { challenges } from '#challenges/index.ts';
import type { Progress } from '#prisma/client.ts';
import type { ProgressAnswer } from './api-types.ts';
import type { CurrentUser } from './current-user.ts';
import { database } from './database.ts';

/** Of every challenge in the catalogue, in its order; someone without a session has tried none. */
export async function getProgress(user: CurrentUser | null): Promise<ProgressAnswer[]> {
  const rows = user === null ? [] : await database().prisma.progress.findMany({ where: { userId: user.id } });
  const byChallenge = new Map(rows.map((row) => [row.challenge, row]));
  return challenges.map(({ id }) => progressAnswer(id, byChallenge.get(id)));
}

export function progressAnswer(challenge: string, row: Progress | null | undefined): ProgressAnswer {
  return {
    challenge,
    state: row == null ? 'new' : row.solvedAt === null ? 'tried' : 'solved',
    bestScore: row?.bestScore ?? 0,
    points: row?.points ?? 0,
    attempts: row?.attempts ?? 0,
    runs: row?.runs ?? 0,
    firstTriedAt: row?.firstTriedAt.toISOString() ?? null,
    lastTriedAt: row?.lastTriedAt.toISOString() ?? null,
    solvedAt: row?.solvedAt?.toISOString() ?? null,
    solvedAttempt: row?.solvedAttempt ?? null,
  };
}
