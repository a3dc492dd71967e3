import { expect, it } from 'vitest';
import { type CatalogueRow, matches, matchesSet, noFilter, type SetRow, stateOfSet } from './filter.ts';

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

const set: SetRow = { id: '1.4', title: 'Variable and Tensor', minutes: 15, questions: 2, words: '1.4 Variable 张量' };

it('a set of questions is found by words, its own kind and the state of its answers, never by a difficulty', () => {
  expect(matchesSet(set, 'new', { ...noFilter, text: 'variable 1.4' })).toBe(true);
  expect(matchesSet(set, 'new', { ...noFilter, text: 'focal' })).toBe(false);
  expect(matchesSet(set, 'tried', { ...noFilter, kind: 'questions', state: 'tried' })).toBe(true);
  expect(matchesSet(set, 'tried', { ...noFilter, state: 'solved' })).toBe(false);
  expect(matchesSet(set, 'new', { ...noFilter, kind: 'debug' })).toBe(false);
  expect(matchesSet(set, 'new', { ...noFilter, difficulty: 1 })).toBe(false);
  expect(matches(row, { ...noFilter, kind: 'questions' })).toBe(false);
});

it('a set is solved when every answer is right, and tried before', () => {
  expect(stateOfSet(set, { checked: 0, right: 0 })).toBe('new');
  expect(stateOfSet(set, { checked: 2, right: 1 })).toBe('tried');
  expect(stateOfSet(set, { checked: 2, right: 2 })).toBe('solved');
});
