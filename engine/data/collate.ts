import { RuntimeError } from '../device/device.ts';
import { torch } from '../core.ts';
import { type DType, float32, float64, int16, int32, int64, int8, uint8 } from '../dtype.ts';
import { isKeywords } from '../schema.ts';
import { fromValues, Tensor } from '../tensor.ts';

/** What stands for a NumPy array. */
export type NumberArray =
  | Float64Array
  | Float32Array
  | Int32Array
  | Int16Array
  | Int8Array
  | Uint8Array
  | Uint8ClampedArray
  | BigInt64Array;

/** What `default_collate` makes of samples of type T. */
export type Collated<T> = T extends Tensor | number | bigint | boolean | NumberArray
  ? Tensor
  : T extends string
    ? string[]
    : T extends ReadonlyMap<infer K, infer V>
      ? Map<K, Collated<V>>
      : T extends readonly unknown[] | object
        ? { -readonly [K in keyof T]: Collated<T[K]> }
        : unknown;
/** What `default_convert` makes of a sample of type T. */
export type Converted<T> = T extends NumberArray
  ? Tensor
  : T extends Tensor | number | bigint | boolean | string | null | undefined
    ? T
    : T extends ReadonlyMap<infer K, infer V>
      ? Map<K, Converted<V>>
      : T extends readonly unknown[] | object
        ? { -readonly [K in keyof T]: Converted<T[K]> }
        : T;

const arrays: readonly [new (...args: never[]) => NumberArray, DType][] = [
  [Float64Array, float64],
  [Float32Array, float32],
  [Int32Array, int32],
  [Int16Array, int16],
  [Int8Array, int8],
  [Uint8Array, uint8],
  [Uint8ClampedArray, uint8],
  [BigInt64Array, int64],
];
/** The tensor of a typed array, of its own dtype; null for anything else. */
function ofArray(value: unknown): Tensor | null {
  const found = arrays.find(([type]) => value instanceof type);
  if (!found) return null;
  const values = Float64Array.from(value as ArrayLike<number>, Number);
  return fromValues(values, [values.length], found[1]);
}

function classOf(value: unknown): string {
  if (value === null || value === undefined) return 'NoneType';
  return typeof value === 'object' ? (value.constructor?.name ?? 'object') : typeof value;
}
const isNumber = (v: unknown): v is number | bigint => typeof v === 'number' || typeof v === 'bigint';

/** Python tells 1 from 1.0, TypeScript does not: whole numbers throughout are int64, any fraction makes all float64. */
function ofNumbers(batch: readonly unknown[]): Tensor {
  const wrong = batch.find((v) => !isNumber(v) && typeof v !== 'boolean');
  if (wrong !== undefined) throw new TypeError(`must be real number, not ${classOf(wrong)}`);
  const whole = batch.every((v) => typeof v !== 'number' || Number.isInteger(v));
  return fromValues(batch.map(Number), [batch.length], whole ? int64 : float64);
}

function collate(batch: readonly unknown[]): unknown {
  const first = batch[0];
  if (first instanceof Tensor) return torch.stack(batch as readonly Tensor[], 0);
  if (isNumber(first)) return ofNumbers(batch);
  if (typeof first === 'boolean') return torch.tensor(batch);
  if (typeof first === 'string') return [...batch];
  if (ofArray(first)) return torch.stack(batch.map((v) => ofArray(v) as Tensor));
  if (first instanceof Map)
    return new Map(Array.from(first.keys(), (key) => [key, collate(batch.map((v) => field(v, key)))]));
  if (Array.isArray(first)) {
    if (batch.some((v) => !Array.isArray(v) || v.length !== first.length))
      throw new RuntimeError('each element in list of batch should be of equal size');
    return first.map((_, i) => collate(batch.map((v) => (v as unknown[])[i])));
  }
  if (isKeywords(first))
    return Object.fromEntries(Object.keys(first).map((key) => [key, collate(batch.map((v) => field(v, key)))]));
  throw new TypeError(
    `default_collate: batch must contain tensors, numpy arrays, numbers, dicts or lists; found <class '${classOf(first)}'>`,
  );
}
function field(value: unknown, key: unknown): unknown {
  if (value instanceof Map && value.has(key)) return value.get(key);
  if (isKeywords(value) && Object.hasOwn(value, key as string)) return value[key as string];
  throw new RangeError(`KeyError: ${typeof key === 'string' ? `'${key}'` : String(key)}`);
}

/**
 * One batch of samples: tensors are stacked, whole numbers become an int64 tensor, numbers with a fraction a float64 one,
 * booleans a bool one; strings stay a list; arrays, plain objects and Maps are collated field by field. Typed arrays count as
 * NumPy arrays. Throws a TypeError that names any other class, a RuntimeError when arrays differ in length.
 */
export const default_collate = <T>(batch: readonly T[]): Collated<T> => {
  if (batch.length === 0) throw new RangeError('list index out of range');
  return collate(batch) as Collated<T>;
};

/** Turns typed arrays into tensors, at any depth of arrays, plain objects and Maps, and leaves the rest as it is. */
export const default_convert = <T>(data: T): Converted<T> => convert(data) as Converted<T>;
function convert(data: unknown): unknown {
  if (data instanceof Tensor) return data;
  const tensor = ofArray(data);
  if (tensor) return tensor;
  if (data instanceof Map) return new Map(Array.from(data, ([key, value]) => [key, convert(value)]));
  if (Array.isArray(data)) return data.map(convert);
  if (isKeywords(data)) return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, convert(value)]));
  return data;
}
