import { describe, expect, test } from 'vitest';
import { conceptSetFaults } from './check/questions-shape.ts';
import { catalogueFaults, structureFaults } from './check/structure.ts';
import { textShape } from './check/text-shape.ts';
import { conceptSets } from './concept-sets.ts';
import { challenges, findChallenge } from './index.ts';
import { parseMistake } from './mistake.ts';

test('the catalogue lists every challenge on disk once, under one of 20 questions in four chapters', () => {
  expect(catalogueFaults()).toEqual([]);
});

test.each(challenges.map(({ id }) => id))('%s is complete, in both languages alike', (id) => {
  const challenge = findChallenge(id);
  expect(challenge && structureFaults(challenge)).toEqual([]);
});

test.each(conceptSets)(
  '$question: its questions need no editor, and none can be missing unnoticed',
  ({ asks: { en } }) => {
    expect(conceptSetFaults(en)).toEqual([]);
    expect(conceptSetFaults(en.map((question) => ({ ...question, runIt: true })))).toHaveLength(en.length);
    expect(conceptSetFaults(en.slice(0, 7))).toContain('has 7 questions, not 8 to 12');
    expect(conceptSetFaults(en.filter(({ kind }) => kind !== 'short'))).toContain('has no question of the kind short');
    expect(conceptSetFaults([...en.slice(0, 9), ...en.slice(0, 1)])).toContain('uses an id twice');
  },
);

describe('the shape of a text', () => {
  const text = 'One.\n\n## Two\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n```ts\nx\n```\n\n$$\ny\n$$\n\n- three\n- four\n';
  test('names its blocks in order', () => {
    expect(textShape(text)).toEqual(['paragraph', 'h2', 'table 3×2', 'code ts 1', 'formula', 'list 2']);
  });
  test.each([
    ['a heading', text.replace('## Two', 'Two')],
    ['a row of a table', text.replace('| 1 | 2 |\n', '')],
    ['a line of code', text.replace('x\n', '')],
    ['a formula', text.replace('$$\ny\n$$', '')],
    ['an item of a list', text.replace('- four\n', '')],
  ])('changes when %s is missing', (_, shorter) => {
    expect(textShape(shorter)).not.toEqual(textShape(text));
  });
});

describe('the header of a wrong submission', () => {
  const header = '// mistake: a-slip\n// en: It slips.\n// zh: 失手了。\n// fails: one, two\n';
  test('gives the mistake and the behaviours it loses', () => {
    expect(parseMistake(header)).toEqual({ id: 'a-slip', en: 'It slips.', zh: '失手了。', fails: ['one', 'two'] });
  });
  test.each(header.trim().split('\n'))('is refused without its line "%s"', (line) => {
    expect(() => parseMistake(header.replace(`${line}\n`, ''))).toThrow(/must be/);
  });
});
