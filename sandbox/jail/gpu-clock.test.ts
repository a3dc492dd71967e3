import { expect, test } from 'vitest';
import { GpuClock } from './gpu-clock.ts';

const limitMs = 1000;
/** Waits so long in each test; the number of the test in which the clock rings. */
function rings(waits: readonly number[]): number | null {
  const clock = new GpuClock(limitMs);
  let now = 0;
  for (const [i, ms] of waits.entries()) {
    clock.beginTest();
    clock.ask(now);
    now += ms;
    if (clock.isOver(now)) return i;
    clock.answered(now);
    now += 10_000; // its own work is not the GPU's
  }
  return null;
}

test('the time limit in every test, without end', () => {
  expect(rings(new Array<number>(50).fill(limitMs))).toBeNull();
});
test('one test may compile for four times as long', () => {
  expect(rings([5 * limitMs, limitMs, limitMs])).toBeNull();
  expect(rings([5 * limitMs + 1])).toBe(0);
});
test('and all of them together no longer than that', () => {
  expect(rings([3 * limitMs, 3 * limitMs, limitMs])).toBeNull();
  expect(rings([3 * limitMs, 3 * limitMs, limitMs + 1])).toBe(2);
  expect(rings(new Array<number>(20).fill(4.9 * limitMs))).toBe(1);
});
test('several waits of one test add up', () => {
  const clock = new GpuClock(limitMs);
  for (let i = 0; i < 5; i++) {
    clock.ask(i * 5000);
    expect(clock.isAsked).toBe(true);
    clock.answered(i * 5000 + limitMs);
  }
  expect([clock.isAsked, clock.usedMs(10 ** 6), clock.isOver(10 ** 6)]).toEqual([false, 5 * limitMs, false]);
  clock.ask(0);
  expect(clock.isOver(1)).toBe(true);
});
