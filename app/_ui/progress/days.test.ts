import { expect, test } from 'vitest';
import { addDays, dayIn, isTimeZone, streaks, weekday, weeksUpTo } from './days.ts';

test('a moment lies on different days in different zones', () => {
  const at = new Date('2026-03-01T20:30:00Z');
  expect(['UTC', 'Asia/Shanghai', 'America/Los_Angeles'].map((zone) => dayIn(zone)(at))).toEqual([
    '2026-03-01',
    '2026-03-02',
    '2026-03-01',
  ]);
});
test('only zones that exist are taken from a cookie', () => {
  expect(['Europe/Berlin', 'UTC', 'Mars/Olympus', '', undefined].map(isTimeZone)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});
test('days are counted over the ends of months and the change of clocks', () => {
  expect(addDays('2026-02-27', 3)).toBe('2026-03-02');
  expect(addDays('2026-03-30', -2)).toBe('2026-03-28');
  expect(weekday('2026-11-23')).toBe(0);
});
test('weeks run from Monday to Sunday, the last is the one of today', () => {
  const weeks = weeksUpTo('2026-11-24', 3);
  expect(weeks.map((week) => [week[0], week[6]])).toEqual([
    ['2026-11-09', '2026-11-15'],
    ['2026-11-16', '2026-11-22'],
    ['2026-11-23', '2026-11-29'],
  ]);
});
test.each([
  ['nothing', [], 0, 0],
  ['today alone', ['2026-11-24'], 1, 1],
  ['up to yesterday', ['2026-11-21', '2026-11-22', '2026-11-23'], 3, 3],
  ['broken the day before yesterday', ['2026-11-20', '2026-11-21', '2026-11-22'], 0, 3],
  ['a longer one before', ['2026-11-01', '2026-11-02', '2026-11-03', '2026-11-23', '2026-11-24'], 2, 3],
])('streak: %s', (_, days, now, longest) => {
  expect(streaks(new Set(days), '2026-11-24')).toEqual({ now, longest });
});
