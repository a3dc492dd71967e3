import { challenges } from '#challenges/index.ts';
import type { Progress } from '#prisma/client.ts';
import type { ProgressAnswer } from './api-types.ts';
import type { CurrentUser } from './current-user.ts';
import { database } from './database.ts';

/** Of every challenge in the catalogue, in its order; someone without a session has tried none. */
export async function getProgress(user: CurrentUser | null): Promise<ProgressAnswer[]> {
  if (user === null) return challenges.map(({ id }) => progressAnswer(id, null, null));
  const { prisma } = database();
  const where = { userId: user.id };
  const [rows, openings] = await Promise.all([
    prisma.progress.findMany({ where }),
    prisma.solutionOpening.findMany({ where }),
  ]);
  const byChallenge = new Map(rows.map((row) => [row.challenge, row]));
  const gaveUp = new Map(openings.map(({ challenge, openedAt }) => [challenge, openedAt]));
  return challenges.map(({ id }) => progressAnswer(id, byChallenge.get(id), gaveUp.get(id)));
}

/** Of one challenge. */
export async function getProgressOf(user: CurrentUser | null, challenge: string): Promise<ProgressAnswer> {
  if (user === null) return progressAnswer(challenge, null, null);
  const { prisma } = database();
  const where = { userId_challenge: { userId: user.id, challenge } };
  const [row, opening] = await Promise.all([
    prisma.progress.findUnique({ where }),
    prisma.solutionOpening.findUnique({ where }),
  ]);
  return progressAnswer(challenge, row, opening?.openedAt);
}

export function progressAnswer(
  challenge: string,
  row: Progress | null | undefined,
  gaveUpAt: Date | null | undefined,
): ProgressAnswer {
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
    gaveUpAt: gaveUpAt?.toISOString() ?? null,
  };
}
