// What a convolution needs beside products. An image is [planes, depth, height, width]; its windows are a matrix whose element
// (row, column) lies at image[rows[row] + columns[column]], rows being places in the kernel and columns being windows.
import { product } from './gemm';

/** c[m, n] (+)= a[m, k] @ b[k, n], b being windows of an image, or with the lists exchanged their transpose. */
export function gemmOfWindows32(
  m: i32,
  n: i32,
  k: i32,
  a: usize,
  aDown: i32,
  aAcross: i32,
  image: usize,
  rows: usize,
  columns: usize,
  c: usize,
  accumulate: bool,
): void {
  product<f32>(m, n, k, a, aDown, aAcross, image, 0, 0, rows, columns, c, n, 1, accumulate);
}

/** Puts zeros around each plane, or with `back` takes them away again. */
export function pad32(
  padded: usize,
  plain: usize,
  planes: i32,
  depth: i32,
  height: i32,
  width: i32,
  front: i32,
  top: i32,
  left: i32,
  back: bool,
): void {
  const wide = width + 2 * left;
  const high = height + 2 * top;
  const deep = depth + 2 * front;
  if (!back) memory.fill(padded, 0, (<usize>(planes * deep * high * wide)) << 2);
  for (let plane = 0; plane < planes; plane++) {
    for (let z = 0; z < depth; z++) {
      for (let y = 0; y < height; y++, plain += (<usize>width) << 2) {
        const inside = padded + ((<usize>(((plane * deep + z + front) * high + y + top) * wide + left)) << 2);
        if (back) copyLine(plain, inside, width);
        else copyLine(inside, plain, width);
      }
    }
  }
}

function copyLine(to: usize, from: usize, count: i32): void {
  let i = 0;
  for (; i + 3 < count; i += 4, to += 16, from += 16) v128.store(to, v128.load(from));
  for (; i < count; i++, to += 4, from += 4) store<f32>(to, load<f32>(from));
}

/** image[rows[i] + columns[j]] += matrix[i, j] */
export function addWindows32(image: usize, matrix: usize, rows: usize, columns: usize, m: i32, n: i32): void {
  for (let i = 0; i < m; i++) {
    const start = image + ((<usize>load<i32>(rows + ((<usize>i) << 2))) << 2);
    let j = 0;
    while (j < n) {
      const list = columns + ((<usize>j) << 2);
      const to = start + ((<usize>load<i32>(list)) << 2);
      if (j + 3 < n && load<i32>(list, 12) - load<i32>(list) === 3) {
        v128.store(to, f32x4.add(v128.load(to), v128.load(matrix)));
        matrix += 16;
        j += 4;
      } else {
        store<f32>(to, load<f32>(to) + load<f32>(matrix));
        matrix += 4;
        j++;
      }
    }
  }
}
