// Whole lines of float32 that lie one after another: softmax and standardizing. A line may end within a vector; what is read
// beyond it is replaced, and memory behind the last line is ours.
import { exp, log } from './functions';

/** The vector at x with lanes from `count` on replaced by `fill`. */
function part(x: usize, count: i32, fill: v128): v128 {
  const lanes = i32x4(0, 1, 2, 3);
  return v128.bitselect(v128.load(x), fill, i32x4.lt_s(lanes, i32x4.splat(count)));
}
function storePart(z: usize, count: i32, value: v128): void {
  store<f32>(z, f32x4.extract_lane(value, 0));
  if (count > 1) store<f32>(z, f32x4.extract_lane(value, 1), 4);
  if (count > 2) store<f32>(z, f32x4.extract_lane(value, 2), 8);
}
function sumOf(v: v128): f32 {
  return f32x4.extract_lane(v, 0) + f32x4.extract_lane(v, 1) + (f32x4.extract_lane(v, 2) + f32x4.extract_lane(v, 3));
}

/** z = exp(x − max) / Σ exp(x − max), or its logarithm. z and x are not the same memory. */
export function softmaxLines32(z: usize, x: usize, lines: i32, n: i32, logarithm: bool): void {
  const lowest = f32x4.splat(f32.NEGATIVE_INFINITY);
  const whole = n & ~3;
  const rest = n & 3;
  for (let line = 0; line < lines; line++) {
    let most = lowest;
    for (let i = 0; i < whole; i += 4) most = f32x4.max(most, v128.load(x + ((<usize>i) << 2)));
    if (rest > 0) most = f32x4.max(most, part(x + ((<usize>whole) << 2), rest, lowest));
    most = f32x4.max(most, v128.shuffle<i32>(most, most, 2, 3, 0, 1));
    most = f32x4.max(most, v128.shuffle<i32>(most, most, 1, 0, 3, 2));
    let sums = f32x4.splat(0);
    for (let i = 0; i < whole; i += 4) {
      const e = exp(f32x4.sub(v128.load(x + ((<usize>i) << 2)), most));
      if (!logarithm) v128.store(z + ((<usize>i) << 2), e);
      sums = f32x4.add(sums, e);
    }
    const end = z + ((<usize>whole) << 2);
    if (rest > 0) {
      const e = exp(f32x4.sub(part(x + ((<usize>whole) << 2), rest, lowest), most));
      if (!logarithm) storePart(end, rest, e);
      sums = f32x4.add(sums, firstLanes(e, rest));
    }
    const total = f32x4.splat(sumOf(sums));
    if (logarithm) {
      const shift = log(total);
      for (let i = 0; i < whole; i += 4)
        v128.store(z + ((<usize>i) << 2), f32x4.sub(f32x4.sub(v128.load(x + ((<usize>i) << 2)), most), shift));
      if (rest > 0) storePart(end, rest, f32x4.sub(f32x4.sub(v128.load(x + ((<usize>whole) << 2)), most), shift));
    } else {
      for (let i = 0; i < whole; i += 4)
        v128.store(z + ((<usize>i) << 2), f32x4.div(v128.load(z + ((<usize>i) << 2)), total));
      if (rest > 0) storePart(end, rest, f32x4.div(v128.load(end), total));
    }
    x += (<usize>n) << 2;
    z += (<usize>n) << 2;
  }
}
/** Lanes from `count` on set to zero: exp(−∞ − −∞) is no number. */
function firstLanes(value: v128, count: i32): v128 {
  return v128.and(value, i32x4.lt_s(i32x4(0, 1, 2, 3), i32x4.splat(count)));
}

