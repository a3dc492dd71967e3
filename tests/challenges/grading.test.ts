import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { gradedFiles, gradeFile, recordedText } from '#challenges/check/grading.ts';
import { challengeFolder, challenges } from '#challenges/index.ts';
import { mistakesFile } from '#challenges/mistakes.ts';
import type { KnownMistake } from '#challenges/mistake-pattern.ts';
import { createGrader, type Grader } from '#sandbox/grade.ts';

let grader: Grader;
beforeAll(async () => {
  grader = await createGrader();
});
afterAll(() => grader.close());

describe.each(challenges.map(({ id }) => id))('%s', (id) => {
  const files = gradedFiles(id);
  const group = (prefix: string) => files.filter(({ file }) => file.startsWith(prefix));

  test('the starter compiles and gets no point', async () => {
    for (const file of group('starter')) expect((await gradeFile(grader, file)).faults).toEqual([]);
  });
  test.each([...group('solution'), ...group('submissions/accepted')])(
    '$file gets full marks under ten seeds',
    async (file) => {
      expect((await gradeFile(grader, file)).faults).toEqual([]);
    },
  );
  const known: KnownMistake[] = [];
  test.each(group('submissions/wrong'))(
    '$file loses exactly the behaviours it declares, under ten seeds',
    async (file) => {
      const { faults, recorded } = await gradeFile(grader, file);
      if (recorded) known.push(recorded);
      expect(faults).toEqual([]);
    },
  );
  test(`${mistakesFile} says how the wrong submissions fail`, () => {
    expect(recordedText(known)).toBe(readFileSync(`${challengeFolder(id)}/${mistakesFile}`, 'utf8'));
  });
});
