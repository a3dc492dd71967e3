// What is said of a wrong answer as a whole: the mistake it behaves like, and that none of it depends on the order of the tests.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createGrader, type Grader } from '#sandbox/grade.ts';
import type { GradeRequest } from '#sandbox/result.ts';
import { first, honest, instead, submit } from './submissions.ts';

let grader: Grader;
beforeAll(async () => {
  grader = await createGrader({ concurrency: 2, catalogueUrl: new URL('./catalogue.ts', import.meta.url).href });
}, 60_000);
afterAll(() => grader.close());

const told = async (source: string, more: Partial<GradeRequest> = {}) => {
  const { mistakes, verdict } = await grader.grade(submit(source, more));
  return [verdict, ...mistakes.map(({ id }) => id)];
};

describe('a submission is told which mistake it behaves like', () => {
  test('when it fails the same tests in the same way, samples alone in a run', async () => {
    expect(await told(instead('return x.mul(3);'))).toEqual(['WA', 'triples']);
    expect(await told(instead('return x.mul(3);'), { kind: 'run' })).toEqual(['WA', 'triples']);
    expect(await told(instead('return x.mul(x.is_floating_point() ? 3 : 2);'))).toEqual(['WA', 'triples-floats']);
  });
  test('not when it fails in another way or elsewhere too', async () => {
    expect(await told(instead("return 'no';"))).toEqual(['WA']);
    expect(await told(instead("throw new Error('no');"))).toEqual(['RE']);
    expect(await told(instead('return x.mul(3);').replace('[next(), next(), next()]', '[]'))).toEqual(['WA']);
  });
  test('never when it is accepted, does not load, or was stopped', async () => {
    expect(await told(honest)).toEqual(['AC']);
    expect(await told(instead('return x.mul(x.is_floating_point() ? 3 : 2);'), { kind: 'run' })).toEqual(['AC']);
    expect(await told(`throw new Error('no');\n${honest}`)).toEqual(['RE']);
    expect(await told(first('for (;;) {}'))).toEqual(['TLE']);
  });
});

test.each([
  ['wrong', instead('return x.mul(3);')],
  ['wrong sometimes', instead('return x.ndim === 3 ? x : x.mul(2);')],
  ['throws', instead("if (x.ndim > 0) throw new Error('no'); return x.mul(2);")],
  ['draws numbers', instead('return x.mul(2).add(torch.rand([1]).mul(0)).add(Math.random() * 0);')],
  ['right', honest],
])('a submission that is %s is graded alike twice under each seed', async (_, source) => {
  for (const seed of [0, 1, 2, 3, 4]) {
    const [one, two] = await Promise.all([1, 2].map(() => grader.grade(submit(source, { seed }))));
    const facts = (result: typeof one) => result && { ...result, meters: null };
    expect(facts(one)).toStrictEqual(facts(two));
  }
});
