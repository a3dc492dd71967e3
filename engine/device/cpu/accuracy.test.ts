// Functions that run in plain JavaScript against sums of their series in integers of 420 bits: far more digits than any
// argument here can cost, reduction of huge ones included.
import { expect, test } from 'vitest';
import torch, { nn, type Tensor } from '../../index.ts';

const digits = 420n;
const one = 1n << digits;
const times = (a: bigint, b: bigint): bigint => (a * b) >> digits;
const absolute = (a: bigint): bigint => (a < 0n ? -a : a);

function squareRoot(a: bigint): bigint {
  const wanted = a << digits;
  let root = 1n << (BigInt(wanted.toString(2).length + 1) >> 1n);
  for (;;) {
    const next = (root + wanted / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}
function arctanOfInverse(n: bigint): bigint {
  let sum = 0n;
  for (let power = one / n, k = 1n; power !== 0n; power /= -n * n, k += 2n) sum += power / k;
  return sum;
}
const pi = 16n * arctanOfInverse(5n) - 4n * arctanOfInverse(239n);
const rootOfPi = squareRoot(pi);
const rootOfTwo = squareRoot(2n * one);

const double = new Float64Array(1);
const doubleBits = new BigInt64Array(double.buffer);
/** A finite number, exactly where it is a multiple of 2^−420. */
function fixed(x: number): bigint {
  double[0] = Math.abs(x);
  const exponent = doubleBits[0]! >> 52n;
  const fraction = doubleBits[0]! & ((1n << 52n) - 1n);
  const shift = (exponent === 0n ? 1n : exponent) - 1075n + digits;
  const whole = exponent === 0n ? fraction : fraction | (1n << 52n);
  const size = shift >= 0n ? whole << shift : whole >> -shift;
  return x < 0 ? -size : size;
}
const float = (a: bigint): number => Number(a) / 2 ** Number(digits);

/** Σ ±x^(2n + first) / (2n + first)! */
function circular(x: bigint, first: 0n | 1n): bigint {
  const reduced = x % (2n * pi);
  const square = times(reduced, reduced);
  let sum = 0n;
  let term = first === 0n ? one : reduced;
  for (let n = first; term !== 0n && term !== -1n; n += 2n) {
    sum += term;
    term = -times(term, square) / ((n + 1n) * (n + 2n));
  }
  return sum;
}
/** 2/√π Σ ±x^(2n + 1) / (n! (2n + 1)), which from |x| = 11 on is ±1 to more digits than are compared. */
function errorFunction(x: bigint): bigint {
  if (absolute(x) >= 11n * one) return x < 0n ? -one : one;
  const square = times(x, x);
  let sum = 0n;
  let power = x;
  for (let n = 0n; power !== 0n && power !== -1n; n++) {
    sum += power / (2n * n + 1n);
    power = -times(power, square) / (n + 1n);
  }
  return (2n * sum * one) / rootOfPi;
}

/** Floats whose bits are `step` apart: over all of them, and closely where the functions bend. */
function floats(): Float32Array {
  const patterns: number[] = [];
  for (let at = -(2 ** 31); at < 2 ** 31; at += 1_999_993) patterns.push(at);
  const bits = (x: number): number => new Int32Array(new Float32Array([x]).buffer)[0]!;
  for (const sign of [0, -(2 ** 31)])
    for (let at = bits(2 ** -7); at < bits(16); at += 39_989) patterns.push(at + sign);
  return new Float32Array(new Int32Array(patterns).buffer).filter(Number.isFinite);
}
/** Neighbouring floats differ by 1. */
function order(x: number): number {
  const bits = new Int32Array(new Float32Array([x]).buffer)[0]!;
  return bits < 0 ? -(bits & 0x7fffffff) : bits;
}

const functions: readonly (readonly [name: string, run: (x: Tensor) => Tensor, exact: (x: bigint) => bigint])[] = [
  ['sin', (x) => x.sin(), (x) => circular(x, 1n)],
  ['cos', (x) => x.cos(), (x) => circular(x, 0n)],
  ['erf', (x) => x.erf(), errorFunction],
  ['erfc', (x) => x.erfc(), (x) => one - errorFunction(x)],
  ['gelu', (x) => nn.functional.gelu(x), (x) => times(x, one + errorFunction((x << digits) / rootOfTwo)) / 2n],
];

test.each(functions)('%s is within 1 unit in the last place of the nearest float32', (_name, run, exact) => {
  const inputs = floats();
  const found = run(torch.tensor(inputs)).tolist() as number[];
  let worst = { units: 0, input: 0 };
  inputs.forEach((input, i) => {
    const units = Math.abs(order(found[i]!) - order(float(exact(fixed(input)))));
    if (!(units <= worst.units)) worst = { units, input };
  });
  expect(inputs.length).toBeGreaterThan(6000);
  expect(worst.units, `at ${worst.input}`).toBeLessThanOrEqual(1);
});

test.each(functions)('%s in float64 keeps 15 digits of the result, or of its argument', (name, run, exact) => {
  const inputs = Array.from({ length: 2000 }, (_, i) => (i - 1000) / 101.7);
  const found = run(torch.tensor(inputs, { dtype: torch.float64 })).tolist() as number[];
  inputs.forEach((input, i) => {
    const wanted = float(exact(fixed(input)));
    // x/√2 is rounded before gelu's tail falls as exp(−x²/2).
    const tolerance = 1e-15 * (name === 'gelu' ? 1 + input * input : 1);
    if (!(Math.abs(found[i]! - wanted) <= tolerance * Math.abs(wanted)))
      expect({ input, found: found[i] }).toEqual({ input, found: wanted });
  });
});

test('erfinv in float64 undoes erf', () => {
  const inputs = Array.from(
    { length: 1999 },
    (_, i) => Math.sign(i - 999) * (1 - ((1000 - Math.abs(i - 999)) / 1000) ** 3),
  );
  const found = torch.tensor(inputs, { dtype: torch.float64 }).erfinv().tolist() as number[];
  inputs.forEach((input, i) => {
    const x = found[i]!;
    const slope = (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x);
    const error = float(errorFunction(fixed(x)) - fixed(input)) / slope;
    // Next to ±1 a unit in the last place of the argument is many of the result.
    if (!(Math.abs(error) <= 4e-16 * Math.abs(x) + 1.2e-16 / slope))
      expect({ input, x, error }).toEqual({ input, x, error: 0 });
  });
});

test('the ends: infinities, nothing, no number', () => {
  const ends = torch.tensor([Infinity, -Infinity, Number.NaN, 0, -0, 30, -30], { dtype: torch.float64 });
  expect(ends.erf().tolist()).toEqual([1, -1, Number.NaN, 0, -0, 1, -1]);
  expect(ends.erfc().tolist()).toEqual([0, 2, Number.NaN, 1, 1, 0, 2]);
  expect(torch.tensor([1, -1, 2, 0, -0], { dtype: torch.float64 }).erfinv().tolist()).toEqual([
    Infinity,
    -Infinity,
    Number.NaN,
    0,
    -0,
  ]);
});
