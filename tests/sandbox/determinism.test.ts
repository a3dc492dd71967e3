import { expect, test } from 'vitest';
import { determine } from './determinism.ts';

// All of them, fifty times: tests/bench/sandbox-determinism.ts.
test('solutions, accepted variants and some wrong submissions, each twice under a seed beside attacks: the same verdict, score and failures', async () => {
  const perChallenge = new Map<string, number>();
  const determined = await determine({
    times: 4,
    concurrency: 2,
    choose: ({ challenge, file }) => {
      const taken = perChallenge.get(challenge) ?? 0;
      if (file.includes('/wrong/') && taken >= 2) return false;
      if (file.includes('/wrong/')) perChallenge.set(challenge, taken + 1);
      return file !== 'starter.ts' && (file.includes('/wrong/') || file === 'solution.ts' || taken === 0);
    },
  });
  expect(determined.unsteady).toStrictEqual([]);
  expect(determined.wrong).toStrictEqual([]);
  expect(determined.faults).toStrictEqual([]);
  expect(determined.gradings).toBe(determined.files * 4);
  expect(determined.attacks).toBeGreaterThan(0);
}, 300_000);
