import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { tests as declare, type TestSuite } from '#challenges/authoring/suite.ts';
import type { SuiteContext } from '#challenges/authoring.ts';
import { challengeFolder, challenges } from '#challenges/index.ts';
import { testSuite } from '#challenges/tests.ts';
import { sampleMistakes, sampleTests, withoutHidden } from './sample-tests.ts';

const evaluate = (script: string): TestSuite => {
  const tests = (define: (context: SuiteContext) => void) => declare(define, { mayBeEmpty: true });
  Object.assign(globalThis, { gradgymJudge: { tests } });
  return new Function(`${script}\nreturn gradgymSuite.default;`)();
};
const ids = (suite: TestSuite, visibility: string) =>
  suite.behaviours.flatMap((one) => one.tests.filter((each) => each.visibility === visibility).map(({ id }) => id));

describe.each(challenges.map(({ id }) => id))('what a browser gets of %s', (id) => {
  test('declares every sample test and no hidden one, and holds no word of those', async () => {
    const script = await sampleTests(id);
    const suite = evaluate(script);
    const whole = testSuite(id);
    expect(ids(suite, 'sample')).toEqual(ids(whole, 'sample'));
    expect(ids(suite, 'hidden')).toEqual([]);
    expect(suite.behaviours.map((one) => one.id)).toEqual(whole.behaviours.map((one) => one.id));
    const source = readFileSync(`${challengeFolder(id)}/tests.ts`, 'utf8');
    const samples = new Set(ids(whole, 'sample').map((name) => name.split('/')[1]));
    for (const name of ids(whole, 'hidden').map((full) => full.split('/')[1] ?? ''))
      if (!samples.has(name) && source.split(`'${name}'`).length === 2) expect(script).not.toContain(`"${name}"`);
    // No engine, and no judge.
    expect(script.length).toBeLessThan(60_000);
  });

  test('names mistakes by their sample tests alone', () => {
    const samples = ids(testSuite(id), 'sample');
    for (const mistake of sampleMistakes(id))
      for (const name of Object.keys(mistake.tests)) expect(samples).toContain(name);
  });
});

test('a hidden test that is declared in another way is refused, not shipped', () => {
  const behaviour = (kinds: string, body: string) => `behaviour('a', {}, (${kinds}) => { ${body} });`;
  expect(withoutHidden(behaviour('{ sample, hidden }', 'sample(1); hidden(2);'))).not.toContain('hidden(2)');
  expect(withoutHidden(behaviour('{ sample, hidden: secret }', 'for (const x of y) secret(2);'))).not.toContain(
    'secret(2)',
  );
  expect(withoutHidden(behaviour('{ hidden: secret }', 'const { hidden } = net;'))).toContain('= net');
  for (const body of ['const other = hidden; other(2);', 'x.map(hidden);', 'const y = hidden(2);', '[hidden][0](2);'])
    expect(() => withoutHidden(behaviour('{ sample, hidden }', body)), body).toThrow('another way');
  for (const kinds of ['kinds', '{ sample, ...others }', '{ sample, hidden = sample }'])
    expect(() => withoutHidden(behaviour(kinds, '')), kinds).toThrow('another way');
});
