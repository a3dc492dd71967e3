// What someone's practice comes to. Pure: facts in, numbers out; the page words and draws them.
import type { Attempt, Mistake, Practice } from '#app/_server/get-practice.ts';
import { dayIn, streaks } from './days.ts';

/** Longer without a submission is a pause, of which no more than this counts as work. */
const pauseMinutesMax = 30;

/** The most that helped to solve a challenge. */
export type Help = 'none' | 'hints' | 'solution';

export interface ChallengeRecord {
  readonly id: string;
  readonly attempts: number;
  readonly runs: number;
  readonly hints: number;
  readonly solvedAt: Date | null;
  /** Solved by its first submission, without the solution. */
  readonly firstTry: boolean;
  /** What was opened before it was solved; null where it is not solved. */
  readonly help: Help | null;
  /** When its solution was opened before it was solved. */
  readonly gaveUpAt: Date | null;
  /** From the first text kept to the submission that solved it; null where it is not solved, or only after giving up. */
  readonly minutes: number | null;
  readonly lastAt: Date | null;
}

export function recordOf(id: string, practice: Practice): ChallengeRecord {
  const all = practice.attempts.filter(({ challenge }) => challenge === id);
  const submits = all.filter(({ kind }) => kind === 'submit');
  const solved = submits.find(({ verdict }) => verdict === 'AC');
  const hints = practice.hints.filter(({ challenge }) => challenge === id);
  const gaveUpAt = practice.gaveUp.get(id) ?? null;
  const help = solved === undefined ? null : helpBefore(solved.at, hints, gaveUpAt);
  return {
    id,
    attempts: submits.length,
    runs: all.length - submits.length,
    hints: hints.length,
    solvedAt: solved?.at ?? null,
    firstTry: solved !== undefined && solved === submits[0] && help !== 'solution',
    help,
    gaveUpAt,
    minutes: solved === undefined || help === 'solution' ? null : minutesOfWork(practice.begun.get(id), all, solved.at),
    lastAt: all.at(-1)?.at ?? gaveUpAt,
  };
}

function helpBefore(solvedAt: Date, hints: Practice['hints'], gaveUpAt: Date | null): Help {
  if (gaveUpAt !== null && gaveUpAt < solvedAt) return 'solution';
  return hints.some(({ at }) => at < solvedAt) ? 'hints' : 'none';
}

function minutesOfWork(begun: Date | undefined, attempts: readonly Attempt[], until: Date): number {
  const moments = [begun, ...attempts.map(({ at }) => at)]
    .filter((at): at is Date => at !== undefined && at <= until)
    .map((at) => at.getTime() / 60_000)
    .toSorted((a, b) => a - b);
  return moments.slice(1).reduce((sum, at, i) => sum + Math.min(at - (moments[i] ?? at), pauseMinutesMax), 0);
}

export interface DayRecord {
  readonly submissions: number;
  readonly runs: number;
  /** Challenges solved for the first time. */
  readonly solved: number;
}

export function recordOfDays(practice: Practice, zone: string): ReadonlyMap<string, DayRecord> {
  const dayOf = dayIn(zone);
  const days = new Map<string, DayRecord>();
  const solved = new Set<string>();
  for (const { at, kind, verdict, challenge } of practice.attempts) {
    const day = dayOf(at);
    const first = kind === 'submit' && verdict === 'AC' && !solved.has(challenge);
    if (first) solved.add(challenge);
    const before = days.get(day) ?? { submissions: 0, runs: 0, solved: 0 };
    days.set(day, {
      submissions: before.submissions + (kind === 'submit' ? 1 : 0),
      runs: before.runs + (kind === 'run' ? 1 : 0),
      solved: before.solved + (first ? 1 : 0),
    });
  }
  return days;
}

export const streakOf = (days: ReadonlyMap<string, DayRecord>, zone: string, now: Date) =>
  streaks(new Set(days.keys()), dayIn(zone)(now));

export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

export interface MistakeRecord extends Mistake {
  readonly challenge: string;
  /** Of each submission from the first that made it on: made, or avoided. */
  readonly tries: readonly ('made' | 'avoided')[];
  readonly times: number;
  readonly lastAt: Date;
  /** Made again after a submission that avoided it. */
  readonly cameBack: boolean;
}

/** Mistakes that were told for certain, those made most often first. */
export function mistakesOf(practice: Practice): MistakeRecord[] {
  const found = new Map<string, MistakeRecord>();
  for (const { challenge, kind, at, mistakes } of practice.attempts) {
    if (kind !== 'submit') continue;
    const [made] = mistakes.length === 1 ? mistakes : [];
    const key = made && `${challenge}/${made.id}`;
    if (made && key !== undefined && !found.has(key))
      found.set(key, { ...made, challenge, tries: [], times: 0, lastAt: at, cameBack: false });
    for (const [name, record] of found) {
      if (record.challenge !== challenge) continue;
      const again = name === key;
      found.set(name, {
        ...record,
        tries: [...record.tries, again ? 'made' : 'avoided'],
        times: record.times + (again ? 1 : 0),
        lastAt: again ? at : record.lastAt,
        cameBack: record.cameBack || (again && record.tries.at(-1) === 'avoided'),
      });
    }
  }
  return [...found.values()].toSorted((a, b) => b.times - a.times || b.lastAt.getTime() - a.lastAt.getTime());
}

export interface Planned {
  readonly id: string;
  readonly prerequisites: readonly string[];
}

export type NextStep = { readonly id: string; readonly why: 'begun' | 'new' };

/** What to do next: finish what was begun last, then the first in the catalogue whose prerequisites are solved. */
export function nextSteps(catalogue: readonly Planned[], records: ReadonlyMap<string, ChallengeRecord>): NextStep[] {
  const isSolved = (id: string): boolean => records.get(id)?.solvedAt != null;
  const begun = catalogue
    .filter(({ id }) => !isSolved(id) && records.get(id)?.lastAt != null)
    .toSorted((a, b) => (records.get(b.id)?.lastAt?.getTime() ?? 0) - (records.get(a.id)?.lastAt?.getTime() ?? 0));
  const fresh = catalogue.filter(({ id }) => !isSolved(id) && records.get(id)?.lastAt == null);
  const known = new Set(catalogue.map(({ id }) => id));
  const ready = fresh.filter(({ prerequisites }) => prerequisites.every((id) => !known.has(id) || isSolved(id)));
  return [
    ...begun.slice(0, 2).map(({ id }): NextStep => ({ id, why: 'begun' })),
    ...(ready.length > 0 ? ready : fresh).slice(0, 2).map(({ id }): NextStep => ({ id, why: 'new' })),
  ].slice(0, 3);
}
