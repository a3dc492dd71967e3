/** Geometry of a small curve plot; pure, so that the same numbers draw the wide and the narrow picture. */
export type Series = readonly (number | null)[];

export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Plot {
  readonly x: (step: number) => number;
  readonly y: (value: number) => number;
  readonly yTicks: readonly number[];
  readonly xTicks: readonly number[];
}

const finite = (series: Series): number[] =>
  series.filter((value): value is number => value !== null && Number.isFinite(value));

/** Round steps of 1, 2 or 5 times a power of ten. */
export function ticks(low: number, high: number, count: number): number[] {
  if (!(high > low)) return [low];
  const rough = (high - low) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough) ?? rough;
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, at) => Number(((first + at) * step).toPrecision(12)));
}

export function plot(expected: Series, actual: Series, frame: Frame): Plot {
  const values = [...finite(expected), ...finite(actual)];
  const [low, high] = values.length === 0 ? [0, 1] : [Math.min(...values), Math.max(...values)];
  const margin = (high - low || Math.abs(high) || 1) * 0.08;
  const [bottom, top] = [low - margin, high + margin];
  const steps = Math.max(expected.length, actual.length, 2);
  return {
    x: (step) => frame.left + ((step - 1) / (steps - 1)) * (frame.width - frame.left - frame.right),
    y: (value) =>
      frame.height - frame.bottom - ((value - bottom) / (top - bottom)) * (frame.height - frame.top - frame.bottom),
    yTicks: ticks(bottom, top, 3),
    xTicks:
      steps <= 10 ? Array.from({ length: steps }, (_, at) => at + 1) : ticks(1, steps, 5).filter(Number.isInteger),
  };
}

/** An SVG path that is interrupted where a value is missing. */
export function pathOf(series: Series, { x, y }: Plot): string {
  let pen = 'M';
  return series
    .map((value, at) => {
      if (value === null || !Number.isFinite(value)) {
        pen = 'M';
        return '';
      }
      const point = `${pen}${x(at + 1).toFixed(1)} ${y(value).toFixed(1)}`;
      pen = 'L';
      return point;
    })
    .join('');
}

/** First step (1-based) at which the two part by more than a hundredth of their range; null when they never do. */
export function partingStep(expected: Series, actual: Series): number | null {
  const values = [...finite(expected), ...finite(actual)];
  const range = Math.max(...values) - Math.min(...values) || 1;
  for (let at = 0; at < Math.max(expected.length, actual.length); at++) {
    const [e, a] = [expected[at] ?? null, actual[at] ?? null];
    if (e === null && a === null) continue;
    if (e === null || a === null || Math.abs(e - a) > range / 100) return at + 1;
  }
  return null;
}
