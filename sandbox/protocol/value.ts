// Plain values as bytes, the same code on both sides of the pipe: null, undefined, booleans, numbers (all bits kept), bigints, strings
// (UTF-16 kept as it is, lone surrogates too), bytes, arrays and records of them. No classes, no functions, no references.
// The reader trusts nothing: depth, node count and every length are checked before memory is taken for them.

export type Value = undefined | null | boolean | number | bigint | string | Uint8Array | readonly Value[] | ValueRecord;
export interface ValueRecord {
  readonly [name: string]: Value;
}

export const depthMax = 40;
export const nodesMax = 200_000;

const Tag = {
  undefined: 0,
  null: 1,
  false: 2,
  true: 3,
  number: 4,
  bigint: 5,
  string: 6,
  bytes: 7,
  array: 8,
  record: 9,
} as const;

export class ValueError extends Error {
  override readonly name = 'ValueError';
}

// Taken before any of the candidate's code runs: what it later does to the globals does not reach the encoder.
const { isArray } = Array;
const { keys, create, defineProperty } = Object;
const Bytes = Uint8Array;
const View = DataView;
const { fromCharCode } = String;
const { min, max } = Math;

/** Grows by doubling, so a long value costs no more than twice its size. */
class Writer {
  bytes = new Bytes(1024);
  view = new View(this.bytes.buffer);
  length = 0;

  room(count: number): number {
    const at = this.length;
    this.length += count;
    if (this.length > this.bytes.length) {
      const grown = new Bytes(max(this.length, this.bytes.length * 2));
      grown.set(this.bytes);
      this.bytes = grown;
      this.view = new View(grown.buffer);
    }
    return at;
  }
  u8(value: number): void {
    const at = this.room(1);
    this.bytes[at] = value;
  }
  u32(value: number): void {
    const at = this.room(4);
    this.view.setUint32(at, value, true);
  }
  text(value: string): void {
    this.u32(value.length);
    const at = this.room(value.length * 2);
    for (let i = 0; i < value.length; i++) this.view.setUint16(at + 2 * i, value.charCodeAt(i), true);
  }
}

export function encodeValue(value: Value): Uint8Array {
  const writer = new Writer();
  write(writer, value, 0);
  return writer.bytes.slice(0, writer.length);
}

function write(w: Writer, value: Value, depth: number): void {
  if (depth > depthMax) throw new ValueError(`nested deeper than ${depthMax}`);
  if (value === undefined) return w.u8(Tag.undefined);
  if (value === null) return w.u8(Tag.null);
  if (value === false) return w.u8(Tag.false);
  if (value === true) return w.u8(Tag.true);
  if (typeof value === 'number') {
    w.u8(Tag.number);
    const at = w.room(8);
    return w.view.setFloat64(at, value, true);
  }
  if (typeof value === 'bigint') {
    w.u8(Tag.bigint);
    return w.text(`${value}`);
  }
  if (typeof value === 'string') {
    w.u8(Tag.string);
    return w.text(value);
  }
  if (value instanceof Bytes) {
    w.u8(Tag.bytes);
    w.u32(value.length);
    const at = w.room(value.length);
    return w.bytes.set(value, at);
  }
  if (isList(value)) {
    w.u8(Tag.array);
    w.u32(value.length);
    for (let i = 0; i < value.length; i++) write(w, value[i], depth + 1);
    return;
  }
  w.u8(Tag.record);
  const names = keys(value);
  w.u32(names.length);
  for (let i = 0; i < names.length; i++) {
    const name = names[i] ?? '';
    w.text(name);
    write(w, value[name], depth + 1);
  }
}

function isList(value: readonly Value[] | ValueRecord): value is readonly Value[] {
  return isArray(value);
}

/** How many values may still be read. */
export interface Budget {
  nodes: number;
}
interface Reader {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  at: number;
  nodes: number;
  readonly budget: Budget;
}

/** Throws ValueError on anything that `encodeValue` would not have written, and when the budget is spent; takes from it what it read. */
export function decodeValue(bytes: Uint8Array, budget: Budget = { nodes: nodesMax }): Value {
  const reader = { bytes, view: new View(bytes.buffer, bytes.byteOffset, bytes.byteLength), at: 0, nodes: 0, budget };
  const value = read(reader, 0);
  if (reader.at !== bytes.length) throw new ValueError('trailing bytes');
  return value;
}

function take(r: Reader, count: number): number {
  const at = r.at;
  if (count > r.bytes.length - at) throw new ValueError('cut off');
  r.at += count;
  return at;
}

function takeCount(r: Reader, bytesEach: number): number {
  const count = r.view.getUint32(take(r, 4), true);
  if (count * bytesEach > r.bytes.length - r.at) throw new ValueError('a length exceeds the message');
  return count;
}

function takeText(r: Reader): string {
  const length = takeCount(r, 2);
  const at = take(r, length * 2);
  let text = '';
  for (let start = 0; start < length; start += 4096) {
    const codes: number[] = [];
    for (let i = start; i < min(length, start + 4096); i++) codes[i - start] = r.view.getUint16(at + 2 * i, true);
    text += fromCharCode(...codes);
  }
  return text;
}

function read(r: Reader, depth: number): Value {
  if (depth > depthMax) throw new ValueError(`nested deeper than ${depthMax}`);
  if (++r.nodes > nodesMax || --r.budget.nodes < 0) throw new ValueError('too many values');
  const tag = r.bytes[take(r, 1)];
  switch (tag) {
    case Tag.undefined:
      return undefined;
    case Tag.null:
      return null;
    case Tag.false:
      return false;
    case Tag.true:
      return true;
    case Tag.number:
      return r.view.getFloat64(take(r, 8), true);
    case Tag.bigint:
      return readBigint(r);
    case Tag.string:
      return takeText(r);
    case Tag.bytes: {
      const length = takeCount(r, 1);
      const at = take(r, length);
      return r.bytes.slice(at, at + length);
    }
    case Tag.array: {
      const length = takeCount(r, 1);
      const items: Value[] = [];
      for (let i = 0; i < length; i++) items[i] = read(r, depth + 1);
      return items;
    }
    case Tag.record: {
      const count = takeCount(r, 5);
      const record: ValueRecord = create(null);
      for (let i = 0; i < count; i++) {
        const name = takeText(r);
        if (name in record) throw new ValueError('a name twice');
        defineProperty(record, name, { value: read(r, depth + 1), enumerable: true });
      }
      return record;
    }
    default:
      throw new ValueError(`unknown tag ${tag}`);
  }
}

/** Bounded: turning a long decimal into a bigint takes quadratic time. */
function readBigint(r: Reader): bigint {
  const digits = takeText(r);
  if (digits.length > 100 || !/^(0|-?[1-9][0-9]*)$/.test(digits)) throw new ValueError('not a bigint');
  return BigInt(digits);
}