/** z = (g − Σ g · y) · y, or for the logarithm g − exp(y) · Σ g. None is the same memory as another. */
export function softmaxBackwardLines32(z: usize, g: usize, y: usize, lines: i32, n: i32, logarithm: bool): void {
  const whole = n & ~3;
  const rest = n & 3;
  const zero = f32x4.splat(0);
  for (let line = 0; line < lines; line++) {
    let sums = zero;
    for (let i = 0; i < whole; i += 4) {
      const at = (<usize>i) << 2;
      const arriving = v128.load(g + at);
      sums = f32x4.add(sums, logarithm ? arriving : f32x4.mul(arriving, v128.load(y + at)));
    }
    const end = (<usize>whole) << 2;
    if (rest > 0) {
      const arriving = part(g + end, rest, zero);
      sums = f32x4.add(sums, logarithm ? arriving : f32x4.mul(arriving, part(y + end, rest, zero)));
    }
    const total = f32x4.splat(sumOf(sums));
    for (let i = 0; i < whole; i += 4) {
      const at = (<usize>i) << 2;
      v128.store(z + at, passedBack(v128.load(g + at), v128.load(y + at), total, logarithm));
    }
    if (rest > 0) storePart(z + end, rest, passedBack(v128.load(g + end), v128.load(y + end), total, logarithm));
    z += (<usize>n) << 2;
    g += (<usize>n) << 2;
    y += (<usize>n) << 2;
  }
}
function passedBack(arriving: v128, y: v128, total: v128, logarithm: bool): v128 {
  return logarithm ? f32x4.sub(arriving, f32x4.mul(exp(y), total)) : f32x4.mul(f32x4.sub(arriving, total), y);
}

/** z = x · scale + shift with scale = 1 / √(variance + eps), shift = −scale · mean; sums in double, in two passes. */
export function standardizeLines32(z: usize, x: usize, lines: i32, n: i32, eps: f32): void {
  for (let line = 0; line < lines; line++) {
    let low = f64x2.splat(0);
    let high = low;
    let i = 0;
    for (; i + 3 < n; i += 4) {
      const v = v128.load(x + ((<usize>i) << 2));
      low = f64x2.add(low, f64x2.promote_low_f32x4(v));
      high = f64x2.add(high, f64x2.promote_low_f32x4(v128.shuffle<i64>(v, v, 1, 0)));
    }
    low = f64x2.add(low, high);
    let sum = f64x2.extract_lane(low, 0) + f64x2.extract_lane(low, 1);
    for (; i < n; i++) sum += <f64>load<f32>(x + ((<usize>i) << 2));
    const mean = sum / <f64>n;
    const means = f64x2.splat(mean);
    low = f64x2.splat(0);
    high = low;
    for (i = 0; i + 3 < n; i += 4) {
      const v = v128.load(x + ((<usize>i) << 2));
      const a = f64x2.sub(f64x2.promote_low_f32x4(v), means);
      const b = f64x2.sub(f64x2.promote_low_f32x4(v128.shuffle<i64>(v, v, 1, 0)), means);
      low = f64x2.add(low, f64x2.mul(a, a));
      high = f64x2.add(high, f64x2.mul(b, b));
    }
    low = f64x2.add(low, high);
    let spread = f64x2.extract_lane(low, 0) + f64x2.extract_lane(low, 1);
    for (; i < n; i++) {
      const d = <f64>load<f32>(x + ((<usize>i) << 2)) - mean;
      spread += d * d;
    }
    const scale = <f32>(1 / sqrt(<f64>(<f32>(spread / <f64>n + <f64>eps))));
    const shift = <f32>(<f64>-scale * <f64>(<f32>mean));
    // In double, so that product and sum are rounded once: it is all one sees of a line whose elements are nearly equal.
    const scales = f64x2.splat(<f64>scale);
    const shifts = f64x2.splat(<f64>shift);
    for (i = 0; i + 3 < n; i += 4) {
      const v = v128.load(x + ((<usize>i) << 2));
      const a = f64x2.add(f64x2.mul(f64x2.promote_low_f32x4(v), scales), shifts);
      const b = f64x2.add(f64x2.mul(f64x2.promote_low_f32x4(v128.shuffle<i64>(v, v, 1, 0)), scales), shifts);
      const low = f32x4.demote_f64x2_zero(a);
      v128.store(z + ((<usize>i) << 2), v128.shuffle<i64>(low, f32x4.demote_f64x2_zero(b), 0, 2));
    }
    for (; i < n; i++)
      store<f32>(z + ((<usize>i) << 2), <f32>(<f64>load<f32>(x + ((<usize>i) << 2)) * <f64>scale + <f64>shift));
    x += (<usize>n) << 2;
    z += (<usize>n) << 2;
  }
}
