import { describe, expect, test } from 'vitest';
import { allGroups, countPlaywright, countVitest, parseTestArguments, settle } from './test-groups.js';

describe('the arguments of npm test', () => {
  test('none means every group', () => {
    expect(parseTestArguments([])).toEqual({ groups: allGroups, rest: [] });
  });
  test('what follows one group is told to its runner', () => {
    expect(parseTestArguments(['unit', 'engine/a.test.ts', '-t', 'x'])).toEqual({
      groups: ['unit'],
      rest: ['engine/a.test.ts', '-t', 'x'],
    });
  });
  test('a group that does not exist is refused by name', () => {
    expect(() => parseTestArguments(['untit'])).toThrow('"untit"');
  });
  test('several groups cannot share a filter', () => {
    expect(() => parseTestArguments(['unit', 'db', 'engine'])).toThrow('one group only');
  });
});

const vitestReport = (more) => ({ numPassedTests: 3, numFailedTests: 0, numTotalTests: 3, testResults: [], ...more });
const playwrightReport = (stats, errors = []) => ({
  stats: { expected: 2, unexpected: 0, flaky: 0, skipped: 0, ...stats },
  errors,
});

describe('what a group came to', () => {
  test('a skipped test counts as failed, unless a filter asked for less', () => {
    expect(countVitest(vitestReport({ numTotalTests: 5 }))).toEqual({ passed: 3, failed: 2 });
    expect(countVitest(vitestReport({ numTotalTests: 5 }), { filtered: true })).toEqual({ passed: 3, failed: 0 });
    expect(countPlaywright(playwrightReport({ skipped: 1 }))).toEqual({ passed: 2, failed: 1 });
  });
  test('a file that could not be loaded counts as failed', () => {
    const broken = { status: 'failed', assertionResults: [] };
    expect(countVitest(vitestReport({ testResults: [broken] }))).toEqual({ passed: 3, failed: 1 });
  });
  test('a test that passed at its second try counts as failed', () => {
    expect(countPlaywright(playwrightReport({ flaky: 1 }))).toEqual({ passed: 2, failed: 1 });
  });
  test('no test at all is a failure, and so is a runner that fails without a failed test', () => {
    expect(settle({ passed: 0, failed: 0 }, 0)).toEqual({ passed: 0, failed: 1 });
    expect(settle({ passed: 3, failed: 0 }, 1)).toEqual({ passed: 3, failed: 1 });
    expect(settle({ passed: 3, failed: 0 }, 0)).toEqual({ passed: 3, failed: 0 });
  });
});
