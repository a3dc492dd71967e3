// Packed matrix product. Panels of A (four rows side by side) and of B (two vectors of columns side by side) are copied so
// that the inner loop reads memory in order; a 4 × 2-vector block of the result stays in registers: wider blocks spill
// where V8 has 16 vector registers (measured: 4×8 51 GFLOP/s, 4×16 32, 4×12 25).
// Pointers are bytes, strides and offsets count elements.

const depthBlock: i32 = 256;
const rowBlock: i32 = 96;
const columnBlock: i32 = 1024;
const rowsAtOnce: i32 = 4;

function fma<T>(a: v128, b: v128, c: v128): v128 {
  return ASC_FEATURE_RELAXED_SIMD ? v128.relaxed_madd<T>(a, b, c) : v128.add<T>(v128.mul<T>(a, b), c);
}

function columnsAtOnce<T>(): i32 {
  return 32 / <i32>sizeof<T>();
}

// Scratch of a product lies at fixed places: a corner block, a panel of A, a panel of B, each for 8-byte elements.
const corner: usize = 1024;
const panelA: usize = corner + 256;
const panelB: usize = panelA + rowBlock * depthBlock * 8;
/** First byte that products leave alone: what is multiplied lies from here on. */
export const dataStart: i32 = <i32>(panelB + columnBlock * depthBlock * 8);

function transposeInto(to: usize, step: usize, r0: v128, r1: v128, r2: v128, r3: v128): void {
  const a = v128.shuffle<f32>(r0, r1, 0, 4, 1, 5);
  const b = v128.shuffle<f32>(r0, r1, 2, 6, 3, 7);
  const c = v128.shuffle<f32>(r2, r3, 0, 4, 1, 5);
  const d = v128.shuffle<f32>(r2, r3, 2, 6, 3, 7);
  v128.store(to, v128.shuffle<i64>(a, c, 0, 2));
  v128.store(to + step, v128.shuffle<i64>(a, c, 1, 3));
  v128.store(to + 2 * step, v128.shuffle<i64>(b, d, 0, 2));
  v128.store(to + 3 * step, v128.shuffle<i64>(b, d, 1, 3));
}

/** Lanes side by side, `width` (4 or 8) at a time: to[lane / width][p][lane % width] = from[p · down + lane · across]; the last group is filled with zeros. */
function pack<T>(to: usize, from: usize, down: i32, across: i32, depth: i32, lanes: i32, width: i32): void {
  const size = <i32>sizeof<T>();
  const row = <usize>(width * size);
  const d = <usize>(down * size);
  const l = <usize>(across * size);
  for (let lane = 0; lane < lanes; lane += width) {
    const start = from + <usize>lane * l;
    const count = min(width, lanes - lane);
    if (count === width && across === 1) {
      let source = start;
      if (row === 32) {
        for (let p = 0; p < depth; p++, to += 32, source += d) {
          v128.store(to, v128.load(source));
          v128.store(to, v128.load(source, 16), 16);
        }
      } else {
        for (let p = 0; p < depth; p++, to += row, source += d)
          for (let b: usize = 0; b < row; b += 16) v128.store(to + b, v128.load(source + b));
      }
    } else if (size === 4 && count === width && down === 1) {
      let p = 0;
      for (; p + 3 < depth; p += 4) {
        for (let g = 0; g < width; g += 4) {
          const s = start + <usize>g * l + ((<usize>p) << 2);
          transposeInto(
            to + <usize>p * row + ((<usize>g) << 2),
            row,
            v128.load(s),
            v128.load(s + l),
            v128.load(s + 2 * l),
            v128.load(s + 3 * l),
          );
        }
      }
      for (; p < depth; p++)
        for (let g = 0; g < width; g++)
          store<T>(to + <usize>p * row + <usize>(g * size), load<T>(start + <usize>g * l + <usize>p * d));
      to += <usize>depth * row;
    } else {
      for (let p = 0; p < depth; p++, to += row) {
        for (let g = 0; g < count; g++) store<T>(to + <usize>(g * size), load<T>(start + <usize>p * d + <usize>g * l));
        for (let g = count; g < width; g++) store<T>(to + <usize>(g * size), <T>0);
      }
    }
  }
}

/**
 * As pack, with from[rows[p] + columns[lane]]: the windows of an image as a matrix that is never written out. Both lists
 * increase, so four entries lie side by side if the last is the first plus three.
 */
