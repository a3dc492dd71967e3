import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fewSeeds, type GradedFile, gradedFiles, gradeFile } from '#challenges/check/grading.ts';
import { challenges } from '#challenges/index.ts';
import { agreesWith } from '#challenges/mistake-pattern.ts';
import { knownMistakes, mistakesFile } from '#challenges/mistakes.ts';
import { createGrader, type Grader } from '#sandbox/grade.ts';

let grader: Grader;
beforeAll(async () => {
  grader = await createGrader();
});
afterAll(() => grader.close());

describe.each(challenges.map(({ id }) => id))('%s', (id) => {
  const files = gradedFiles(id);
  const grade = (file: GradedFile, over = fewSeeds) => gradeFile(grader, file, { over });
  const group = (prefix: string) => files.filter(({ file }) => file.startsWith(prefix));

  test('the starter compiles and gets no point', async () => {
    for (const file of group('starter')) expect((await grade(file)).faults).toEqual([]);
  });
  test.each([...group('solution'), ...group('submissions/accepted')])(
    '$file gets full marks under several seeds',
    async (file) => {
      expect((await grade(file)).faults).toEqual([]);
    },
  );
  // One seed each, in turn: there are hundreds of them, and `npm run challenges:check` takes ten.
  test.each(group('submissions/wrong').map((file, at) => ({ ...file, seed: fewSeeds[at % fewSeeds.length] ?? 0 })))(
    '$file loses exactly the behaviours it declares, under seed $seed',
    async ({ seed, ...file }) => {
      const { faults, recorded: seen } = await grade(file, [seed]);
      expect(faults).toEqual([]);
      const known = knownMistakes(id).find((mistake) => mistake.id === seen?.id);
      expect(seen && known && agreesWith(known, seen), `${mistakesFile} says how it fails`).toBe(true);
    },
  );
  test(`${mistakesFile} knows the wrong submissions and no others`, () => {
    expect(knownMistakes(id).map((mistake) => mistake.id)).toEqual(files.flatMap(({ mistake }) => mistake?.id ?? []));
  });
});
