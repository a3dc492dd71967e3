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

/** Random bits a dtype takes: as many as its significand holds. */
export const digitsOf = (dtype: DType): number =>
  dtype === float64 ? 53 : dtype === float16 ? 11 : dtype === bfloat16 ? 8 : 24;

/** A double in [0, 1) of 53 random bits: what every scalar distribution starts from. */
export const uniform01 = (generator: Generator): number => generator.random53() * 2 ** -53;

function float(dtype: DType, what: string): void {
  if (dtype.category !== 2) throw new RuntimeError(`"${what}" not implemented for '${dtype.name}'`);
}

/** `uniform_`: from + (to − from) · u with u in [0, 1) of as many bits as the dtype's significand. */
export function fillUniform(data: Data, dtype: DType, generator: Generator, from = 0, to = 1): void {
  float(dtype, 'check_uniform_bounds');
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

/** `random_(from, to)` and `randint`: whole numbers in [from, to). 64 bits are drawn only for ranges of 2^32 and more. */
export function fillIntegers(data: Data, dtype: DType, generator: Generator, from: number, to: number): void {
  if (!(from < to))
    throw new RuntimeError(`random_ expects 'from' to be less than 'to', but got from=${from} >= to=${to}`);
  const range = to - from;
  if (range >= 2 ** 32 && wideRange(dtype)) {
    const wide = BigInt(range);
    const base = BigInt(from);
    for (let i = 0; i < data.length; i++) data[i] = dtype.keep(Number((generator.random64() % wide) + base));
  } else if (range >= 2 ** 32) {
    for (let i = 0; i < data.length; i++) data[i] = dtype.keep(generator.random() + from);
  } else {
    for (let i = 0; i < data.length; i++) data[i] = dtype.keep((generator.random() % range) + from);
  }
}

/** How many whole numbers `random_()` chooses from; floats count to their significand's end, inclusive. */
const wholeRange = new Map<DType, number>([
  [bool, 2],
  [uint8, 2 ** 8],
  [int8, 2 ** 7],
  [int16, 2 ** 15],
  [int32, 2 ** 31],
  [float32, 2 ** 24 + 1],
  [float16, 2 ** 11 + 1],
  [bfloat16, 2 ** 8 + 1],
]);

/** `random_()`: whole numbers in [0, largest of the dtype], or [0, 2^significand] for floats. */
export function fillWhole(data: Data, dtype: DType, generator: Generator): void {
  const range = wholeRange.get(dtype);
  for (let i = 0; i < data.length; i++) {
    if (range !== undefined) data[i] = generator.random() % range;
    else if (dtype === int64) data[i] = Number(generator.random64() & 0x7fffffffffffffffn);
    else data[i] = Number(generator.random64() % (2n ** 53n + 1n));
  }
}

/** `randperm`: Fisher–Yates from the front, one draw for each place but the last. */
export function fillPermutation(data: Data, generator: Generator): void {
  const n = data.length;
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
