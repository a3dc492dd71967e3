import type { Tally } from '#app/_ui/questions/answers.ts';
import type { Kind } from '#challenges/challenge.ts';

export type State = 'new' | 'tried' | 'solved';

export interface CatalogueRow {
  readonly id: string;
  readonly title: string;
  readonly kind: Kind;
  readonly difficulty: 1 | 2 | 3;
  readonly minutes: number;
  readonly points: number;
  readonly state: State;
  readonly bestScore: number;
  readonly lastTriedAt: string | null;
  /** All that can be searched for, in both languages: titles, concepts, the question. */
  readonly words: string;
}

/** A concept set: it has no difficulty and no points. */
export interface SetRow {
  /** The interview question's number. */
  readonly id: string;
  readonly title: string;
  readonly minutes: number;
  readonly questions: number;
  readonly words: string;
}

export interface Filter {
  readonly text: string;
  readonly state: State | 'any';
  readonly kind: Kind | 'questions' | 'any';
  readonly difficulty: 1 | 2 | 3 | 'any';
}

export const noFilter: Filter = { text: '', state: 'any', kind: 'any', difficulty: 'any' };
export const isFiltering = (filter: Filter): boolean =>
  filter.text.trim() !== '' || filter.state !== 'any' || filter.kind !== 'any' || filter.difficulty !== 'any';

export function matches(row: CatalogueRow, filter: Filter): boolean {
  return (
    holdsWords(row.words, filter.text) &&
    (filter.state === 'any' || filter.state === row.state) &&
    (filter.kind === 'any' || filter.kind === row.kind) &&
    (filter.difficulty === 'any' || filter.difficulty === row.difficulty)
  );
}

/** Its state is not the server's: answers stay on the device. */
export const matchesSet = (row: SetRow, state: State, filter: Filter): boolean =>
  holdsWords(row.words, filter.text) &&
  (filter.state === 'any' || filter.state === state) &&
  (filter.kind === 'any' || filter.kind === 'questions') &&
  filter.difficulty === 'any';

export const stateOfSet = ({ questions }: SetRow, { checked, right }: Tally): State =>
  checked === 0 ? 'new' : right >= questions ? 'solved' : 'tried';

/** Every word has to be found somewhere; upper and lower case are the same. */
function holdsWords(haystack: string, text: string): boolean {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return words.every((word) => haystack.toLowerCase().includes(word));
}
