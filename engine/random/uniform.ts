import {
  bfloat16,
  bool,
  type Data,
  type DType,
  float16,
  float32,
  float64,
  int16,
  int32,
  int64,
  int8,
  uint8,
} from '../dtype.ts';
import { RuntimeError } from '../device/device.ts';
import { fma32, fma64 } from './float.ts';
import type { Generator } from './generator.ts';
import { requireFloat, scalarTypes } from './scalar-types.ts';

/** Random bits a dtype takes: as many as its significand holds. */
export const digitsOf = (dtype: DType): number =>
  dtype === float64 ? 53 : dtype === float16 ? 11 : dtype === bfloat16 ? 8 : 24;

/** A double in [0, 1) of 53 random bits: what every scalar distribution starts from. */
export const uniform01 = (generator: Generator): number => generator.random53() * 2 ** -53;

/** `uniform_`: from + (to − from) · u with u in [0, 1) of as many bits as the dtype's significand. */
export function fillUniform(data: Data, dtype: DType, generator: Generator, from = 0, to = 1): void {
  requireFloat(dtype, 'check_uniform_bounds');
  if (!(from <= to))
    throw new RuntimeError(`uniform_ expects to return a [from, to) range, but found from=${from} > to=${to}`);
  const low = dtype.keep(from);
  const span = dtype.keep(dtype.keep(to) - low);
  if (!(Math.abs(span) < Infinity))
    throw new RuntimeError(
      `uniform_ expects to-from <= std::numeric_limits<${dtype.name}>::max(), but found to=${to} and from=${from}`,
    );
  if (dtype === float64) {
    for (let i = 0; i < data.length; i++) data[i] = fma64(uniform01(generator), span, low);
    return;
  }
  const scale = 2 ** digitsOf(dtype);
  const mask = scale - 1;
  for (let i = 0; i < data.length; i++) {
    const value = fma32((generator.random() & mask) / scale, span, low);
    data[i] = dtype === float32 ? value : dtype.keep(value);
  }
}

const wideRange = (dtype: DType): boolean =>
  dtype === int64 || dtype === float64 || dtype === float32 || dtype === bfloat16;

/** What an integer dtype holds and what PyTorch calls it. */
const integerRanges = new Map<DType, readonly [lowest: number, highest: number, name: string]>([
  [bool, [0, 1, 'bool']],
  [uint8, [0, 255, 'unsigned char']],
  [int8, [-128, 127, 'signed char']],
  [int16, [-(2 ** 15), 2 ** 15 - 1, 'short int']],
  [int32, [-(2 ** 31), 2 ** 31 - 1, 'int']],
]);

/**
 * The bounds as the dtype holds them. Floats beyond 2^significand skip whole numbers: a bound that would round outward
 * moves inward by one of their steps.
 */
function boundsFor(dtype: DType, from: number, to: number): readonly [from: number, to: number] {
  const held = integerRanges.get(dtype);
  if (held) {
    const [lowest, highest, name] = held;
    if (from < lowest || from > highest) throw new RuntimeError(`from is out of bounds for ${name}`);
    if (to - 1 < lowest || to - 1 > highest) throw new RuntimeError(`to - 1 is out of bounds for ${name}`);
  }
  if (!dtype.is_floating_point) return [from, to];
  const step = (n: number): number => 2 ** (Math.floor(Math.log2(Math.max(1, Math.abs(n)))) - digitsOf(dtype) + 1);
  const above = dtype.keep(from + 1);
  const below = dtype.keep(to - 1);
  return [above < from ? above + step(from + 1) : from, below >= to ? below - step(to - 1) : to];
}

/** `random_(from, to)` and `randint`: whole numbers in [from, to). 64 bits are drawn only for ranges of 2^32 and more. */
export function fillIntegers(data: Data, dtype: DType, generator: Generator, from: number, to: number): void {
  if (!(from < to))
    throw new RuntimeError(`random_ expects 'from' to be less than 'to', but got from=${from} >= to=${to}`);
  const [low, high] = boundsFor(dtype, from, to);
  if (!(low < high))
    throw new RuntimeError(
      `random_ expects 'from' casted to dtype to be less than 'to' casted to dtype, but got from=${low} >= to=${high}`,
    );
  const range = high - low;
  if (range >= 2 ** 32 && wideRange(dtype)) {
    const wide = BigInt(high) - BigInt(low);
    const base = BigInt(low);
    for (let i = 0; i < data.length; i++) data[i] = dtype.keep(Number((generator.random64() % wide) + base));
  } else if (range >= 2 ** 32) {
    for (let i = 0; i < data.length; i++) data[i] = dtype.keep(generator.random() + low);
  } else {
    for (let i = 0; i < data.length; i++) data[i] = dtype.keep((generator.random() % range) + low);
  }
}

/** Where `random_()` ends: above the largest value of an integer dtype, above 2^significand for floats. */
const endOf = (dtype: DType): bigint =>
  dtype === int64 ? 2n ** 63n : BigInt(integerRanges.get(dtype)?.[1] ?? 2 ** digitsOf(dtype)) + 1n;

/** `random_()` and `random_(from, null)`: whole numbers from `from` to the largest of the dtype, or 2^significand. */
export function fillWhole(data: Data, dtype: DType, generator: Generator, from = 0): void {
  const range = endOf(dtype) - BigInt(from);
  if (range <= 0n) throw new RuntimeError(`random_ expects 'from' to be less than 'to', but got from=${from}`);
  const few = Number(range);
  const wide = few >= 2 ** 32;
  for (let i = 0; i < data.length; i++)
    data[i] = dtype.keep((wide ? Number(generator.random64() % range) : generator.random() % few) + from);
}

/** `randperm`: Fisher–Yates from the front, one draw for each place but the last. */
export function fillPermutation(data: Data, dtype: DType, generator: Generator): void {
  const n = data.length;
  const highest = integerRanges.get(dtype)?.[1] ?? Infinity;
  if (dtype === bool) throw new RuntimeError(`"randperm" not implemented for 'Bool'`);
  if (n - 1 > highest) throw new RuntimeError(`value cannot be converted to type ${dtype.name}_t without overflow`);
  const most = dtype.is_floating_point && dtype !== bfloat16 ? 2 ** digitsOf(dtype) + 1 : Infinity;
  if (n > most) throw new RuntimeError(`n cannot be greater than ${most} for ${scalarTypes[dtype.name]} type.`);
  // From this size on PyTorch 2 draws 64 bits, so that the remainder stays fair.
  const wide = n >= 4294967295 / 20;
  for (let i = 0; i < n; i++) data[i] = i;
  for (let i = 0; i < n - 1; i++) {
    const j = i + (wide ? Number(generator.random64() % BigInt(n - i)) : generator.random() % (n - i));
    const kept = data[i] as number;
    data[i] = data[j] as number;
    data[j] = kept;
  }
}
