import type { ExportAnswer } from './api-types.ts';
import { emailOf } from './account.ts';
import type { CurrentUser } from './current-user.ts';
import { database } from './database.ts';

/** Everything somebody did here, oldest first, as one object. */
export async function exportHistory(user: CurrentUser): Promise<ExportAnswer> {
  const { prisma } = database();
  const where = { userId: user.id };
  const [account, email, submissions, drafts, hints, solutions] = await Promise.all([
    prisma.user.findUniqueOrThrow({ where: { id: user.id }, select: { createdAt: true } }),
    emailOf(user),
    prisma.submission.findMany({ where, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] }),
    prisma.draft.findMany({ where, orderBy: { challenge: 'asc' } }),
    prisma.hintOpening.findMany({ where, orderBy: { openedAt: 'asc' } }),
    prisma.solutionOpening.findMany({ where, orderBy: { openedAt: 'asc' } }),
  ]);
  return {
    format: 'gradgym-history-1',
    exportedAt: new Date().toISOString(),
    account: { email, createdAt: account.createdAt.toISOString() },
    submissions: submissions.map(
      ({ id, challenge, challengeVersion, kind, source, verdict, score, points, createdAt }) => ({
        ...{ id, challenge, challengeVersion, kind, source, verdict, score, points },
        createdAt: createdAt.toISOString(),
      }),
    ),
    drafts: drafts.map(({ challenge, source, updatedAt }) => ({
      challenge,
      source,
      updatedAt: updatedAt.toISOString(),
    })),
    hints: hints.map(({ challenge, hint, openedAt }) => ({ challenge, hint, openedAt: openedAt.toISOString() })),
    gaveUp: solutions.map(({ challenge, openedAt }) => ({ challenge, at: openedAt.toISOString() })),
  };
}
