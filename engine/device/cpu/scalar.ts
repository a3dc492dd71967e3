// The functions an expression may call, on one number. Math's own where they are exact enough; NaN passes through all.
import { RuntimeError } from '../device.ts';
import { erf, erfc, erfinv } from './error-function.ts';

const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];
export function lgamma(x: number): number {
  if (x <= 0 && Number.isInteger(x)) return Infinity;
  if (Math.abs(x) === Infinity) return Infinity;
  if (x < 0.5) return Math.log(Math.PI / Math.abs(Math.sin(Math.PI * x))) - lgamma(1 - x);
  if (x === 1 || x === 2) return 0;
  const z = x - 1;
  let sum = lanczos[0] ?? 0;
  for (let i = 1; i < lanczos.length; i++) sum += (lanczos[i] ?? 0) / (z + i);
  const t = z + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(sum);
}
export function digamma(x: number): number {
  if (x === 0) return Object.is(x, -0) ? Infinity : -Infinity;
  if (x < 0) return Number.isInteger(x) ? Number.NaN : digamma(1 - x) - Math.PI / Math.tan(Math.PI * x);
  let shift = 0;
  let y = x;
  while (y < 10) shift -= 1 / y++;
  const z = 1 / (y * y);
  return (
    shift +
    Math.log(y) -
    0.5 / y -
    z * (1 / 12 - z * (1 / 120 - z * (1 / 252 - z * (1 / 240 - z * (1 / 132 - z * (691 / 32760))))))
  );
}
/** ψ⁽ⁿ⁾(x) for n ≥ 1: recurrence up, then the asymptotic series. */
export function polygamma(n: number, x: number): number {
  if (n === 0) return digamma(x);
  if (n === 1 && x < 0.5) {
    if (x <= 0 && Number.isInteger(x)) return Infinity;
    return (Math.PI / Math.sin(Math.PI * x)) ** 2 - polygamma(1, 1 - x);
  }
  let factorial = 1;
  for (let i = 2; i < n; i++) factorial *= i; // (n − 1)!
  let sum = 0;
  let y = x;
  while (y < 15 + n) {
    sum += (factorial * n) / y ** (n + 1);
    y += 1;
  }
  let series = factorial / y ** n + (factorial * n) / (2 * y ** (n + 1));
  let rising = factorial * n * (n + 1); // (n + 2k − 1)! at k = 1
  let even = 2; // (2k)!
  const bernoulli = [1 / 6, -1 / 30, 1 / 42, -1 / 30, 5 / 66, -691 / 2730, 7 / 6];
  for (let k = 1; k <= bernoulli.length; k++) {
    series += ((bernoulli[k - 1] ?? 0) * rising) / (even * y ** (n + 2 * k));
    rising *= (n + 2 * k) * (n + 2 * k + 1);
    even *= (2 * k + 1) * (2 * k + 2);
  }
  return (n % 2 === 0 ? -1 : 1) * (sum + series);
}
function bessel(x: number, order: 0 | 1): number {
  const a = Math.abs(x);
  if (a < 25) {
    const q = (a * a) / 4;
    let term = order === 0 ? 1 : a / 2;
    let sum = term;
    for (let k = 1; k < 200 && term > sum * 1e-17; k++) {
      term *= q / (k * (k + order));
      sum += term;
    }
    return order === 1 && x < 0 ? -sum : sum;
  }
  let term = 1;
  let sum = 1;
  const mu = 4 * order * order;
  for (let k = 1; k < 30; k++) {
    const next = (-term * (mu - (2 * k - 1) ** 2)) / (k * 8 * a);
    if (Math.abs(next) > Math.abs(term)) break;
    term = next;
    sum += term;
  }
  const value = (Math.exp(a) / Math.sqrt(2 * Math.PI * a)) * sum;
  return order === 1 && x < 0 ? -value : value;
}
export const i0 = (x: number): number => bessel(x, 0);
export const i1 = (x: number): number => bessel(x, 1);

