import type { QuestionView } from './types.ts';

/** What was answered: places in the question's list, or the typed text. */
export interface Answer {
  readonly places: readonly number[];
  readonly text: string;
  readonly checked: boolean;
  /** As found when it was checked, so that answers can be counted where the questions are not at hand; null as isRight says. */
  readonly right: boolean | null;
}

export const emptyAnswer = (question: QuestionView): Answer => ({
  places: question.kind === 'ordering' ? question.shuffled : [],
  text: '',
  checked: false,
  right: null,
});

export const checkedAnswer = (question: QuestionView, answer: Answer): Answer => ({
  ...answer,
  checked: true,
  right: isRight(question, answer),
});

export interface Tally {
  readonly checked: number;
  /** Written answers count once they have been compared. */
  readonly right: number;
}

export function tallyOf(answers: readonly Answer[]): Tally {
  const checked = answers.filter((answer) => answer.checked);
  return { checked: checked.length, right: checked.filter(({ right }) => right !== false).length };
}

export const isAnswered = (question: QuestionView, { places, text }: Answer): boolean =>
  question.kind === 'numeric'
    ? typedNumber(text) !== null
    : question.kind === 'short'
      ? text.trim() !== ''
      : places.length > 0;

/** null for a written answer: its rubric is for the reader to judge by. */
export function isRight(question: QuestionView, { places, text }: Answer): boolean | null {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return question.options.every(({ right }, place) => right === places.includes(place));
    case 'numeric': {
      const typed = typedNumber(text);
      return typed !== null && Math.abs(typed - question.answer) <= question.tolerance;
    }
    case 'ordering':
      // By text: two equal lines may stand in either order.
      return (
        places.length === question.items.length &&
        places.every((place, at) => question.items[place] === question.items[at])
      );
    case 'short':
      return null;
  }
}

/** A number as people type it: a decimal comma, a proper minus sign and a fraction are taken too. */
export function typedNumber(text: string): number | null {
  const plain = text.trim().replaceAll('−', '-').replaceAll('－', '-').replace(',', '.');
  const [over, under, ...more] = plain.split('/').map((part) => part.trim());
  if (over === undefined || over === '' || under === '' || more.length > 0) return null;
  const value = Number(over) / (under === undefined ? 1 : Number(under));
  return Number.isFinite(value) ? value : null;
}

export function moved(places: readonly number[], at: number, by: -1 | 1): readonly number[] {
  const to = at + by;
  const one = places[at];
  const other = places[to];
  if (one === undefined || other === undefined) return places;
  return places.map((place, index) => (index === at ? other : index === to ? one : place));
}

/** The same order for the same question at every visit, and never the right one. */
export function shuffledPlaces(id: string, length: number): readonly number[] {
  let state = 2166136261;
  for (const letter of id) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 16777619) >>> 0;
  const places = Array.from({ length }, (_, place) => place);
  for (let at = length - 1; at > 0; at--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const other = Math.floor((state / 2 ** 32) * (at + 1));
    [places[at], places[other]] = [places[other] ?? 0, places[at] ?? 0];
  }
  return length > 1 && places.every((place, at) => place === at) ? [...places.slice(1), 0] : places;
}
