// Pooling over codes: the largest code is the code of the largest value; a mean of codes is rounded once.
import { RuntimeError } from '../device/device.ts';
import { outputSize } from '../ops/convolution.ts';
import { numelOf, type Tensor } from '../tensor.ts';
import { codeRange, nearest, saturate } from './arithmetic.ts';
import { roundsBeforeZeroPoint } from './backend.ts';
import { codeType, codeValues, fromCodes, inLayoutOf, isChannelsLast, perTensorOf } from './quantizer.ts';

interface Windows {
  /** For both spatial dimensions, first and last + 1 of each window, inside the image. */
  readonly rows: readonly Span[];
  readonly columns: readonly Span[];
}
interface Span {
  readonly from: number;
  readonly to: number;
  readonly step: number;
  /** How many places it covers, those of the padding too. */
  readonly covers: number;
}

function slidingSpans(
  size: number,
  kernel: number,
  stride: number,
  padding: number,
  dilation: number,
  ceil: boolean,
): Span[] {
  const n = outputSize(size, kernel, stride, padding, dilation, ceil);
  if (n < 1) throw new RuntimeError('the quantized pooling window is larger than its input');
  return Array.from({ length: n }, (_, i) => {
    let from = i * stride - padding;
    const end = Math.min(from + dilation * (kernel - 1) + 1, size + padding);
    const covers = end - from;
    while (from < 0) from += dilation;
    return { from, to: Math.min(end, size), step: dilation, covers };
  });
}
const adaptiveSpans = (size: number, wanted: number): Span[] =>
  Array.from({ length: wanted }, (_, i) => {
    const from = Math.floor((i * size) / wanted);
    const to = Math.ceil(((i + 1) * size) / wanted);
    return { from, to, step: 1, covers: to - from };
  });

type Fold = (codes: ArrayLike<number>, at: number, width: number, rows: Span, columns: Span) => number;

/** Over the last two dimensions of [*, H, W]. */
function folded(t: Tensor, { rows, columns }: Windows, fold: Fold): Tensor {
  const [height = 1, width = 1] = t.shape.slice(-2);
  const lead = t.shape.slice(0, -2);
  const planes = numelOf(lead);
  const codes = codeValues(t);
  const out = codeType(t.dtype).allocate(planes * rows.length * columns.length);
  let at = 0;
  for (let plane = 0; plane < planes; plane++)
    for (const row of rows)
      for (const column of columns) out[at++] = fold(codes, plane * height * width, width, row, column);
  return inLayoutOf(
    t,
    fromCodes(out, [...lead, rows.length, columns.length], t.dtype, perTensorOf(t, 'aten::max_pool2d')),
  );
}
const largest: Fold = (codes, at, width, rows, columns) => {
  let most = -Infinity;
  for (let r = rows.from; r < rows.to; r += rows.step)
    for (let c = columns.from; c < columns.to; c += columns.step) {
      const code = codes[at + r * width + c]!;
      if (code > most) most = code;
    }
  return most;
};
function mean(t: Tensor, divisor: (rows: Span, columns: Span) => number): Fold {
  const zero = perTensorOf(t, 'aten::avg_pool2d').zero_point;
  const [low, high] = codeRange(t.dtype);
  const before = roundsBeforeZeroPoint(isChannelsLast(t));
  return (codes, at, width, rows, columns) => {
    let sum = 0;
    for (let r = rows.from; r < rows.to; r++)
      for (let c = columns.from; c < columns.to; c++) sum += codes[at + r * width + c]! - zero;
    const exact = Math.fround(sum * Math.fround(1 / divisor(rows, columns)));
    return saturate(before ? zero + nearest(exact) : nearest(zero + exact), low, high);
  };
}

const pair = (v: unknown, otherwise: readonly number[]): readonly number[] =>
  typeof v === 'number' ? [v, v] : Array.isArray(v) && v.length > 0 ? [Number(v[0]), Number(v.at(-1))] : otherwise;

interface Sliding {
  readonly kernel: unknown;
  readonly stride: unknown;
  readonly padding: unknown;
  readonly dilation?: unknown;
  readonly ceil: boolean;
}
/** One dimension is a row of height 1. */
function windows(t: Tensor, dims: 1 | 2, o: Sliding): Windows {
  const [height = 1, width = 1] = t.shape.slice(-2);
  const kernel = pair(o.kernel, [1, 1]);
  const stride = pair(o.stride, kernel);
  const padding = pair(o.padding, [0, 0]);
  const dilation = pair(o.dilation ?? 1, [1, 1]);
  const spans = (size: number, d: 0 | 1): Span[] =>
    slidingSpans(size, kernel[d] ?? 1, stride[d] ?? 1, padding[d] ?? 0, dilation[d] ?? 1, o.ceil);
  return {
    rows: dims === 1 ? [{ from: 0, to: 1, step: 1, covers: 1 }] : spans(height, 0),
    columns: spans(width, 1),
  };
}
/** [*, L] as [*, 1, L], and the result back. */
const asRows = (t: Tensor, dims: 1 | 2, pool: (t: Tensor) => Tensor): Tensor =>
  dims === 2 ? pool(t) : pool(t.unsqueeze(-2)).squeeze([-2]);

export const maxPool = (t: Tensor, dims: 1 | 2, o: Sliding): Tensor =>
  asRows(t, dims, (x) => folded(x, windows(x, dims, o), largest));

export const averagePool = (
  t: Tensor,
  dims: 1 | 2,
  o: Sliding & { readonly countsPadding: boolean; readonly divisor: number | null },
): Tensor =>
  asRows(t, dims, (x) =>
    folded(
      x,
      windows(x, dims, o),
      mean(x, (r, c) => o.divisor ?? (o.countsPadding ? r.covers * c.covers : (r.to - r.from) * (c.to - c.from))),
    ),
  );

export const adaptiveAveragePool = (t: Tensor, dims: 1 | 2, size: unknown): Tensor =>
  asRows(t, dims, (x) => {
    const [height = 1, width = 1] = x.shape.slice(-2);
    const wanted = Array.isArray(size) ? size : [size, size];
    const [rows, columns] = dims === 1 ? [1, wanted[0]] : [wanted[0] ?? height, wanted[1] ?? width];
    return folded(
      x,
      { rows: adaptiveSpans(height, Number(rows)), columns: adaptiveSpans(width, Number(columns)) },
      mean(x, (r, c) => r.covers * c.covers),
    );
  });
