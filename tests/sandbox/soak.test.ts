import { expect, test } from 'vitest';
import { soak } from './soak.ts';

// A thousand: tests/bench/sandbox-soak.ts.
test('sixty mixed submissions over two graders get their verdicts and leave no process, file or memory behind', async () => {
  const soaked = await soak({ count: 60, graders: 2, concurrency: 2, seed: 7 });
  expect(soaked.wrong).toStrictEqual([]);
  expect(soaked.faults).toStrictEqual([]);
  expect(Object.keys(soaked.verdicts).toSorted()).toStrictEqual(['attack', 'honest', 'wrong']);
  expect(soaked.processesSeen).toBeGreaterThan(60);
  expect(soaked.processesLeft).toStrictEqual([]);
  expect(soaked.filesLeft).toStrictEqual([]);
  // Twice 60 MiB: heaps of threads that were only just warm have grown.
  expect(soaked.judgeBytes.end - soaked.judgeBytes.start).toBeLessThan(120 * 2 ** 20);
}, 240_000);
