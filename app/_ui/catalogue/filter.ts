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

export interface Filter {
  readonly text: string;
  readonly state: State | 'any';
  readonly kind: Kind | 'any';
  readonly difficulty: 1 | 2 | 3 | 'any';
}

export const noFilter: Filter = { text: '', state: 'any', kind: 'any', difficulty: 'any' };
export const isFiltering = (filter: Filter): boolean =>
  filter.text.trim() !== '' || filter.state !== 'any' || filter.kind !== 'any' || filter.difficulty !== 'any';

/** Every word has to be found somewhere; upper and lower case are the same. */
export function matches(row: CatalogueRow, filter: Filter): boolean {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  const haystack = row.words.toLowerCase();
  return (
    words.every((word) => haystack.includes(word)) &&
    (filter.state === 'any' || filter.state === row.state) &&
    (filter.kind === 'any' || filter.kind === row.kind) &&
    (filter.difficulty === 'any' || filter.difficulty === row.difficulty)
  );
}
