import { describe, expect, test } from 'vitest';
import type { Evidence } from './authoring/evidence.ts';
import {
  howFailed,
  type KnownMistake,
  agreesWith,
  matchMistakes,
  patternOf,
  type TestLook,
} from './mistake-pattern.ts';

const value = (label: string): Evidence => ({ kind: 'value', label, expected: '1', actual: '2' });
const failed = (id: string, label = 'x', says = 'No.'): TestLook => ({
  id,
  status: 'failed',
  says: { en: says, zh: '不。' },
  evidence: [value(label)],
  error: null,
});
const passed = (id: string): TestLook => ({ id, status: 'passed', says: null, evidence: [], error: null });
const threw = (id: string, message?: string): TestLook => ({
  id,
  status: 'error',
  says: null,
  evidence: [],
  error: message === undefined ? null : { message },
});
const mistake = (id: string, ...gradings: TestLook[][]): KnownMistake => ({
  id,
  en: id,
  zh: id,
  tests: patternOf(gradings),
});
const ids = (known: KnownMistake[], tests: TestLook[]) => matchMistakes(known, tests).map(({ id }) => id);

test('how a test failed does not depend on the numbers in its label', () => {
  expect(howFailed(failed('a', 'patience 3'))).toBe(howFailed(failed('a', 'patience 12')));
  expect(howFailed(failed('a', 'loss'))).not.toBe(howFailed(failed('a', 'grad')));
  expect(howFailed(passed('a'))).toBeNull();
});

describe('a submission is told the name of a mistake', () => {
  const one = mistake('one', [failed('a'), passed('b')], [failed('a'), passed('b')]);
  const both = mistake('both', [failed('a'), failed('b')]);
  test('when it fails the same tests in the same way', () => {
    expect(ids([one, both], [failed('a'), passed('b')])).toEqual(['one']);
    expect(ids([one, both], [failed('a'), failed('b')])).toEqual(['both']);
  });
  test('not when it fails another test, in another way, or throws', () => {
    expect(ids([one, both], [passed('a'), failed('b')])).toEqual([]);
    expect(ids([one], [failed('a', 'y'), passed('b')])).toEqual([]);
    expect(ids([one], [threw('a'), passed('b')])).toEqual([]);
    expect(ids([one], [failed('a', 'x', 'Other.'), passed('b')])).toEqual([]);
  });
  test('that throws, when it throws the same error where the error is told', () => {
    const throws = mistake('throws', [threw('a', 'RuntimeError: shape [2, 3]'), threw('hidden')]);
    expect(ids([throws], [threw('a', 'RuntimeError: shape [5, 7]'), threw('hidden')])).toEqual(['throws']);
    expect(ids([throws], [threw('a', 'Error: it is not written yet'), threw('hidden')])).toEqual([]);
  });
  test('never when nothing failed or the run was stopped', () => {
    expect(ids([one], [passed('a'), passed('b')])).toEqual([]);
    expect(ids([one], [{ ...failed('a'), status: 'stopped' }, passed('b')])).toEqual([]);
  });
  test('by the tests that were run: a run of the samples compares those', () => {
    expect(ids([one], [failed('a')])).toEqual(['one']);
    expect(ids([one, both], [failed('a')])).toEqual(['one', 'both']);
  });
  test('a test that fails under some seeds may fail or pass', () => {
    const luck = mistake('luck', [failed('a'), failed('b')], [failed('a'), passed('b')]);
    expect(ids([luck], [failed('a'), passed('b')])).toEqual(['luck']);
    expect(ids([luck], [failed('a'), failed('b')])).toEqual(['luck']);
    expect(ids([luck], [passed('a'), failed('b')])).toEqual([]);
    expect(ids([luck, both], [failed('a'), failed('b')])).toEqual(['both']);
  });
  test('all of up to three that fail alike, and none of more', () => {
    const alike = ['p', 'q', 'r', 's'].map((id) => mistake(id, [failed('a')]));
    expect(ids(alike.slice(0, 3), [failed('a')])).toEqual(['p', 'q', 'r']);
    expect(ids(alike, [failed('a')])).toEqual([]);
  });
});

describe('a record agrees with fewer seeds of the same mistake', () => {
  const recorded = mistake('m', [failed('a'), failed('b')], [failed('a'), passed('b')]);
  test('whichever of them they were', () => {
    expect(agreesWith(recorded, mistake('m', [failed('a'), failed('b')]))).toBe(true);
    expect(agreesWith(recorded, mistake('m', [failed('a'), passed('b')]))).toBe(true);
  });
  test('and not when a test fails that never did, one passes that never did, or one fails in another way', () => {
    expect(agreesWith(recorded, mistake('m', [failed('a'), failed('c')]))).toBe(false);
    expect(agreesWith(recorded, mistake('m', [passed('a'), failed('b')]))).toBe(false);
    expect(agreesWith(recorded, mistake('m', [failed('a', 'y')]))).toBe(false);
  });
});
