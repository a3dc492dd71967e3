import { expect, it } from 'vitest';
import { type CatalogueRow, matches, noFilter } from './filter.ts';

const row: CatalogueRow = {
  id: 'first-graph',
  title: 'A first graph',
  kind: 'implement',
  difficulty: 1,
  minutes: 10,
  points: 6,
  state: 'tried',
  bestScore: 2,
  lastTriedAt: null,
  words: 'A first graph 计算图 requires_grad backward',
};

it('every word has to be found, in either language and any case', () => {
  expect(matches(row, { ...noFilter, text: 'GRAPH backward' })).toBe(true);
  expect(matches(row, { ...noFilter, text: '计算图' })).toBe(true);
  expect(matches(row, { ...noFilter, text: 'graph dropout' })).toBe(false);
});

it('state, kind and difficulty narrow together', () => {
  expect(matches(row, { ...noFilter, state: 'tried', kind: 'implement', difficulty: 1 })).toBe(true);
  expect(matches(row, { ...noFilter, state: 'solved' })).toBe(false);
  expect(matches(row, { ...noFilter, kind: 'debug' })).toBe(false);
  expect(matches(row, { ...noFilter, difficulty: 3 })).toBe(false);
});
