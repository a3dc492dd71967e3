import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conceptSets } from '#challenges/concept-sets.ts';
import { challenges } from '#challenges/index.ts';
import { questionSet } from '#challenges/question-sets.ts';
import {
  checkedAnswer,
  emptyAnswer,
  isAnswered,
  isRight,
  moved,
  shuffledPlaces,
  tallyOf,
  typedNumber,
} from './answers.ts';
import { readQuestions } from './read-questions.ts';
import type { ChoiceView, NumericView, OrderingView, ShortView } from './types.ts';

const asked = { id: 'q', stage: 'concept', prompt: '', runIt: false } as const;
const multiple: ChoiceView = {
  ...asked,
  kind: 'multiple',
  options: [true, false, true].map((right) => ({ text: '', right, why: '' })),
};
const numeric: NumericView = { ...asked, kind: 'numeric', answer: -0.5, tolerance: 0.01, why: '' };
const ordering: OrderingView = { ...asked, kind: 'ordering', items: ['a', 'b', 'a'], shuffled: [1, 0, 2], why: '' };
const answer = (places: number[], text = '') => ({ places, text, checked: true, right: null });

test('a multiple choice is right only with every right option and no other', () => {
  expect([[0, 2], [2, 0], [0], [0, 1, 2], []].map((places) => isRight(multiple, answer(places)))).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});

test('a number counts within its tolerance, in any way people write it', () => {
  expect(['-0.5', '−0,5', ' -1/2 ', '-0.509', '-5e-1'].map((text) => isRight(numeric, answer([], text)))).toEqual([
    true,
    true,
    true,
    true,
    true,
  ]);
  expect(['0.5', '-0.52', '', 'half', '1/0', '1/2/3', '/2'].map((text) => isRight(numeric, answer([], text)))).toEqual([
    false,
    false,
    false,
    false,
    false,
    false,
    false,
  ]);
  expect(typedNumber('')).toBeNull();
});

test('equal lines of an ordering may stand in either order', () => {
  expect(
    [
      [0, 1, 2],
      [2, 1, 0],
      [1, 0, 2],
    ].map((places) => isRight(ordering, answer(places))),
  ).toEqual([true, true, false]);
});

test('checked answers are counted: right ones, and written ones, which nobody judges', () => {
  const short: ShortView = { ...asked, kind: 'short', rubric: [], model: '' };
  const answers = [
    checkedAnswer(multiple, answer([0, 2])),
    checkedAnswer(numeric, answer([], '2')),
    checkedAnswer(short, answer([], 'so')),
    { ...answer([0, 2]), checked: false, right: true },
    emptyAnswer(ordering),
  ];
  expect(answers.slice(0, 3).map(({ right }) => right)).toEqual([true, false, null]);
  expect(tallyOf(answers)).toEqual({ checked: 3, right: 2 });
  expect(tallyOf([])).toEqual({ checked: 0, right: 0 });
});

test('a line moves by one place, and not beyond the ends', () => {
  expect([moved([0, 1, 2], 1, -1), moved([0, 1, 2], 2, 1), moved([0, 1, 2], 0, -1)]).toEqual([
    [1, 0, 2],
    [0, 1, 2],
    [0, 1, 2],
  ]);
});

test('a shuffle holds every place once and never gives the answer away', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 2, max: 12 }), (id, length) => {
      const places = shuffledPlaces(id, length);
      expect([...places].sort((a, b) => a - b)).toEqual(Array.from({ length }, (_, place) => place));
      expect(places.every((place, at) => place === at)).toBe(false);
    }),
  );
});

describe.each(['en', 'zh'] as const)('the sets of the catalogue in %s', (language) => {
  const sets = [
    ...challenges.map(({ id }) => ({ id, set: questionSet(id, language) })),
    ...conceptSets.map(({ question, asks }) => ({ id: question, set: asks[language] })),
  ];
  test.each(sets)('$id: no question is right, or answered, before it is answered', async ({ set }) => {
    const views = await readQuestions(set);
    expect(views.length).toBeGreaterThan(0);
    for (const view of views) {
      const empty = emptyAnswer(view);
      expect(isRight(view, empty)).not.toBe(true);
      // An order is always there; everything else begins empty.
      expect(isAnswered(view, empty)).toBe(view.kind === 'ordering');
      expect(view.prompt).toMatch(/^<p>/);
    }
  });
});
