import { expect, it } from 'vitest';
import { clockText, silenceMsMax, ticked } from './clock.ts';

it('time counts while somebody is there, once for two windows, and not over a silence', () => {
  let clock = ticked({ ms: 0, at: 0 }, 1_000_000);
  expect(clock.ms).toBe(0);
  for (const now of [1_001_000, 1_001_000, 1_001_500, 1_002_000]) clock = ticked(clock, now);
  expect(clock).toEqual({ ms: 2_000, at: 1_002_000 });
  clock = ticked(clock, 1_002_000 + silenceMsMax + 1);
  expect(clock.ms).toBe(2_000);
  // A clock that was set back takes nothing away.
  expect(ticked(clock, 0).ms).toBe(2_000);
});

it.each([
  [0, '0:00'],
  [245_999, '4:05'],
  [3_729_000, '1:02:09'],
])('%d ms read %s', (ms, text) => {
  expect(clockText(ms)).toBe(text);
});
