import { expect, test } from 'vitest';
import type { Attempt, Practice } from '#app/_server/get-practice.ts';
import { median, mistakesOf, nextSteps, recordOf, recordOfDays } from './summary.ts';

const at = (time: string): Date => new Date(`2026-11-${time}:00Z`);
const mistake = (id: string) => ({ id, text: { en: id, zh: id } });

const attempt = (
  challenge: string,
  time: string,
  verdict: Attempt['verdict'],
  more: Partial<Attempt> = {},
): Attempt => ({
  challenge,
  kind: 'submit',
  at: at(time),
  verdict,
  mistakes: [],
  ...more,
});
const practice = (attempts: readonly Attempt[], more: Partial<Practice> = {}): Practice => ({
  attempts,
  begun: new Map(),
  hints: [],
  gaveUp: new Map(),
  ...more,
});

test('work is counted from the first text kept to the solution, a long pause as half an hour', () => {
  const facts = practice(
    [
      attempt('a', '20T10:12', 'WA', { kind: 'run' }),
      attempt('a', '20T14:00', 'WA'),
      attempt('a', '20T14:05', 'AC'),
      attempt('a', '21T09:00', 'AC'),
    ],
    { begun: new Map([['a', at('20T10:00')]]) },
  );
  expect(recordOf('a', facts)).toMatchObject({ attempts: 3, runs: 1, minutes: 12 + 30 + 5, solvedAt: at('20T14:05') });
  expect(recordOf('b', facts)).toMatchObject({ attempts: 0, runs: 0, minutes: null, solvedAt: null, lastAt: null });
});
test('a hint opened after the solution does not make it helped; the first submission makes it a first try', () => {
  const solved = [attempt('a', '20T10:00', 'AC')];
  const opened = (time: string) => practice(solved, { hints: [{ challenge: 'a', at: at(time) }] });
  expect(recordOf('a', opened('20T09:59'))).toMatchObject({ help: 'hints', hints: 1, firstTry: true });
  expect(recordOf('a', opened('20T10:01'))).toMatchObject({ help: 'none', hints: 1 });
  expect(recordOf('a', practice([attempt('a', '20T09:00', 'WA'), ...solved])).firstTry).toBe(false);
});
test('what is accepted after the solution was opened is solved, not at first try, and takes no time', () => {
  const solved = [attempt('a', '20T10:00', 'AC')];
  const begun = new Map([['a', at('20T09:50')]]);
  const gaveUp = (time: string) => practice(solved, { begun, gaveUp: new Map([['a', at(time)]]) });
  expect(recordOf('a', gaveUp('20T09:59'))).toMatchObject({
    help: 'solution',
    solvedAt: at('20T10:00'),
    firstTry: false,
    minutes: null,
  });
  // It was being graded when its author gave up: what is in it is their own.
  expect(recordOf('a', gaveUp('20T10:01'))).toMatchObject({ help: 'none', firstTry: true, minutes: 10 });
  expect(recordOf('a', practice([], { gaveUp: new Map([['a', at('20T09:59')]]) }))).toMatchObject({
    help: null,
    solvedAt: null,
    lastAt: at('20T09:59'),
  });
});
test('a day counts submissions, runs, and challenges solved for the first time', () => {
  const days = recordOfDays(
    practice([
      attempt('a', '20T10:00', 'AC'),
      attempt('a', '20T11:00', 'AC'),
      attempt('b', '20T23:30', 'AC'),
      attempt('b', '20T23:40', 'AC', { kind: 'run' }),
    ]),
    'Asia/Shanghai',
  );
  expect(Object.fromEntries(days)).toEqual({
    '2026-11-20': { submissions: 2, runs: 0, solved: 1 },
    '2026-11-21': { submissions: 1, runs: 1, solved: 1 },
  });
});
test('a mistake is followed through the later submissions of its challenge', () => {
  const facts = practice([
    attempt('a', '20T10:00', 'WA', { mistakes: [mistake('not-cloned')] }),
    attempt('b', '20T10:01', 'WA', { mistakes: [mistake('not-cloned')] }),
    attempt('a', '20T10:02', 'WA', { mistakes: [mistake('off-by-one'), mistake('not-cloned')] }),
    attempt('a', '20T10:03', 'WA', { mistakes: [mistake('not-cloned')] }),
    attempt('a', '20T10:04', 'WA', { kind: 'run', mistakes: [mistake('not-cloned')] }),
    attempt('a', '20T10:05', 'AC'),
  ]);
  expect(mistakesOf(facts)).toMatchObject([
    { id: 'not-cloned', challenge: 'a', times: 2, tries: ['made', 'avoided', 'made', 'avoided'], cameBack: true },
    { id: 'not-cloned', challenge: 'b', times: 1, tries: ['made'], cameBack: false },
  ]);
});
test('next comes what was begun last, then what its prerequisites allow', () => {
  const catalogue = [
    { id: 'a', prerequisites: [] },
    { id: 'b', prerequisites: ['c'] },
    { id: 'c', prerequisites: [] },
    { id: 'd', prerequisites: ['not in the catalogue'] },
  ];
  const after = (attempts: readonly Attempt[]) =>
    nextSteps(catalogue, new Map(catalogue.map(({ id }) => [id, recordOf(id, practice(attempts))])));
  expect(after([])).toEqual([
    { id: 'a', why: 'new' },
    { id: 'c', why: 'new' },
  ]);
  expect(after([attempt('a', '20T10:00', 'AC'), attempt('c', '20T10:01', 'WA')])).toEqual([
    { id: 'c', why: 'begun' },
    { id: 'd', why: 'new' },
  ]);
  expect(after(['a', 'b', 'c', 'd'].map((id) => attempt(id, '20T10:00', 'AC')))).toEqual([]);
});
test('the median', () => {
  expect([median([]), median([3]), median([4, 1, 3]), median([1, 2, 3, 10])]).toEqual([null, 3, 3, 2.5]);
});
