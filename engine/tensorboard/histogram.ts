import { ValueError } from '../device/device.ts';

/** The summary that TensorBoard draws as one slice: counts of the values at most `bucket_limits[i]`. */
export interface Histogram {
  readonly min: number;
  readonly max: number;
  readonly num: number;
  readonly sum: number;
  readonly sum_squares: number;
  readonly bucket_limits: readonly number[];
  readonly bucket_counts: readonly number[];
}

/** Edges that grow by a tenth, from 1e-12 to 1e20, on both sides of zero: TensorFlow's own. */
const tensorflowEdges: readonly number[] = (() => {
  const positive: number[] = [];
  for (let edge = 1e-12; edge < 1e20; edge *= 1.1) positive.push(edge);
  return [...positive.map((edge) => -edge).reverse(), 0, ...positive];
})();

/** Equally wide bins between the smallest and the largest value, as numpy.histogram makes them. */
function evenEdges(count: number, low: number, high: number): number[] {
  const [from, to] = low === high ? [low - 0.5, high + 0.5] : [low, high];
  return Array.from({ length: count + 1 }, (_, i) => (i === count ? to : from + i * ((to - from) / count)));
}

/** Bins are half open, [edge, next edge), and the last one is closed; values outside all of them are not counted. */
function countInto(edges: readonly number[], values: ArrayLike<number>): number[] {
  const counts = new Array<number>(edges.length - 1).fill(0);
  const last = edges.length - 1;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? Number.NaN;
    if (!(value >= (edges[0] ?? 0) && value <= (edges[last] ?? 0))) continue;
    let [low, high] = [0, last];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (value >= (edges[middle] ?? 0)) low = middle;
      else high = middle;
    }
    counts[low] = (counts[low] ?? 0) + 1;
  }
  return counts;
}

/**
 * @param bins 'tensorflow', a number of equally wide bins, or the edges themselves, growing
 * @param maxBins joins neighbouring bins until there are at most so many
 */
export function histogramOf(
  values: ArrayLike<number>,
  bins: 'tensorflow' | number | readonly number[],
  maxBins: number | null,
): Histogram {
  if (values.length === 0) throw new ValueError('The input has no element.');
  let [min, max, sum, squares] = [Infinity, -Infinity, 0, 0];
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? Number.NaN;
    if (value < min || Number.isNaN(value)) min = value;
    if (value > max || Number.isNaN(value)) max = value;
    sum += value;
    squares += value * value;
  }
  let edges: readonly number[] =
    bins === 'tensorflow' ? tensorflowEdges : typeof bins === 'number' ? evenEdges(bins, min, max) : bins;
  if (edges.length < 2 || edges.some((edge, i) => !(i === 0 || edge >= (edges[i - 1] ?? 0))))
    throw new ValueError('`bins` must increase monotonically, and must be at least two edges');
  let counts = countInto(edges, values);
  if (maxBins !== null && counts.length > maxBins) {
    const together = Math.floor(counts.length / maxBins);
    const joined: number[] = [];
    for (let i = 0; i < counts.length; i += together)
      joined.push(counts.slice(i, i + together).reduce((a, b) => a + b, 0));
    edges = [...edges.slice(0, -1).filter((_, i) => i % together === 0), edges.at(-1) ?? 0];
    counts = joined;
  }
  // Only the bins between the first and the last that hold anything, behind one empty bin: limits are upper edges.
  const first = counts.findIndex((n) => n > 0);
  const end = counts.findLastIndex((n) => n > 0) + 1;
  if (first < 0) throw new ValueError('The histogram is empty: no value lies in its bins');
  return {
    min,
    max,
    num: values.length,
    sum,
    sum_squares: squares,
    bucket_limits: edges.slice(first, end + 1),
    bucket_counts: [first > 0 ? (counts[first - 1] ?? 0) : 0, ...counts.slice(first, end)],
  };
}
