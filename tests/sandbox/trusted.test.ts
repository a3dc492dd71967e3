// The short way for our own files says what the service's whole way says.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gradedFiles } from '#challenges/check/grading.ts';
import { createGrader, type Grader } from '#sandbox/grade.ts';
import type { GradeResult } from '#sandbox/result.ts';
import { createTrustedGrader, type TrustedGrader } from '#sandbox/trusted/grader.ts';

let jailed: Grader;
let trusted: TrustedGrader;
beforeAll(async () => {
  [jailed, trusted] = await Promise.all([createGrader({ concurrency: 1 }), createTrustedGrader(1)]);
}, 60_000);
afterAll(() => Promise.all([jailed.close(), trusted.close()]));

/** All but what is measured. */
const both = async (challenge: string, source: string, seed: number): Promise<Omit<GradeResult, 'meters'>[]> => {
  const request = { challenge, source, kind: 'submit', seed } as const;
  const results = await Promise.all([jailed.grade(request), trusted.grade(request)]);
  return results.map(({ meters, ...result }) => result);
};

/** Plain functions; spies, modules and optimizers that the judge looks into while it is called; ranks that take turns. */
describe.each(['first-graph', 'train-with-early-stopping', 'ddp-gradient-sync'])('%s', (challenge) => {
  const files = gradedFiles(challenge);
  test.each(files.filter((_, at) => at < 3 || at % 4 === 0))('$file', async ({ source }) => {
    const [whole, short] = await both(challenge, source, 17);
    expect(short).toStrictEqual(whole);
  });
});

test.each([
  ['TLE', 'for (;;);'],
  ['OLE', "for (let i = 0; i < 1e5; i++) console.log('flood');"],
  ['RE', "throw new Error('at once');"],
  ['CE', 'const = 1;'],
  ['MLE', 'const all: number[][] = []; for (;;) all.push([all.length, 2, 3]);'],
])('%s', async (verdict, source) => {
  const [whole, short] = await both('first-graph', source, 1);
  expect([whole?.verdict, short?.verdict]).toEqual([verdict, verdict]);
});
