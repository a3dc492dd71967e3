// Every attack through the real path: supervisor, judge thread, jailed process. Its verdict is right, it learns nothing, the supervisor
// is not held up by it, and who comes next is graded rightly.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createGrader, type Grader } from '#sandbox/grade.ts';
import { LagWatch } from '../loop-lag.ts';
import { honest, submit } from '../submissions.ts';
import { allAttacks, attacks, type Played } from './index.ts';
import { leaksOf } from './shown.ts';

let grader: Grader;
let watch: LagWatch;
const faults: string[] = [];
const played: { readonly attack: Played; readonly from: number; readonly to: number }[] = [];
beforeAll(async () => {
  grader = await createGrader({
    concurrency: 3,
    catalogueUrl: new URL('../catalogue.ts', import.meta.url).href,
    onFault: (fault) => faults.push(fault),
  });
  watch = new LagWatch(grader);
  watch.start();
}, 60_000);
afterAll(async () => {
  await watch.stop();
  await grader.close();
});

test('there are the 112 of the survey, and many more', () => {
  const { processor, thrown, memory, output, ...own } = attacks;
  const surveyed = [processor, thrown, memory, output].flat();
  expect(surveyed.length).toBe(112);
  expect(Object.values(own).flat().length).toBeGreaterThan(200);
  expect(new Set(allAttacks.map(({ name }) => name)).size).toBe(allAttacks.length);
});
test('no attack may end in AC or in a fault of ours', () => {
  for (const { name, expect: right } of allAttacks)
    for (const verdict of ['AC', 'IE']) expect(right, name).not.toContain(verdict);
});
test('where several verdicts are right it says why', () => {
  for (const { name, expect: right, why } of allAttacks) if (right.length > 1) expect(why, name).toBeTruthy();
});

describe.each(Object.entries(attacks))('%s', (_, group) => {
  test.concurrent.each(group)(
    '$name',
    async (attack) => {
      const { source, challenge, expect: right } = attack;
      const from = performance.now();
      const result = await grader.grade(submit(source, { challenge }));
      played.push({ attack, from, to: performance.now() });
      expect(right).toContain(result.verdict);
      if (['TLE', 'MLE', 'OLE', 'CE'].includes(result.verdict)) expect(result.score).toBe(0);
      expect(result.score).toBeLessThan(3);
      expect(leaksOf(result, source)).toStrictEqual([]);
      const next = await grader.grade(submit(honest));
      expect([next.verdict, next.score]).toStrictEqual(['AC', 3]);
    },
    120_000,
  );
});

test('none of them was a fault of ours', () => expect(faults).toStrictEqual([]));
test('none of them held up the supervisor: where something did, it does not when the attack is played again alone', async () => {
  await watch.stop();
  const suspects = played.filter(({ from, to }) => watch.heldUp.some((held) => held.from < to && held.to > from));
  const guilty = [];
  for (const { attack } of suspects) {
    let heldUp: LagWatch['heldUp'] | null = null;
    for (let attempt = 0; attempt < 3 && heldUp?.length !== 0; attempt++) {
      const alone = new LagWatch(grader);
      alone.start();
      await grader.grade(submit(attack.source, { challenge: attack.challenge }));
      await alone.stop();
      heldUp = alone.heldUp;
    }
    if (heldUp?.length !== 0) guilty.push([attack.name, heldUp]);
  }
  expect(guilty).toStrictEqual([]);
}, 300_000);