function packIndexed(to: usize, from: usize, rows: usize, columns: usize, depth: i32, lanes: i32): void {
  for (let lane = 0; lane < lanes; lane += 8) {
    const count = (<usize>min(8, lanes - lane)) << 2;
    const at = columns + ((<usize>lane) << 2);
    const low = load<i32>(at);
    if (count === 32 && load<i32>(at, 12) - low === 3 && load<i32>(at, 28) - load<i32>(at, 16) === 3) {
      const left = from + ((<usize>low) << 2);
      const right = from + ((<usize>load<i32>(at, 16)) << 2);
      for (let p = 0; p < depth; p++, to += 32) {
        const row = (<usize>load<i32>(rows + ((<usize>p) << 2))) << 2;
        v128.store(to, v128.load(left + row));
        v128.store(to, v128.load(right + row), 16);
      }
      continue;
    }
    for (let p = 0; p < depth; ) {
      const list = rows + ((<usize>p) << 2);
      const source = from + ((<usize>load<i32>(list)) << 2);
      if (count === 32 && p + 3 < depth && load<i32>(list, 12) - load<i32>(list) === 3) {
        for (let g: usize = 0; g < 32; g += 16) {
          const c = at + g;
          transposeInto(
            to + g,
            32,
            v128.load(source + ((<usize>load<i32>(c)) << 2)),
            v128.load(source + ((<usize>load<i32>(c, 4)) << 2)),
            v128.load(source + ((<usize>load<i32>(c, 8)) << 2)),
            v128.load(source + ((<usize>load<i32>(c, 12)) << 2)),
          );
        }
        to += 128;
        p += 4;
      } else {
        for (let g: usize = 0; g < count; g += 4)
          store<f32>(to + g, load<f32>(source + ((<usize>load<i32>(at + g)) << 2)));
        for (let g = count; g < 32; g += 4) store<f32>(to + g, 0);
        to += 32;
        p++;
      }
    }
  }
}

/** One block: c (+)= alpha · a @ b, from packed panels. */
function block<T>(depth: i32, a: usize, b: usize, c: usize, step: usize, alpha: T, accumulate: bool): void {
  let c00 = v128.splat<T>(<T>0);
  let c01 = c00;
  let c10 = c00;
  let c11 = c00;
  let c20 = c00;
  let c21 = c00;
  let c30 = c00;
  let c31 = c00;
  const size = sizeof<T>();
  let p = depth;
  for (; p > 1; p -= 2) {
    let b0 = v128.load(b);
    let b1 = v128.load(b, 16);
    let x = v128.load_splat<T>(a);
    c00 = fma<T>(x, b0, c00);
    c01 = fma<T>(x, b1, c01);
    x = v128.load_splat<T>(a, size);
    c10 = fma<T>(x, b0, c10);
    c11 = fma<T>(x, b1, c11);
    x = v128.load_splat<T>(a, 2 * size);
    c20 = fma<T>(x, b0, c20);
    c21 = fma<T>(x, b1, c21);
    x = v128.load_splat<T>(a, 3 * size);
    c30 = fma<T>(x, b0, c30);
    c31 = fma<T>(x, b1, c31);
    b0 = v128.load(b, 32);
    b1 = v128.load(b, 48);
    x = v128.load_splat<T>(a, 4 * size);
    c00 = fma<T>(x, b0, c00);
    c01 = fma<T>(x, b1, c01);
    x = v128.load_splat<T>(a, 5 * size);
    c10 = fma<T>(x, b0, c10);
    c11 = fma<T>(x, b1, c11);
    x = v128.load_splat<T>(a, 6 * size);
    c20 = fma<T>(x, b0, c20);
    c21 = fma<T>(x, b1, c21);
    x = v128.load_splat<T>(a, 7 * size);
    c30 = fma<T>(x, b0, c30);
    c31 = fma<T>(x, b1, c31);
    a += 8 * size;
    b += 64;
  }
  if (p > 0) {
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    let x = v128.load_splat<T>(a);
    c00 = fma<T>(x, b0, c00);
    c01 = fma<T>(x, b1, c01);
    x = v128.load_splat<T>(a, size);
    c10 = fma<T>(x, b0, c10);
    c11 = fma<T>(x, b1, c11);
    x = v128.load_splat<T>(a, 2 * size);
    c20 = fma<T>(x, b0, c20);
    c21 = fma<T>(x, b1, c21);
    x = v128.load_splat<T>(a, 3 * size);
    c30 = fma<T>(x, b0, c30);
    c31 = fma<T>(x, b1, c31);
  }
  if (alpha !== <T>1) {
    const s = v128.splat<T>(alpha);
    c00 = v128.mul<T>(c00, s);
    c01 = v128.mul<T>(c01, s);
    c10 = v128.mul<T>(c10, s);
    c11 = v128.mul<T>(c11, s);
    c20 = v128.mul<T>(c20, s);
    c21 = v128.mul<T>(c21, s);
    c30 = v128.mul<T>(c30, s);
    c31 = v128.mul<T>(c31, s);
  }
  if (accumulate) {
    c00 = v128.add<T>(c00, v128.load(c));
    c01 = v128.add<T>(c01, v128.load(c, 16));
    c10 = v128.add<T>(c10, v128.load(c + step));
    c11 = v128.add<T>(c11, v128.load(c + step, 16));
    c20 = v128.add<T>(c20, v128.load(c + 2 * step));
    c21 = v128.add<T>(c21, v128.load(c + 2 * step, 16));
    c30 = v128.add<T>(c30, v128.load(c + 3 * step));
    c31 = v128.add<T>(c31, v128.load(c + 3 * step, 16));
  }
  v128.store(c, c00);
  v128.store(c, c01, 16);
  v128.store(c + step, c10);
  v128.store(c + step, c11, 16);
  v128.store(c + 2 * step, c20);
  v128.store(c + 2 * step, c21, 16);
  v128.store(c + 3 * step, c30);
  v128.store(c + 3 * step, c31, 16);
}

