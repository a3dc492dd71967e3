import type { MeterReading } from '#engine/meters.ts';
import type { Cost } from '../result.ts';

/** Adds up what the tests of one submission metered; null where none of them did. */
export function costOf(readings: readonly MeterReading[]): Cost | null {
  if (readings.length === 0) return null;
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);
  return {
    operators: sum(readings.flatMap(({ operators }) => Object.values(operators))),
    savedBytes: sum(readings.map(({ savedBytes }) => savedBytes)),
    savedBytesPeak: Math.max(...readings.map(({ savedBytesPeak }) => savedBytesPeak)),
  };
}
