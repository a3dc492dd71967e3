// What a long synchronous loop leaves behind: nothing may wait for a turn of the event loop to be freed.
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';

const loop = path.join(import.meta.dirname, 'training-loop.ts');
const run = (...args: string[]): number[] =>
  JSON.parse(execFileSync(process.execPath, ['--no-warnings', loop, ...args], { encoding: 'utf8' }));
/** What is held right after collections, at the end over after the first tenth. */
function growthBytes(held: readonly number[]): number {
  const tenth = held.length / 10;
  return Math.min(...held.slice(-2 * tenth)) - Math.min(...held.slice(tenth, 3 * tenth));
}

test('10,000 training steps in one synchronous loop hold no more at the end than after the first thousand', () => {
  const held = run('10000');
  expect(held).toHaveLength(100);
  expect(growthBytes(held)).toBeLessThan(2 ** 20);
});

test('a loop that keeps its graphs does grow, as this test measures it', () => {
  expect(growthBytes(run('2000', 'keep'))).toBeGreaterThan(2 ** 23);
});