/** A block at the edge: through a full one in scratch. */
function edge<T>(
  depth: i32,
  a: usize,
  b: usize,
  c: usize,
  step: usize,
  alpha: T,
  accumulate: bool,
  rows: i32,
  columns: i32,
): void {
  block<T>(depth, a, b, corner, 32, alpha, false);
  const size = <i32>sizeof<T>();
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      const to = c + <usize>i * step + <usize>(j * size);
      const value = load<T>(corner + <usize>(i * 32 + j * size));
      store<T>(to, accumulate ? load<T>(to) + value : value);
    }
  }
}

/**
 * c[m, n] (+)= alpha · a[m, k] @ b[k, n]; c's rows are `step` apart. B's element (p, j) lies at b[p · bDown + j · bAcross],
 * or, where `bRows` is not 0 (float32 only), at b[bRows[p] + bColumns[j]].
 */
export function product<T>(
  m: i32,
  n: i32,
  k: i32,
  a: usize,
  aDown: i32,
  aAcross: i32,
  b: usize,
  bDown: i32,
  bAcross: i32,
  bRows: usize,
  bColumns: usize,
  c: usize,
  step: i32,
  alpha: T,
  accumulate: bool,
): void {
  const size = <i32>sizeof<T>();
  const width = columnsAtOnce<T>();
  const cStep = <usize>(step * size);
  for (let pc = 0; pc < k; pc += depthBlock) {
    const depth = min(depthBlock, k - pc);
    const add = accumulate || pc > 0;
    for (let jc = 0; jc < n; jc += columnBlock) {
      const columns = min(columnBlock, n - jc);
      if (bRows !== 0)
        packIndexed(panelB, b, bRows + ((<usize>pc) << 2), bColumns + ((<usize>jc) << 2), depth, columns);
      else pack<T>(panelB, b + <usize>((pc * bDown + jc * bAcross) * size), bDown, bAcross, depth, columns, width);
      for (let ic = 0; ic < m; ic += rowBlock) {
        const rows = min(rowBlock, m - ic);
        pack<T>(panelA, a + <usize>((ic * aDown + pc * aAcross) * size), aAcross, aDown, depth, rows, rowsAtOnce);
        for (let j = 0; j < columns; j += width) {
          const pb = panelB + <usize>(j * depth * size);
          const some = min(width, columns - j);
          for (let i = 0; i < rows; i += rowsAtOnce) {
            const pa = panelA + <usize>(i * depth * size);
            const to = c + <usize>(ic + i) * cStep + <usize>((jc + j) * size);
            if (some === width && i + rowsAtOnce <= rows) block<T>(depth, pa, pb, to, cStep, alpha, add);
            else edge<T>(depth, pa, pb, to, cStep, alpha, add, min(rowsAtOnce, rows - i), some);
          }
        }
      }
    }
  }
}

export function gemm32(
  m: i32,
  n: i32,
  k: i32,
  a: usize,
  aDown: i32,
  aAcross: i32,
  b: usize,
  bDown: i32,
  bAcross: i32,
  c: usize,
  alpha: f32,
  accumulate: bool,
): void {
  product<f32>(m, n, k, a, aDown, aAcross, b, bDown, bAcross, 0, 0, c, n, alpha, accumulate);
}
export function gemm64(
  m: i32,
  n: i32,
  k: i32,
  a: usize,
  aDown: i32,
  aAcross: i32,
  b: usize,
  bDown: i32,
  bAcross: i32,
  c: usize,
  alpha: f64,
  accumulate: bool,
): void {
  product<f64>(m, n, k, a, aDown, aAcross, b, bDown, bAcross, 0, 0, c, n, alpha, accumulate);
}

/** to[m, n] = scale · from, from's element (i, j) at i · down + j · across: a bias, before a product is added to it. */
function spread<T>(to: usize, m: i32, n: i32, from: usize, down: i32, across: i32, scale: T): void {
  const size = <i32>sizeof<T>();
  const lanes = 16 / size;
  const factor = v128.splat<T>(scale);
  for (let i = 0; i < m; i++) {
    const start = from + <usize>(i * down * size);
    let j = 0;
    if (across === 1) {
      for (; j + lanes <= n; j += lanes, to += 16)
        v128.store(to, v128.mul<T>(v128.load(start + <usize>(j * size)), factor));
    } else if (across === 0) {
      const value = v128.mul<T>(v128.load_splat<T>(start), factor);
      for (; j + lanes <= n; j += lanes, to += 16) v128.store(to, value);
    }
    for (; j < n; j++, to += size) store<T>(to, load<T>(start + <usize>(j * across * size)) * scale);
  }
}
export function spread32(to: usize, m: i32, n: i32, from: usize, down: i32, across: i32, scale: f32): void {
  spread<f32>(to, m, n, from, down, across, scale);
}
export function spread64(to: usize, m: i32, n: i32, from: usize, down: i32, across: i32, scale: f64): void {
  spread<f64>(to, m, n, from, down, across, scale);
}
