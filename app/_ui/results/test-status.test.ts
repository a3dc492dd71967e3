import { expect, it } from 'vitest';
import { behaviourLook, lookOf, verdictOfLook } from './test-status.ts';

const hidden = { id: 'a/b', visibility: 'hidden' } as const;

it('a hidden test is left out of a run, not shown as failed', () => {
  expect(lookOf(hidden, undefined, 'run', 'done')).toBe('out');
  expect(lookOf(hidden, undefined, 'submit', 'done')).toBe('not-run');
});

it('one wrong test takes the behaviour, and one missing test keeps it from being there', () => {
  expect(behaviourLook(['passed', 'failed', 'passed'])).toBe('failed');
  expect(behaviourLook(['passed', 'not-run'])).toBe('not-run');
  expect(behaviourLook(['passed', 'out'])).toBe('passed');
  expect(behaviourLook(['out'])).toBe('out');
});

it('a stopped test shows why it was stopped', () => {
  expect(verdictOfLook('stopped', 'TLE')).toBe('TLE');
  expect(verdictOfLook('stopped', 'MLE')).toBe('MLE');
  expect(verdictOfLook('stopped', null)).toBe('RE');
});
