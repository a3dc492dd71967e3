import { expect, test } from 'vitest';
import { waitSeconds } from './queue-outlook.ts';

test('who waits is told of the rounds before theirs and of their own', () => {
  expect(waitSeconds({ ahead: 0, slots: 1, seconds: 1.2 })).toBe(2);
  expect(waitSeconds({ ahead: 4, slots: 1, seconds: 1.2 })).toBe(6);
  expect(waitSeconds({ ahead: 4, slots: 4, seconds: 1.2 })).toBe(3);
  expect(waitSeconds({ ahead: 0, slots: 8, seconds: 0.01 })).toBe(1);
});
test('nothing is promised where nobody grades, or nothing was graded yet', () => {
  expect(waitSeconds({ ahead: 3, slots: 0, seconds: 1.2 })).toBe(null);
  expect(waitSeconds({ ahead: 3, slots: 2, seconds: null })).toBe(null);
});
