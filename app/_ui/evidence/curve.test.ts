import { expect, it } from 'vitest';
import { partingStep, pathOf, plot, ticks } from './curve.ts';

const frame = { width: 100, height: 50, left: 0, right: 0, top: 0, bottom: 0 };

it('ticks are round numbers inside the range', () => {
  expect(ticks(0.61, 1.04, 3)).toEqual([0.8, 1]);
  expect(ticks(0, 10, 5)).toEqual([0, 2, 4, 6, 8, 10]);
});

it('the first step is at the left edge and the last at the right', () => {
  const { x } = plot([1, 2, 3], [1, 2, 3], frame);
  expect([x(1), x(3)]).toEqual([0, 100]);
});

it('a missing value interrupts the line instead of being drawn as zero', () => {
  const path = pathOf([1, null, 2], plot([1, null, 2], [], frame));
  expect(path.match(/M/g)).toHaveLength(2);
  expect(path).not.toContain('L');
});

it('curves part at the first step where they differ or one of them ends', () => {
  expect(partingStep([3, 2, 1], [3, 2, 1])).toBe(null);
  expect(partingStep([3, 2, 1], [3, 2.5, 1])).toBe(2);
  expect(partingStep([3, 2, 1], [3, 2])).toBe(3);
});
