// The functions of expressions in WGSL, on f32 and on i32. Written out where WGSL allows too much error (sin, atan, log near 1),
// leaves NaN and infinity open (min, pow, comparisons with NaN) or has no such function.

/** name → WGSL; a function may call others of the list. */
const source = `
fn inf() -> f32 { return bitcast<f32>(P[0]); }
fn nan_() -> f32 { return bitcast<f32>(P[1]); }
fn is_nan(x: f32) -> bool { return (bitcast<u32>(x) & 0x7fffffffu) > 0x7f800000u; }
fn is_inf(x: f32) -> bool { return (bitcast<u32>(x) & 0x7fffffffu) == 0x7f800000u; }
fn is_finite(x: f32) -> bool { return (bitcast<u32>(x) & 0x7f800000u) != 0x7f800000u; }
fn sign_bit(x: f32) -> bool { return (bitcast<u32>(x) >> 31u) == 1u; }
fn nonzero(x: f32) -> bool { return (bitcast<u32>(x) & 0x7fffffffu) != 0u; }
fn truth(x: f32) -> bool { return nonzero(x) && !is_nan(x); }
fn negated(x: f32) -> f32 { return bitcast<f32>(bitcast<u32>(x) ^ 0x80000000u); }
fn with_sign(x: f32, s: f32) -> f32 { return bitcast<f32>((bitcast<u32>(x) & 0x7fffffffu) | (bitcast<u32>(s) & 0x80000000u)); }
fn to_int(x: f32) -> i32 {
  if (x >= -2147483648.0 && x < 2147483648.0) { return i32(x); }
  return -2147483647 - 1;
}
fn round_half(x: f32) -> f32 {
  let u = bitcast<u32>(x);
  let a = u & 0x7fffffffu;
  if (a >= 0x7f800000u || a == 0u) { return x; }
  if (a >= 0x477ff000u) { return with_sign(inf(), x); }
  if (a < 0x38800000u) { return with_sign(round(abs(x) * 16777216.0) / 16777216.0, x); }
  return bitcast<f32>((u + 0xfffu + ((u >> 13u) & 1u)) & 0xffffe000u);
}
fn round_brain(x: f32) -> f32 {
  let u = bitcast<u32>(x);
  if ((u & 0x7fffffffu) > 0x7f800000u) { return x; }
  return bitcast<f32>((u + 0x7fffu + ((u >> 16u) & 1u)) & 0xffff0000u);
}
fn min_f(a: f32, b: f32) -> f32 { if (is_nan(a)) { return a; } if (is_nan(b)) { return b; } return select(b, a, a < b); }
fn max_f(a: f32, b: f32) -> f32 { if (is_nan(a)) { return a; } if (is_nan(b)) { return b; } return select(b, a, a > b); }
fn min_i(a: i32, b: i32) -> i32 { return min(a, b); }
fn max_i(a: i32, b: i32) -> i32 { return max(a, b); }
fn abs_f(x: f32) -> f32 { return bitcast<f32>(bitcast<u32>(x) & 0x7fffffffu); }
fn abs_i(x: i32) -> i32 { return abs(x); }
fn exp_f(x: f32) -> f32 {
  if (is_nan(x)) { return x; }
  if (x > 88.8) { return inf(); }
  if (x < -104.0) { return 0.0; }
  let n = round(x * 1.44269504);
  let r = fma(n, 2.12194440e-4, fma(n, -0.693359375, x));
  var y = fma(r, 1.9875691500e-4, 1.3981999507e-3);
  y = fma(y, r, 8.3334519073e-3);
  y = fma(y, r, 4.1665795894e-2);
  y = fma(y, r, 1.6666665459e-1);
  y = fma(y, r, 5.0000001201e-1);
  y = fma(y, r * r, r) + 1.0;
  let half = i32(n) / 2;
  return y * power_of_two(half) * power_of_two(i32(n) - half);
}
fn power_of_two(n: i32) -> f32 { return bitcast<f32>(u32(n + 127) << 23u); }
fn expm1_f(x: f32) -> f32 {
  if (abs(x) > 0.5 || is_nan(x)) { return exp_f(x) - 1.0; }
  var y = fma(x, 2.4801587e-5, 1.9841270e-4);
  y = fma(y, x, 1.3888889e-3);
  y = fma(y, x, 8.3333333e-3);
  y = fma(y, x, 4.1666667e-2);
  y = fma(y, x, 0.16666667);
  y = fma(y, x, 0.5);
  return fma(y, x * x, x);
}
fn atanh_series(s: f32) -> f32 {
  let q = s * s;
  var y = fma(q, 0.11111111, 0.14285714);
  y = fma(y, q, 0.2);
  y = fma(y, q, 0.33333333);
  return fma(y * q, s, s);
}
fn log_f(x: f32) -> f32 {
  if (is_nan(x) || x == inf()) { return x; }
  if (x < 0.0) { return nan_(); }
  if (x == 0.0) { return -inf(); }
  var u = bitcast<u32>(x);
  var e = 0;
  if (u < 0x00800000u) { u = bitcast<u32>(x * 8388608.0); e = -23; }
  e += i32(u >> 23u) - 127;
  var m = bitcast<f32>((u & 0x007fffffu) | 0x3f800000u);
  if (m > 1.41421356) { m *= 0.5; e += 1; }
  let n = f32(e);
  return fma(n, 0.693359375, fma(n, -2.12194440e-4, 2.0 * atanh_series((m - 1.0) / (m + 1.0))));
}
fn log1p_f(x: f32) -> f32 {
  if (abs(x) < 0.3) { return 2.0 * atanh_series(x / (2.0 + x)); }
  return log_f(1.0 + x);
}
fn log2_f(x: f32) -> f32 {
  let y = log2(x);
  if (is_finite(x) && x > 0.0 && abs(y) == round(abs(y)) && abs(y) < 126.0 && power_of_two(i32(y)) == x) { return y; }
  return log_f(x) * 1.44269504;
}
fn log10_f(x: f32) -> f32 { return log_f(x) * 0.43429448; }
fn sqrt_f(x: f32) -> f32 {
  if (x < 0.0) { return nan_(); }
  if (is_nan(x) || is_inf(x) || x == 0.0) { return x; }
  let y = sqrt(x);
  return fma(fma(-y, y, x), 0.5 / y, y);
}
fn sin_part(r: f32) -> f32 {
  let q = r * r;
  var y = fma(q, -1.9515295891e-4, 8.3321608736e-3);
  y = fma(y, q, -1.6666654611e-1);
  return fma(y * q, r, r);
}
fn cos_part(r: f32) -> f32 {
  let q = r * r;
  var y = fma(q, 2.443315711809948e-5, -1.388731625493765e-3);
  y = fma(y, q, 4.166664568298827e-2);
  return fma(y, q * q, fma(q, -0.5, 1.0));
}
fn quarter_turns(x: f32) -> f32 { return round(x * 0.63661977); }
fn turned(x: f32, n: f32) -> f32 { return fma(n, -7.5497899549e-8, fma(n, -4.8375129700e-4, fma(n, -1.5703125, x))); }
fn sin_f(x: f32) -> f32 {
  if (!is_finite(x)) { return nan_(); }
  if (abs(x) > 8192.0) { return sin(x); }
  let n = quarter_turns(x);
  let r = turned(x, n);
  let k = i32(n) & 3;
  let y = select(sin_part(r), cos_part(r), (k & 1) == 1);
  return select(y, -y, k >= 2);
}
fn cos_f(x: f32) -> f32 {
  if (!is_finite(x)) { return nan_(); }
  if (abs(x) > 8192.0) { return cos(x); }
  let n = quarter_turns(x);
  let r = turned(x, n);
  let k = (i32(n) + 1) & 3;
  let y = select(sin_part(r), cos_part(r), (k & 1) == 1);
  return select(y, -y, k >= 2);
}
fn tan_f(x: f32) -> f32 { return sin_f(x) / cos_f(x); }
fn atan_f(x: f32) -> f32 {
  if (is_nan(x)) { return x; }
  let a = abs(x);
  var y = 0.0;
  var t = a;
  if (a > 2.41421356) { y = 1.57079633; t = -1.0 / a; }
  else if (a > 0.41421356) { y = 0.785398163; t = (a - 1.0) / (a + 1.0); }
  let q = t * t;
  var s = fma(q, 8.05374449538e-2, -1.38776856032e-1);
  s = fma(s, q, 1.99777106478e-1);
  s = fma(s, q, -3.33329491539e-1);
  return with_sign(y + fma(s * q, t, t), x);
}
fn atan2_f(y: f32, x: f32) -> f32 {
  if (is_nan(x) || is_nan(y)) { return nan_(); }
  let pi = 3.14159265;
  if (y == 0.0) { return with_sign(select(0.0, pi, sign_bit(x)), y); }
  if (x == 0.0) { return with_sign(pi / 2.0, y); }
  if (is_inf(x) && is_inf(y)) { return with_sign(select(pi / 4.0, 3.0 * pi / 4.0, x < 0.0), y); }
  let a = atan_f(abs(y / x));
  return with_sign(select(a, pi - a, x < 0.0), y);
}
fn asin_f(x: f32) -> f32 {
  let a = abs(x);
  if (!(a <= 1.0)) { return nan_(); }
  if (a < 1.0e-4) { return x; }
  let far = a > 0.5;
  let q = select(a * a, 0.5 * (1.0 - a), far);
  let t = select(a, sqrt_f(q), far);
  var y = fma(q, 4.2163199048e-2, 2.4181311049e-2);
  y = fma(y, q, 4.5470025998e-2);
  y = fma(y, q, 7.4953002686e-2);
  y = fma(y, q, 1.6666752422e-1);
  let s = fma(y * q, t, t);
  return with_sign(select(s, 1.57079633 - 2.0 * s, far), x);
}
fn acos_f(x: f32) -> f32 {
  if (!(abs(x) <= 1.0)) { return nan_(); }
  if (x > 0.5) { return 2.0 * asin_f(sqrt_f(0.5 * (1.0 - x))); }
  if (x < -0.5) { return 3.14159265 - 2.0 * asin_f(sqrt_f(0.5 * (1.0 + x))); }
  return 1.57079633 - asin_f(x);
}
fn sinh_f(x: f32) -> f32 {
  let a = abs_f(x);
  if (a > 20.0) { let e = exp_f(0.5 * a); return with_sign(0.5 * e * e, x); }
  let t = expm1_f(a);
  return with_sign(0.5 * (t + t / (t + 1.0)), x);
}
fn cosh_f(x: f32) -> f32 {
  let e = exp_f(0.5 * abs_f(x));
  if (e > 1.0e6) { return 0.5 * e * e; }
  return 0.5 * (e * e + 1.0 / (e * e));
}
fn tanh_f(x: f32) -> f32 {
  if (is_nan(x)) { return x; }
  let a = abs(x);
  if (a > 9.1) { return with_sign(1.0, x); }
  let t = expm1_f(2.0 * a);
  return with_sign(t / (t + 2.0), x);
}
fn asinh_f(x: f32) -> f32 {
  if (!is_finite(x)) { return x; }
  let a = abs(x);
  if (a > 1.0e9) { return with_sign(log_f(a) + 0.69314718, x); }
  return with_sign(log1p_f(a + a * a / (1.0 + sqrt_f(a * a + 1.0))), x);
}
fn acosh_f(x: f32) -> f32 {
  if (!(x >= 1.0)) { return nan_(); }
  if (x > 1.0e9) { return log_f(x) + 0.69314718; }
  let t = x - 1.0;
  return log1p_f(t + sqrt_f(2.0 * t + t * t));
}
fn atanh_f(x: f32) -> f32 {
  if (!(abs(x) <= 1.0)) { return nan_(); }
  if (abs(x) == 1.0) { return with_sign(inf(), x); }
  if (abs(x) < 0.15) { return atanh_series(x); }
  return 0.5 * log1p_f(2.0 * x / (1.0 - x));
}
fn floor_f(x: f32) -> f32 { return floor(x); }
fn ceil_f(x: f32) -> f32 { return ceil(x); }
fn trunc_f(x: f32) -> f32 { return trunc(x); }
fn round_f(x: f32) -> f32 { return with_sign(round(x), x); }
fn hypot_f(a: f32, b: f32) -> f32 {
  if (is_inf(a) || is_inf(b)) { return inf(); }
  if (is_nan(a) || is_nan(b)) { return nan_(); }
  let m = max(abs(a), abs(b));
  if (m == 0.0) { return 0.0; }
  return m * sqrt_f((a / m) * (a / m) + (b / m) * (b / m));
}
fn sign_f(x: f32) -> f32 { return f32(x > 0.0) - f32(x < 0.0); }
fn sign_i(x: i32) -> i32 { return i32(x > 0) - i32(x < 0); }
fn pow_f(a: f32, b: f32) -> f32 {
  if (a == 1.0 || b == 0.0) { return 1.0; }
  if (is_nan(a) || is_nan(b)) { return nan_(); }
  let m = abs(a);
  if (is_inf(b)) {
    if (m == 1.0) { return 1.0; }
    return select(0.0, inf(), (m > 1.0) == (b > 0.0));
  }
  let whole = floor(b) == b;
  let odd = whole && abs(b) < 16777216.0 && (i32(b) & 1) != 0;
  if (a < 0.0 && !whole && !is_inf(a)) { return nan_(); }
  var y = 0.0;
  if (m == 0.0 || is_inf(m)) { y = select(0.0, inf(), (m == 0.0) != (b > 0.0)); }
  else if (whole && abs(b) <= 32.0) {
    var k = i32(abs(b));
    var q = m;
    y = 1.0;
    while (k > 0) { if ((k & 1) == 1) { y *= q; } q *= q; k >>= 1; }
    if (b < 0.0) { y = 1.0 / y; }
  } else if (b == 0.5) { y = sqrt_f(m); }
  else { y = exp_f(b * log_f(m)); }
  return select(y, -y, odd && sign_bit(a));
}
fn pow_i(a: i32, b: i32) -> i32 {
  if (b < 0) { if (a == 1) { return 1; } if (a == -1) { return select(-1, 1, (b & 1) == 0); } return 0; }
  var y = 1;
  var q = a;
  var k = b;
  while (k > 0) { if ((k & 1) == 1) { y *= q; } q *= q; k >>= 1; }
  return y;
}
fn fmod_f(a: f32, b: f32) -> f32 {
  if (is_nan(a) || is_nan(b) || is_inf(a) || b == 0.0) { return nan_(); }
  if (is_inf(b) || abs(a) < abs(b)) { return a; }
  var r = fma(-trunc(a / b), b, a);
  if (r != 0.0 && (r < 0.0) != (a < 0.0)) { r += with_sign(abs(b), a); }
  if (abs(r) >= abs(b)) { r -= with_sign(abs(b), r); }
  return with_sign(r, a);
}
fn fmod_i(a: i32, b: i32) -> i32 { if (b == 0) { return 0; } return a % b; }
fn remainder_f(a: f32, b: f32) -> f32 {
  let r = fmod_f(a, b);
  if (r != 0.0 && (r < 0.0) != (b < 0.0)) { return r + b; }
  return r;
}
fn remainder_i(a: i32, b: i32) -> i32 {
  if (b == 0) { return 0; }
  let r = a % b;
  if (r != 0 && (r < 0) != (b < 0)) { return r + b; }
  return r;
}
fn floor_divide_f(a: f32, b: f32) -> f32 {
  if (b == 0.0) { return a / b; }
  let r = fmod_f(a, b);
  var quotient = (a - r) / b;
  if (r != 0.0 && (r < 0.0) != (b < 0.0)) { quotient -= 1.0; }
  if (quotient == 0.0) { return with_sign(0.0, a / b); }
  let whole = floor(quotient);
  return select(whole, whole + 1.0, quotient - whole > 0.5);
}
fn floor_divide_i(a: i32, b: i32) -> i32 {
  if (b == 0) { return 0; }
  let q = a / b;
  return select(q, q - 1, (a % b != 0) && ((a < 0) != (b < 0)));
}
fn integer_floor_divide_i(a: i32, b: i32) -> i32 { return floor_divide_i(a, b); }
fn integer_floor_divide_f(a: f32, b: f32) -> f32 { return floor(a / b); }
fn integer_divide_i(a: i32, b: i32) -> i32 { if (b == 0) { return 0; } return a / b; }
fn integer_divide_f(a: f32, b: f32) -> f32 { return trunc(a / b); }
fn erf_f(x: f32) -> f32 {
  if (is_nan(x)) { return x; }
  if (abs(x) < 0.75) {
    let q = x * x;
    var y = fma(q, 1.3365659e-5, -1.0683761e-4);
    y = fma(y, q, 7.5757576e-4);
    y = fma(y, q, -4.6296296e-3);
    y = fma(y, q, 2.3809524e-2);
    y = fma(y, q, -0.1);
    y = fma(y, q, 0.33333333);
    return 1.12837917 * fma(-y * q, x, x);
  }
  return with_sign(1.0 - erfc_f(abs(x)), x);
}
fn erfc_f(x: f32) -> f32 {
  if (is_nan(x)) { return x; }
  let z = abs(x);
  if (z < 0.5) { return 1.0 - erf_f_small(x); }
  let t = 1.0 / (1.0 + 0.5 * z);
  var p = fma(t, 0.17087277, -0.82215223);
  p = fma(p, t, 1.48851587);
  p = fma(p, t, -1.13520398);
  p = fma(p, t, 0.27886807);
  p = fma(p, t, -0.18628806);
  p = fma(p, t, 0.09678418);
  p = fma(p, t, 0.37409196);
  p = fma(p, t, 1.00002368);
  p = fma(p, t, -1.26551223);
  let y = t * exp_f(fma(-z, z, p));
  return select(y, 2.0 - y, x < 0.0);
}
fn erf_f_small(x: f32) -> f32 {
  let q = x * x;
  var y = fma(q, 7.5757576e-4, -4.6296296e-3);
  y = fma(y, q, 2.3809524e-2);
  y = fma(y, q, -0.1);
  y = fma(y, q, 0.33333333);
  return 1.12837917 * fma(-y * q, x, x);
}
fn erfinv_f(x: f32) -> f32 {
  if (!(abs(x) <= 1.0)) { return nan_(); }
  if (abs(x) == 1.0) { return with_sign(inf(), x); }
  var w = -log1p_f(-x * x);
  var p = 0.0;
  if (w < 5.0) {
    w -= 2.5;
    p = fma(w, 2.81022636e-08, 3.43273939e-07);
    p = fma(p, w, -3.5233877e-06);
    p = fma(p, w, -4.39150654e-06);
    p = fma(p, w, 0.00021858087);
    p = fma(p, w, -0.00125372503);
    p = fma(p, w, -0.00417768164);
    p = fma(p, w, 0.246640727);
    p = fma(p, w, 1.50140941);
  } else {
    w = sqrt_f(w) - 3.0;
    p = fma(w, -0.000200214257, 0.000100950558);
    p = fma(p, w, 0.00134934322);
    p = fma(p, w, -0.00367342844);
    p = fma(p, w, 0.00573950773);
    p = fma(p, w, -0.0076224613);
    p = fma(p, w, 0.00943887047);
    p = fma(p, w, 1.00167406);
    p = fma(p, w, 2.83297682);
  }
  return p * x;
}
fn lgamma_positive(x: f32) -> f32 {
  if (x == 1.0 || x == 2.0) { return 0.0; }
  var y = x;
  var product = 1.0;
  while (y < 6.0) { product *= y; y += 1.0; }
  let r = 1.0 / y;
  let series = r * (0.083333333 - r * r * (0.0027777778 - r * r * 0.00079365079));
  return (y - 0.5) * log_f(y) - y + 0.91893853 + series - log_f(product);
}
fn lgamma_f(x: f32) -> f32 {
  if (is_nan(x)) { return x; }
  if (is_inf(x) || (x <= 0.0 && floor(x) == x)) { return inf(); }
  if (x >= 0.5) { return lgamma_positive(x); }
  return log_f(3.14159265 / abs(sin_pi(x))) - lgamma_positive(1.0 - x);
}
fn sin_pi(x: f32) -> f32 { return sin_f(3.14159265 * (x - 2.0 * round(0.5 * x))); }
fn digamma_positive(x: f32) -> f32 {
  var y = x;
  var shift = 0.0;
  while (y < 8.0) { shift -= 1.0 / y; y += 1.0; }
  let z = 1.0 / (y * y);
  return shift + log_f(y) - 0.5 / y - z * (0.083333333 - z * (0.0083333333 - z * (0.0039682540 - z * 0.0041666667)));
}
fn digamma_f(x: f32) -> f32 {
  if (is_nan(x) || x == inf()) { return x; }
  if (x == 0.0) { return with_sign(inf(), -x); }
  if (x > 0.0) { return digamma_positive(x); }
  if (is_inf(x) || floor(x) == x) { return nan_(); }
  let turn = 3.14159265 * (x - round(x));
  return digamma_positive(1.0 - x) - 3.14159265 * cos_f(turn) / sin_f(turn);
}
fn polygamma_f(n: f32, x: f32) -> f32 {
  if (n == 0.0) { return digamma_f(x); }
  if (n == 1.0 && x < 0.5) {
    if (x <= 0.0 && floor(x) == x) { return inf(); }
    let s = 3.14159265 / sin_pi(x);
    return s * s - polygamma_positive(1.0, 1.0 - x);
  }
  return polygamma_positive(n, x);
}
fn polygamma_positive(order: f32, x: f32) -> f32 {
  let n = min(order, 64.0); // of 36 on the factorial is infinite, and a loop to 1e9 would keep the GPU from everybody
  var factorial = 1.0;
  for (var i = 2.0; i < n; i += 1.0) { factorial *= i; }
  var sum = 0.0;
  var y = x;
  while (y < 10.0 + n) { sum += factorial * n / pow_f(y, n + 1.0); y += 1.0; }
  let z = 1.0 / (y * y);
  let first = factorial / pow_f(y, n);
  let c1 = factorial * n * (n + 1.0) / 12.0;
  let c2 = factorial * n * (n + 1.0) * (n + 2.0) * (n + 3.0) / 720.0;
  let c3 = factorial * n * (n + 1.0) * (n + 2.0) * (n + 3.0) * (n + 4.0) * (n + 5.0) / 30240.0;
  let tail = first + factorial * n / (2.0 * pow_f(y, n + 1.0)) + (c1 - z * (c2 - z * c3)) * z / pow_f(y, n);
  return select(1.0, -1.0, i32(n) % 2 == 0) * (sum + tail);
}
fn bessel(x: f32, order: f32) -> f32 {
  if (is_nan(x)) { return x; }
  let a = abs(x);
  var y = 0.0;
  if (a < 12.0) {
    let q = a * a / 4.0;
    var term = select(1.0, a / 2.0, order == 1.0);
    y = term;
    for (var k = 1.0; k < 60.0; k += 1.0) { term *= q / (k * (k + order)); y += term; }
  } else {
    var term = 1.0;
    y = 1.0;
    for (var k = 1.0; k < 12.0; k += 1.0) {
      term *= -(4.0 * order - (2.0 * k - 1.0) * (2.0 * k - 1.0)) / (k * 8.0 * a);
      y += term;
    }
    let e = exp_f(0.5 * a);
    y *= e / sqrt_f(6.28318531 * a) * e;
  }
  return select(y, -y, order == 1.0 && x < 0.0);
}
fn i0_f(x: f32) -> f32 { return bessel(x, 0.0); }
fn i1_f(x: f32) -> f32 { return bessel(x, 1.0); }
fn gcd_i(a: i32, b: i32) -> i32 {
  var x = abs(a);
  var y = abs(b);
  while (y != 0) { let r = x % y; x = y; y = r; }
  return x;
}
fn lcm_i(a: i32, b: i32) -> i32 { if (a == 0 || b == 0) { return 0; } return abs(a / gcd_i(a, b) * b); }
fn nextafter_f(x: f32, y: f32) -> f32 {
  if (is_nan(x) || is_nan(y)) { return nan_(); }
  if (x == y) { return y; }
  if (!nonzero(x)) { return bitcast<f32>(select(0x80000001u, 1u, y > 0.0)); }
  let u = bitcast<u32>(x);
  return bitcast<f32>(select(u - 1u, u + 1u, (x > 0.0) == (y > x)));
}
fn bit_and_i(a: i32, b: i32) -> i32 { return a & b; }
fn bit_or_i(a: i32, b: i32) -> i32 { return a | b; }
fn bit_xor_i(a: i32, b: i32) -> i32 { return a ^ b; }
fn shift_left_i(a: i32, b: i32) -> i32 { return a << (u32(b) & 31u); }
fn shift_right_i(a: i32, b: i32) -> i32 { return a >> (u32(b) & 31u); }
fn shift_left_64_i(a: i32, b: i32) -> i32 { return select(shift_left_i(a, b), 0, (b & 63) > 31); }
fn shift_right_64_i(a: i32, b: i32) -> i32 { return a >> min(u32(b) & 63u, 31u); }
fn integer_pow_i(a: i32, b: i32) -> i32 { return pow_i(a, b); }
fn integer_pow_64_i(a: i32, b: i32) -> i32 { return pow_i(a, b); }
fn sigmoid_f(x: f32) -> f32 { return 1.0 / (1.0 + exp_f(-x)); }
fn log_sigmoid_f(x: f32) -> f32 { return min_f(x, 0.0) - log1p_f(exp_f(-abs_f(x))); }
fn infinity_f(s: f32) -> f32 { return with_sign(inf(), s); }
fn nan_f(x: f32) -> f32 { return nan_(); }
`;

const functions = new Map<string, { readonly text: string; readonly calls: readonly string[] }>();
for (const text of source.split(/^(?=fn )/m)) {
  const name = /^fn (\w+)/.exec(text)?.[1];
  if (name !== undefined) functions.set(name, { text, calls: callsIn(text.slice(text.indexOf('{'))) });
}
function callsIn(text: string): string[] {
  return [...new Set([...text.matchAll(/\b([a-z]\w*)\(/g)].map((found) => found[1] ?? ''))];
}

export const hasFunction = (name: string): boolean => functions.has(name);

/** The functions that a text calls, and those that they call. */
export function libraryFor(text: string): string {
  const wanted = new Set<string>();
  const add = (names: readonly string[]): void => {
    for (const name of names) {
      const found = functions.get(name);
      if (!found || wanted.has(name)) continue;
      wanted.add(name);
      add(found.calls);
    }
  };
  add(callsIn(text));
  return [...wanted].map((name) => functions.get(name)?.text ?? '').join('');
}
