import { challenges } from '#challenges/index.ts';
import { expect, test } from 'vitest';
import { determine } from './determinism.ts';

const challengesMax = 3;

// All of them, fifty times: tests/bench/sandbox-determinism.ts.
test('a solution, an accepted variant and a wrong submission of some challenges, each twice under a seed beside attacks: the same verdict, score and failures', async () => {
  const every = Math.ceil(challenges.length / challengesMax);
  const chosen = new Set(challenges.filter((_, i) => i % every === 0).map(({ id }) => id));
  const taken = new Map<string, number>();
  const determined = await determine({
    times: 4,
    concurrency: 2,
    choose: ({ challenge, file }) => {
      if (!chosen.has(challenge) || file === 'starter.ts') return false;
      const kind = `${challenge} ${file.split('/').at(-2) ?? ''}`;
      const before = taken.get(kind) ?? 0;
      taken.set(kind, before + 1);
      return before < 1;
    },
  });
  expect(determined.unsteady).toStrictEqual([]);
  expect(determined.wrong).toStrictEqual([]);
  expect(determined.faults).toStrictEqual([]);
  expect(determined.gradings).toBe(determined.files * 4);
  expect(determined.attacks).toBeGreaterThan(0);
}, 300_000);
