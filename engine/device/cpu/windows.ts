import type { Operand } from '../device.ts';
import { dataOf } from './pointwise.ts';

export interface Windows {
  /** All of three numbers: depth, height, width; fewer dimensions have leading ones. */
  readonly kernel: readonly number[];
  readonly stride: readonly number[];
  readonly padding: readonly number[];
  readonly dilation: readonly number[];
  /** How many windows along each dimension. */
  readonly out: readonly number[];
  /** Sizes of the padded-from image. */
  readonly size: readonly number[];
  readonly channels: number;
  readonly batch: number;
}

/**
 * Columns [batch, channels·kernel, windows] and the image [batch, channels, d, h, w], both contiguous: visits every pair of a
 * column element and the image element it shows; runs along the width are handed over whole.
 */
function visit(p: Windows, run: (column: number, image: number, length: number, step: number) => void): void {
  const [kd, kh, kw] = p.kernel as [number, number, number];
  const [sd, sh, sw] = p.stride as [number, number, number];
  const [pd, ph, pw] = p.padding as [number, number, number];
  const [ed, eh, ew] = p.dilation as [number, number, number];
  const [od, oh, ow] = p.out as [number, number, number];
  const [d, h, w] = p.size as [number, number, number];
  const windows = od * oh * ow;
  let row = 0;
  for (let bc = 0; bc < p.batch * p.channels; bc++) {
    const image = bc * d * h * w;
    for (let z = 0; z < kd; z++)
      for (let y = 0; y < kh; y++)
        for (let x = 0; x < kw; x++, row++) {
          // windows whose element lies inside the width: 0 ≤ j·sw + shift < w
          const shift = x * ew - pw;
          const first = Math.max(0, Math.ceil(-shift / sw));
          const length = Math.min(ow, Math.floor((w - 1 - shift) / sw) + 1) - first;
          if (length <= 0) continue;
          for (let i = 0; i < od; i++) {
            const zi = i * sd + z * ed - pd;
            if (zi < 0 || zi >= d) continue;
            for (let j = 0; j < oh; j++) {
              const yj = j * sh + y * eh - ph;
              if (yj < 0 || yj >= h) continue;
              run(
                row * windows + (i * oh + j) * ow + first,
                image + (zi * h + yj) * w + first * sw + shift,
                length,
                sw,
              );
            }
          }
        }
  }
}

/** operands: columns (zeros), image. */
export function imageToColumns(operands: readonly Operand[], parameters: object): void {
  const [columns, image] = operands as [Operand, Operand];
  const to = dataOf(columns);
  const from = dataOf(image);
  visit(parameters as Windows, (c, x, n, step) => {
    let at = image.offset + x;
    for (let i = 0; i < n; i++, at += step) to[c + i] = from[at]!;
  });
}

/** operands: image (zeros), columns; overlapping windows add up. */
export function columnsToImage(operands: readonly Operand[], parameters: object): void {
  const [image, columns] = operands as [Operand, Operand];
  const to = dataOf(image);
  const from = dataOf(columns);
  visit(parameters as Windows, (c, x, n, step) => {
    let at = x;
    for (let i = 0; i < n; i++, at += step) to[at]! += from[columns.offset + c + i]!;
  });
}
