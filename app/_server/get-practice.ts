import type { Verdict } from '#sandbox/result.ts';
import { gradeResultSchema } from '#sandbox/result.ts';
import type { CurrentUser } from './current-user.ts';
import { database } from './database.ts';

/** One graded submission as progress sees it; our own faults are not among them. */
export interface Attempt {
  readonly challenge: string;
  readonly kind: 'run' | 'submit';
  readonly at: Date;
  readonly verdict: Verdict;
  /** Known mistakes it behaved like; several are ones that could not be told apart. */
  readonly mistakes: readonly Mistake[];
}
export interface Mistake {
  readonly id: string;
  readonly text: { readonly en: string; readonly zh: string };
}

/** Facts of someone's practice, oldest first; progress is derived from them in _ui/progress. */
export interface Practice {
  readonly attempts: readonly Attempt[];
  /** When the first text of a challenge was kept, by challenge. */
  readonly begun: ReadonlyMap<string, Date>;
  readonly hints: readonly { readonly challenge: string; readonly at: Date }[];
  /** When the solution of a challenge was opened before it was solved, by challenge. */
  readonly gaveUp: ReadonlyMap<string, Date>;
}

/** Of the newest; somebody who does twenty a day gets there after a year and a half. */
const attemptsMax = 10_000;
const mistakesSchema = gradeResultSchema.shape.mistakes;

export async function getPractice(user: CurrentUser): Promise<Practice> {
  const { prisma } = database();
  const [rows, drafts, openings, solutions] = await Promise.all([
    prisma.$queryRaw<{ challenge: string; kind: 'run' | 'submit'; at: Date; verdict: Verdict; mistakes: unknown }[]>`
      select challenge, kind, created_at as at, verdict, result->'mistakes' as mistakes from submissions
      where user_id = ${user.id} and status = 'done' and verdict <> 'IE'
      order by created_at desc limit ${attemptsMax}`,
    prisma.draft.findMany({ where: { userId: user.id }, select: { challenge: true, createdAt: true } }),
    prisma.hintOpening.findMany({ where: { userId: user.id }, orderBy: { openedAt: 'asc' } }),
    prisma.solutionOpening.findMany({ where: { userId: user.id } }),
  ]);
  return {
    attempts: rows
      .reverse()
      .map(({ mistakes, ...row }) => ({ ...row, mistakes: mistakesSchema.catch([]).parse(mistakes ?? []) })),
    begun: new Map(drafts.map(({ challenge, createdAt }) => [challenge, createdAt])),
    hints: openings.map(({ challenge, openedAt }) => ({ challenge, at: openedAt })),
    gaveUp: new Map(solutions.map(({ challenge, openedAt }) => [challenge, openedAt])),
  };
}
