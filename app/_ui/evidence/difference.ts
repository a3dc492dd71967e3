import type { TensorExcerpt } from '#sandbox/result.ts';

export type Element = TensorExcerpt['values'][number];

/** How a tensor of any rank lies on the page: rows of its last dimension, in blocks of the one before. */
export interface Layout {
  readonly columns: number;
  /** Number of elements per block; a gap is drawn between blocks. */
  readonly block: number;
}

export function layoutOf(shape: readonly number[]): Layout {
  const columns = shape.at(-1) ?? 1;
  return { columns: Math.max(columns, 1), block: Math.max(columns, 1) * (shape.at(-2) ?? 1) };
}

/** Which part of the tensor an excerpt shows: its first index and its sizes. One that says nothing begins at the first element. */
export function boxOf({ shape, start, size }: TensorExcerpt): { start: readonly number[]; size: readonly number[] } {
  return size.length === shape.length && size.length > 0 ? { start, size } : { start: shape.map(() => 0), size: shape };
}

/** Multi-index of the element at a row-major offset. */
export function indexAt(shape: readonly number[], offset: number): number[] {
  const index: number[] = [];
  let rest = offset;
  for (const size of shape.toReversed()) {
    index.unshift(rest % size);
    rest = Math.floor(rest / size);
  }
  return index;
}

export const offsetOf = (shape: readonly number[], index: readonly number[]): number =>
  index.reduce((offset, at, dimension) => offset * (shape[dimension] ?? 1) + at, 0);

const asNumber = (element: Element): number => {
  if (typeof element === 'boolean') return element ? 1 : 0;
  if (typeof element === 'number') return element;
  return element === 'nan' ? Number.NaN : element === 'inf' ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
};

/** Actual minus expected. Equal infinities and two NaNs agree; NaN against a number has no size and no sign. */
export function differenceOf(expected: Element, actual: Element): number {
  const [e, a] = [asNumber(expected), asNumber(actual)];
  if (Object.is(e, a) || e === a) return 0;
  return a - e;
}

/** The judge's own rule: |actual − expected| ≤ atol + rtol · |expected|. */
export function agrees(expected: Element, actual: Element, { rtol, atol }: { rtol: number; atol: number }): boolean {
  const difference = Math.abs(differenceOf(expected, actual));
  // An infinite expected value has an infinite tolerance: only its equal agrees with it.
  return difference === 0 || (Number.isFinite(difference) && difference <= atol + rtol * Math.abs(asNumber(expected)));
}

export type Shade = 'n4' | 'n3' | 'n2' | 'n1' | '' | 'p1' | 'p2' | 'p3' | 'p4';

/** The step of the diverging scale: within tolerance is paper, the largest difference is an end. */
export function shadeOf(difference: number, largest: number): Shade {
  if (difference === 0) return '';
  if (!Number.isFinite(difference)) return difference === Number.NEGATIVE_INFINITY ? 'n4' : 'p4';
  const step = largest > 0 ? Math.min(4, Math.max(1, Math.ceil((Math.abs(difference) / largest) * 4))) : 1;
  const steps = { 1: ['n1', 'p1'], 2: ['n2', 'p2'], 3: ['n3', 'p3'], 4: ['n4', 'p4'] } as const;
  const pair = step === 1 ? steps[1] : step === 2 ? steps[2] : step === 3 ? steps[3] : steps[4];
  return difference < 0 ? pair[0] : pair[1];
}
