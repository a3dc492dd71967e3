// Pointwise steps over a chunk of float32: what an expression is made of. A truth value is a lane of ones or zeros. An operand's
// step is 16 bytes, or 0 for a number that stands for all elements; memory is padded, so that a chunk may end within a vector.
import { exp, log, sigmoid, tanh } from './functions';

export function add32(z: usize, a: usize, aStep: usize, b: usize, bStep: usize, n: i32): void {
  for (; n > 0; n -= 4, z += 16, a += aStep, b += bStep) {
    const x = v128.load(a);
    const y = v128.load(b);
    v128.store(z, f32x4.add(x, y));
  }
}
export function subtract32(z: usize, a: usize, aStep: usize, b: usize, bStep: usize, n: i32): void {
  for (; n > 0; n -= 4, z += 16, a += aStep, b += bStep) {
    const x = v128.load(a);
    const y = v128.load(b);
    v128.store(z, f32x4.sub(x, y));
  }
}
export function multiply32(z: usize, a: usize, aStep: usize, b: usize, bStep: usize, n: i32): void {
  for (; n > 0; n -= 4, z += 16, a += aStep, b += bStep) {
    const x = v128.load(a);
    const y = v128.load(b);
    v128.store(z, f32x4.mul(x, y));
  }
}
export function divide32(z: usize, a: usize, aStep: usize, b: usize, bStep: usize, n: i32): void {
  for (; n > 0; n -= 4, z += 16, a += aStep, b += bStep) {
    const x = v128.load(a);
    const y = v128.load(b);
    v128.store(z, f32x4.div(x, y));
  }
}
export function minimum32(z: usize, a: usize, aStep: usize, b: usize, bStep: usize, n: i32): void {
  for (; n > 0; n -= 4, z += 16, a += aStep, b += bStep) {
    const x = v128.load(a);
    const y = v128.load(b);
    v128.store(z, f32x4.min(x, y));
  }
}
export function maximum32(z: usize, a: usize, aStep: usize, b: usize, bStep: usize, n: i32): void {
  for (; n > 0; n -= 4, z += 16, a += aStep, b += bStep) {
    const x = v128.load(a);
    const y = v128.load(b);
    v128.store(z, f32x4.max(x, y));
  }
}
export function less32(z: usize, a: usize, aStep: usize, b: usize, bStep: usize, n: i32): void {
  for (; n > 0; n -= 4, z += 16, a += aStep, b += bStep) {
    const x = v128.load(a);
    const y = v128.load(b);
    v128.store(z, f32x4.lt(x, y));
  }
}
export function lessEqual32(z: usize, a: usize, aStep: usize, b: usize, bStep: usize, n: i32): void {
  for (; n > 0; n -= 4, z += 16, a += aStep, b += bStep) {
    const x = v128.load(a);
    const y = v128.load(b);
    v128.store(z, f32x4.le(x, y));
  }
}
export function greater32(z: usize, a: usize, aStep: usize, b: usize, bStep: usize, n: i32): void {
  for (; n > 0; n -= 4, z += 16, a += aStep, b += bStep) {
    const x = v128.load(a);
    const y = v128.load(b);
    v128.store(z, f32x4.gt(x, y));
  }
}
export function greaterEqual32(z: usize, a: usize, aStep: usize, b: usize, bStep: usize, n: i32): void {
  for (; n > 0; n -= 4, z += 16, a += aStep, b += bStep) {
    const x = v128.load(a);
    const y = v128.load(b);
    v128.store(z, f32x4.ge(x, y));
  }
}
export function equal32(z: usize, a: usize, aStep: usize, b: usize, bStep: usize, n: i32): void {
  for (; n > 0; n -= 4, z += 16, a += aStep, b += bStep) {
    const x = v128.load(a);
    const y = v128.load(b);
    v128.store(z, f32x4.eq(x, y));
  }
}
export function notEqual32(z: usize, a: usize, aStep: usize, b: usize, bStep: usize, n: i32): void {
  for (; n > 0; n -= 4, z += 16, a += aStep, b += bStep) {
    const x = v128.load(a);
    const y = v128.load(b);
    v128.store(z, f32x4.ne(x, y));
  }
}
export function both32(z: usize, a: usize, aStep: usize, b: usize, bStep: usize, n: i32): void {
  for (; n > 0; n -= 4, z += 16, a += aStep, b += bStep) {
    const x = v128.load(a);
    const y = v128.load(b);
    v128.store(z, v128.and(x, y));
  }
}
export function either32(z: usize, a: usize, aStep: usize, b: usize, bStep: usize, n: i32): void {
  for (; n > 0; n -= 4, z += 16, a += aStep, b += bStep) {
    const x = v128.load(a);
    const y = v128.load(b);
    v128.store(z, v128.or(x, y));
  }
}
export function negate32(z: usize, a: usize, aStep: usize, n: i32): void {
  for (; n > 0; n -= 4, z += 16, a += aStep) {
    const x = v128.load(a);
    v128.store(z, f32x4.neg(x));
  }
}
export function absolute32(z: usize, a: usize, aStep: usize, n: i32): void {
  for (; n > 0; n -= 4, z += 16, a += aStep) {
    const x = v128.load(a);
    v128.store(z, f32x4.abs(x));
  }
}
export function squareRoot32(z: usize, a: usize, aStep: usize, n: i32): void {
  for (; n > 0; n -= 4, z += 16, a += aStep) {
    const x = v128.load(a);
    v128.store(z, f32x4.sqrt(x));
  }
}
export function exp32(z: usize, a: usize, aStep: usize, n: i32): void {
  for (; n > 0; n -= 4, z += 16, a += aStep) {
    const x = v128.load(a);
    v128.store(z, exp(x));
  }
}
export function log32(z: usize, a: usize, aStep: usize, n: i32): void {
  for (; n > 0; n -= 4, z += 16, a += aStep) {
    const x = v128.load(a);
    v128.store(z, log(x));
  }
}
export function tanh32(z: usize, a: usize, aStep: usize, n: i32): void {
  for (; n > 0; n -= 4, z += 16, a += aStep) {
    const x = v128.load(a);
    v128.store(z, tanh(x));
  }
}
export function sigmoid32(z: usize, a: usize, aStep: usize, n: i32): void {
  for (; n > 0; n -= 4, z += 16, a += aStep) {
    const x = v128.load(a);
    v128.store(z, sigmoid(x));
  }
}
export function opposite32(z: usize, a: usize, aStep: usize, n: i32): void {
  for (; n > 0; n -= 4, z += 16, a += aStep) {
    const x = v128.load(a);
    v128.store(z, v128.not(x));
  }
}
export function isNan32(z: usize, a: usize, aStep: usize, n: i32): void {
  for (; n > 0; n -= 4, z += 16, a += aStep) {
    const x = v128.load(a);
    v128.store(z, f32x4.ne(x, x));
  }
}
export function choose32(
  z: usize,
  c: usize,
  cStep: usize,
  a: usize,
  aStep: usize,
  b: usize,
  bStep: usize,
  n: i32,
): void {
  for (; n > 0; n -= 4, z += 16, c += cStep, a += aStep, b += bStep)
    v128.store(z, v128.bitselect(v128.load(a), v128.load(b), v128.load(c)));
}
/** Truth values from bytes. */
export function truths32(z: usize, bytes: usize, n: i32): void {
  const zero = i32x4.splat(0);
  for (; n > 0; n -= 4, z += 16, bytes += 4)
    v128.store(z, i32x4.ne(i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(v128.load32_zero(bytes))), zero));
}
/** Bytes from truth values. */
export function bytes32(bytes: usize, a: usize, n: i32): void {
  for (; n > 0; n -= 4, a += 16, bytes += 4) {
    const words = i16x8.narrow_i32x4_s(v128.load(a), v128.load(a));
    v128.store32_lane(bytes, i8x16.abs(i8x16.narrow_i16x8_s(words, words)), 0);
  }
}
