// Functions of four float32 at a time, within 2 units in the last place of the rounded true value. Polynomials and the splitting of
// ln 2 into an exact and a small part: S. L. Moshier, Cephes Mathematical Library.

function fma(a: v128, b: v128, c: v128): v128 {
  return ASC_FEATURE_RELAXED_SIMD ? f32x4.relaxed_madd(a, b, c) : f32x4.add(f32x4.mul(a, b), c);
}
function all(x: f32): v128 {
  return f32x4.splat(x);
}

export function exp(given: v128): v128 {
  // Beyond, the result is 0 or infinity in any case.
  const x = f32x4.min(f32x4.max(given, all(-104)), all(89));
  const n = f32x4.nearest(f32x4.mul(x, all(1.44269504088896341)));
  const r = fma(n, all(2.1219444e-4), fma(n, all(-0.693359375), x));
  let y = fma(all(1.98756915e-4), r, all(1.3981999507e-3));
  y = fma(y, r, all(8.3334519073e-3));
  y = fma(y, r, all(4.1665795894e-2));
  y = fma(y, r, all(1.6666665459e-1));
  y = fma(y, r, all(5.0000001201e-1));
  y = f32x4.add(fma(y, f32x4.mul(r, r), r), all(1));
  // By two powers of two: one alone would not reach subnormal results, nor infinity.
  const power = i32x4.trunc_sat_f32x4_s(n);
  const half = i32x4.shr_s(power, 1);
  const bias = i32x4.splat(127);
  y = f32x4.mul(y, i32x4.shl(i32x4.add(half, bias), 23));
  return f32x4.mul(y, i32x4.shl(i32x4.add(i32x4.sub(power, half), bias), 23));
}

export function log(given: v128): v128 {
  const subnormal = f32x4.lt(given, all(1.17549435e-38));
  const x = v128.bitselect(f32x4.mul(given, all(8388608)), given, subnormal);
  // x = m · 2^e, m in [√½, √2)
  const shifted = i32x4.sub(x, i32x4.splat(0x3f3504f3));
  let e = f32x4.convert_i32x4_s(i32x4.shr_s(shifted, 23));
  e = f32x4.sub(e, v128.and(subnormal, all(23)));
  const m = i32x4.add(v128.and(shifted, i32x4.splat(0x007fffff)), i32x4.splat(0x3f3504f3));
  const z = f32x4.sub(m, all(1));
  let y = fma(all(7.0376836292e-2), z, all(-1.151461031e-1));
  y = fma(y, z, all(1.167699874e-1));
  y = fma(y, z, all(-1.2420140846e-1));
  y = fma(y, z, all(1.4249322787e-1));
  y = fma(y, z, all(-1.6668057665e-1));
  y = fma(y, z, all(2.0000714765e-1));
  y = fma(y, z, all(-2.4999993993e-1));
  y = fma(y, z, all(3.3333331174e-1));
  const square = f32x4.mul(z, z);
  y = f32x4.mul(y, f32x4.mul(square, z));
  y = fma(e, all(-2.1219444e-4), y);
  y = fma(square, all(-0.5), y);
  y = fma(e, all(0.693359375), f32x4.add(z, y));
  y = v128.bitselect(all(f32.NEGATIVE_INFINITY), y, f32x4.eq(given, all(0)));
  y = v128.bitselect(given, y, f32x4.eq(given, all(f32.POSITIVE_INFINITY)));
  // Negative, or not a number.
  return v128.bitselect(y, all(f32.NaN), f32x4.ge(given, all(0)));
}

export function sigmoid(x: v128): v128 {
  return f32x4.div(all(1), f32x4.add(all(1), exp(f32x4.neg(x))));
}

export function tanh(x: v128): v128 {
  const size = f32x4.abs(x);
  const z = f32x4.mul(x, x);
  let y = fma(all(-5.70498872745e-3), z, all(2.06390887954e-2));
  y = fma(y, z, all(-5.37397155531e-2));
  y = fma(y, z, all(1.33314422036e-1));
  y = fma(y, z, all(-3.33332819422e-1));
  const near = fma(f32x4.mul(y, z), x, x);
  const e = exp(f32x4.add(size, size));
  const far = f32x4.sub(all(1), f32x4.div(all(2), f32x4.add(e, all(1))));
  const sign = i32x4.splat(0x80000000);
  return v128.bitselect(near, v128.bitselect(x, far, sign), f32x4.lt(size, all(0.625)));
}
