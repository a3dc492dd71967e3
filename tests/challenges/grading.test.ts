import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gradedFiles, gradingFaults } from '#challenges/check/grading.ts';
import { challenges } from '#challenges/index.ts';
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
    for (const file of group('starter')) expect(await gradingFaults(grader, file)).toEqual([]);
  });
  test.each([...group('solution'), ...group('submissions/accepted')])(
    '$file gets full marks under ten seeds',
    async (file) => {
      expect(await gradingFaults(grader, file)).toEqual([]);
    },
  );
  test.each(group('submissions/wrong'))(
    '$file loses exactly the behaviours it declares, under ten seeds',
    async (file) => {
      expect(await gradingFaults(grader, file)).toEqual([]);
    },
  );
});
