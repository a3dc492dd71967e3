import type { Text } from '#sandbox/result.ts';
import { type Language, localeOf } from './languages.ts';

/** A sentence of the judge or the catalogue in the reader's language; a bare string is code and stays as it is. */
export const textIn = (language: Language, text: Text): string => (typeof text === 'string' ? text : text[language]);

export const formatNumber = (language: Language, value: number, digitsMax = 0): string =>
  new Intl.NumberFormat(localeOf[language], { maximumFractionDigits: digitsMax }).format(value);

/** Grading times: milliseconds while they are short enough to be read as such. */
export function formatDuration(language: Language, ms: number): string {
  const [value, unit, digits] = ms < 1000 ? [ms, 'millisecond', 0] : [ms / 1000, 'second', 1];
  return new Intl.NumberFormat(localeOf[language], {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: digits,
  }).format(value);
}

export const formatMebibytes = (language: Language, bytes: number): string =>
  `${formatNumber(language, bytes / 2 ** 20, bytes < 10 * 2 ** 20 ? 1 : 0)} MiB`;

/** In the unit in which the number is read at a glance. */
export function formatBytes(language: Language, bytes: number): string {
  if (bytes < 1024) return `${formatNumber(language, bytes)} B`;
  return bytes < 2 ** 20 ? `${formatNumber(language, bytes / 1024, 1)} KiB` : formatMebibytes(language, bytes);
}

export const formatTime = (language: Language, at: Date): string =>
  new Intl.DateTimeFormat(localeOf[language], { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);

/** The time alone for today, the day as well for older moments. */
export function formatMoment(language: Language, at: Date, now: Date): string {
  if (at.toDateString() === now.toDateString()) return formatTime(language, at);
  return new Intl.DateTimeFormat(localeOf[language], {
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(at.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' }),
  }).format(at);
}

const steps = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** "6 days ago", "6 天前"; under a minute is "now", "现在". */
export function formatAgo(language: Language, at: Date, now: Date): string {
  const relative = new Intl.RelativeTimeFormat(localeOf[language], { numeric: 'auto' });
  const seconds = (at.getTime() - now.getTime()) / 1000;
  for (const [unit, length] of steps)
    if (Math.abs(seconds) >= length) return relative.format(Math.trunc(seconds / length), unit);
  return relative.format(0, 'second');
}