export function roundEven(x: number): number {
  const r = Math.round(x);
  return r - x === 0.5 && r % 2 !== 0 ? r - 1 : r;
}
export function pow(a: number, b: number): number {
  if (a === 1 || b === 0) return 1; // C's pow, where JS gives NaN for 1 ** NaN and 1 ** Infinity
  if (a === -1 && (b === Infinity || b === -Infinity)) return 1;
  return a ** b;
}
/** Whole numbers to whole powers, modulo 2^bits; a negative power is 0 but for ±1. */
function integerPow(a: number, b: number, bits: number): number {
  if (b < 0) return a === 1 || (a === -1 && b % 2 === 0) ? 1 : a === -1 ? -1 : 0;
  const exact = a ** b;
  if (Math.abs(exact) <= Number.MAX_SAFE_INTEGER) return exact;
  let result = 1n;
  let square = BigInt(a);
  for (let rest = b; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2) result = BigInt.asIntN(bits, result * square);
    square = BigInt.asIntN(bits, square * square);
  }
  return Number(result);
}
/** Python's modulo: the result has the divisor's sign. */
export function remainder(a: number, b: number): number {
  const r = a % b;
  return r !== 0 && r < 0 !== b < 0 ? r + b : r;
}
export function floorDivide(a: number, b: number): number {
  if (b === 0) return a / b;
  const r = a % b;
  let quotient = (a - r) / b;
  if (r !== 0 && r < 0 !== b < 0) quotient -= 1;
  if (quotient === 0) return a / b < 0 ? -0 : 0;
  const floor = Math.floor(quotient);
  return quotient - floor > 0.5 ? floor + 1 : floor;
}
export const integerDivide = (a: number, b: number): number => {
  if (b === 0) throw new RuntimeError('ZeroDivisionError');
  return Math.trunc(a / b);
};
function gcd(a: number, b: number): number {
  let x = Math.abs(a);
  let y = Math.abs(b);
  while (y) [x, y] = [y, x % y];
  return x;
}
const view = new DataView(new ArrayBuffer(8));
export function nextafter32(x: number, y: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  if (x === y) return y;
  if (x === 0) return y > 0 ? 2 ** -149 : -(2 ** -149);
  view.setFloat32(0, x);
  view.setInt32(0, view.getInt32(0) + (x > 0 === y > x ? 1 : -1));
  return view.getFloat32(0);
}
function nextafter64(x: number, y: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  if (x === y) return y;
  if (x === 0) return y > 0 ? Number.MIN_VALUE : -Number.MIN_VALUE;
  view.setFloat64(0, x);
  view.setBigInt64(0, view.getBigInt64(0) + (x > 0 === y > x ? 1n : -1n));
  return view.getFloat64(0);
}
const wide = (f: (a: bigint, b: bigint) => bigint) => (a: number, b: number) =>
  Number(BigInt.asIntN(64, f(BigInt(a), BigInt(b))));
const small = (a: number): boolean => a >= -2147483648 && a <= 2147483647;
const bitAnd = wide((a, b) => a & b);
const bitOr = wide((a, b) => a | b);
const bitXor = wide((a, b) => a ^ b);
const shiftLeft = wide((a, b) => a << b);
const shiftRight = wide((a, b) => a >> b);

export const scalarFunctions: Readonly<Record<string, (...args: number[]) => number | boolean>> = {
  abs: Math.abs,
  exp: Math.exp,
  expm1: Math.expm1,
  log: Math.log,
  log1p: Math.log1p,
  log2: Math.log2,
  log10: Math.log10,
  sqrt: Math.sqrt,
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  asin: Math.asin,
  acos: Math.acos,
  atan: Math.atan,
  sinh: Math.sinh,
  cosh: Math.cosh,
  tanh: Math.tanh,
  asinh: Math.asinh,
  acosh: Math.acosh,
  atanh: Math.atanh,
  floor: Math.floor,
  ceil: Math.ceil,
  trunc: Math.trunc,
  min: Math.min,
  max: Math.max,
  atan2: Math.atan2,
  hypot: Math.hypot,
  sign: (x) => (x > 0 ? 1 : x < 0 ? -1 : 0),
  round: roundEven,
  pow,
  fmod: (a, b) => a % b,
  remainder,
  floor_divide: floorDivide,
  integer_divide: integerDivide,
  integer_floor_divide: (a, b) => (b === 0 ? integerDivide(a, b) : Math.floor(a / b)),
  erf,
  erfc,
  erfinv,
  lgamma,
  digamma,
  polygamma,
  i0,
  i1,
  gcd,
  nextafter: nextafter32,
  nextafter_64: nextafter64,
  lcm: (a, b) => (a === 0 || b === 0 ? 0 : Math.abs(a / gcd(a, b)) * Math.abs(b)),
  is_nan: (x) => x !== x,
  is_inf: (x) => x === Infinity || x === -Infinity,
  is_finite: (x) => x - x === 0,
  sign_bit: (x) => x < 0 || Object.is(x, -0),
  bit_and: (a, b) => (small(a) && small(b) ? a & b : bitAnd(a, b)),
  bit_or: (a, b) => (small(a) && small(b) ? a | b : bitOr(a, b)),
  bit_xor: (a, b) => (small(a) && small(b) ? a ^ b : bitXor(a, b)),
  // the processor takes the lower bits of how far
  shift_left: (a, b) => a << b,
  shift_left_64: (a, b) => shiftLeft(a, b & 63),
  shift_right_64: (a, b) => shiftRight(a, b & 63),
  integer_pow: (a, b) => integerPow(a, b, 32),
  integer_pow_64: (a, b) => integerPow(a, b, 64),
  shift_right: (a, b) => a >> b,
  sigmoid: (x) => 1 / (1 + Math.exp(-x)),
  log_sigmoid: (x) => Math.min(x, 0) - Math.log1p(Math.exp(-Math.abs(x))),
  infinity: (sign) => sign * Infinity,
  nan: () => Number.NaN,
};
