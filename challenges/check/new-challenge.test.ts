import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { chapters, challenges, questions } from '../index.ts';
import { parseMistake } from '../mistake.ts';
import {
  camel,
  folderOf,
  kinds,
  type ListName,
  objection,
  placeholder,
  predecessor,
  registered,
  templateFiles,
} from './new-challenge.ts';
import { folderHolds } from './structure.ts';

const made = { id: 'sgd-by-hand', question: '2.4', kind: 'implement' } as const;
const names: readonly ListName[] = ['index.ts', 'tests.ts', 'question-sets.ts'];
const list = (name: ListName): string => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');
const lists = {
  'index.ts': list('index.ts'),
  'tests.ts': list('tests.ts'),
  'question-sets.ts': list('question-sets.ts'),
};

describe('a new challenge is refused', () => {
  test.each([
    [{ ...made, id: 'Sgd' }, 'lower case'],
    [{ ...made, id: '../x' }, 'lower case'],
    [{ ...made, id: 'a--b' }, 'lower case'],
    [{ ...made, id: challenges[0]?.id ?? '' }, 'already'],
    [{ ...made, question: '1.3' }, 'no question "1.3". There are 1.1, 1.2, 1.3a'],
  ])('when it is %o', (wrong, why) => {
    expect(objection(wrong, challenges)).toContain(why);
  });
  test('and otherwise not', () => expect(objection(made, challenges)).toBeNull());
});

describe('its folder', () => {
  test('lies under the chapter and the question', () => {
    expect(folderOf(made)).toBe('2-building-and-training/2.4-dataloader/sgd-by-hand');
    const [first, ...rest] = questions.map(({ number }) => folderOf({ ...made, question: number }).split('/')[0]);
    expect([first, ...rest].every((chapter) => chapters.some(({ folder }) => folder === chapter))).toBe(true);
  });
  test.each(kinds)('holds all that the structure check asks for, of kind %s', (kind) => {
    const files = templateFiles({ ...made, kind });
    const tops = new Set(Object.keys(files).map((path) => path.split('/')[0]));
    expect([...tops].sort()).toEqual([...folderHolds].sort());
    expect(files['challenge.ts']).toContain(`kind: '${kind}'`);
  });
  test('says in every file but the starter and the recorded mistakes that it is to be written', () => {
    const unmarked = Object.entries(templateFiles(made)).filter(([, text]) => !text.includes(placeholder));
    expect(unmarked.map(([path]) => path)).toEqual(['starter.ts', 'mistakes.generated.json']);
  });
  test('shows the header of a wrong submission as it must be', () => {
    expect(parseMistake(templateFiles(made)['submissions/wrong/a-slip.ts'] ?? '').fails).toEqual(['computes-it']);
  });
  test('no finished challenge holds the placeholder by chance', () => {
    expect(names.filter((name) => lists[name].includes(placeholder))).toEqual([]);
  });
});

describe('its lines in the lists', () => {
  test('come after the challenges of its question, or of the last question before that has any', () => {
    const some = [
      { id: 'a', question: '1.2' },
      { id: 'b', question: '2.4' },
      { id: 'c', question: '2.4' },
      { id: 'd', question: '3.1' },
    ];
    const before = (question: string) => predecessor({ question }, some);
    expect(['1.1', '1.2', '1.3a', '2.4', '3.1', '4.5'].map(before)).toEqual([null, 'a', 'a', 'c', 'd', 'd']);
  });
  test.each([predecessor(made, challenges), null])('stand right behind %s in all three', (before) => {
    const now = registered(lists, made, before);
    for (const name of names) {
      const [old, text] = [lists[name].split('\n'), now[name].split('\n')];
      const added = text.filter((line) => line.includes(camel(made.id)));
      expect(text.filter((line) => !added.includes(line))).toEqual(old);
      expect(added).toHaveLength(name === 'question-sets.ts' ? 3 : 2);
      for (const line of added.slice(name === 'question-sets.ts' ? 1 : 0)) {
        const previous = text[text.indexOf(line) - 1] ?? '';
        if (before !== null) expect(previous).toMatch(new RegExp(`${camel(before)}|${camel(made.id)}`));
      }
    }
  });
  test('are refused where the list does not look as it should', () => {
    expect(() => registered({ ...lists, 'tests.ts': '' }, made, null)).toThrow(/no line like/i);
    expect(() => registered(lists, made, 'no-such-challenge')).toThrow(/noSuchChallenge has no line/);
  });
});
