/** The array that holds a storage's elements on the CPU. */
export type Data = Float32Array | Float64Array | Int32Array | Int16Array | Int8Array | Uint8Array;
/** A typed array's constructor. */
export interface ArrayOf<D> {
  readonly BYTES_PER_ELEMENT: number;
  new (length: number): D;
  new (buffer: ArrayBuffer, byteOffset: number, length: number): D;
}

/** Promotion goes by category first (bool < integer < float), then by width. */
export type Category = 0 | 1 | 2;

export type DTypeName =
  | 'float32'
  | 'float64'
  | 'float16'
  | 'bfloat16'
  | 'int64'
  | 'int32'
  | 'int16'
  | 'int8'
  | 'uint8'
  | 'bool'
  | 'quint8'
  | 'qint8'
  | 'qint32';

const typeNames: Record<DTypeName, string> = {
  float32: 'Float',
  float64: 'Double',
  float16: 'Half',
  bfloat16: 'BFloat16',
  int64: 'Long',
  int32: 'Int',
  int16: 'Short',
  int8: 'Char',
  uint8: 'Byte',
  bool: 'Bool',
  quint8: 'QUInt8',
  qint8: 'QInt8',
  qint32: 'QInt32',
};

/** A tensor's element type, as PyTorch's `torch.dtype`. */
export class DType<N extends DTypeName = DTypeName> {
  readonly name: N;
  /** @internal position in the table, used in kernel signatures */
  readonly index: number;
  /** @internal */
  readonly category: Category;
  readonly itemsize: number;
  readonly is_floating_point: boolean;
  readonly is_complex = false;
  /** @internal the value an element of this dtype keeps of a number */
  readonly keep: (value: number) => number;
  /** @internal what holds elements on the CPU */
  readonly array: ArrayOf<Data>;

  /** @internal */
  constructor(
    name: N,
    index: number,
    category: Category,
    itemsize: number,
    array: ArrayOf<Data>,
    keep: (value: number) => number,
  ) {
    this.name = name;
    this.index = index;
    this.category = category;
    this.itemsize = itemsize;
    this.is_floating_point = category === 2;
    this.array = array;
    this.keep = keep;
  }
  /** @internal zeros */
  allocate(length: number): Data {
    return new this.array(length);
  }
  /** @internal what PyTorch's messages and old tensor types call it: 'Float', 'Long' */
  get typeName(): string {
    return typeNames[this.name];
  }
  toString(): string {
    return `torch.${this.name}`;
  }
}

const bits = new DataView(new ArrayBuffer(8));

/** Round half to even to bfloat16: the upper half of a float32. */
export function keepBfloat16(value: number): number {
  bits.setFloat32(0, value);
  const word = bits.getUint32(0);
  if (Number.isNaN(value)) return Number.NaN;
  bits.setUint32(0, (word + 0x7fff + ((word >>> 16) & 1)) & 0xffff0000);
  return bits.getFloat32(0);
}

/** Round half to even to float16, with its subnormals and infinity. */
export function keepFloat16(value: number): number {
  const magnitude = Math.abs(value);
  if (!(magnitude < Infinity) || magnitude === 0) return value;
  if (magnitude >= 65520) return value < 0 ? -Infinity : Infinity;
  // One unit in the last place is 2^-24 for subnormals, else 2^(exponent - 10); adding 1.5·2^52 units rounds in double.
  bits.setFloat64(0, magnitude);
  const exponent = Math.max(((bits.getUint16(0) >> 4) & 0x7ff) - 1023, -14);
  const magic = 6755399441055744 * 2 ** (exponent - 10);
  const rounded = magnitude + magic - magic;
  return value < 0 ? -rounded : rounded;
}

/** What does not fit, NaN included, is the lowest number, as the processor's conversion has it. */
const asInt64 = (value: number): number =>
  value >= -(2 ** 63) && value < 2 ** 63 ? Math.trunc(value) + 0 : -(2 ** 63);
/** A float on its way into int32, int16, int8 or uint8: converted to 32 bits first, of which the lower are kept. */
export const fitInt32 = (value: number): number => (value > -2147483649 && value < 2147483648 ? value : -2147483648);
const wrapInto = (view: Data) => (value: number) => {
  view[0] = value;
  return view[0] as number;
};

// float16 and bfloat16 are held as float32 and rounded on every write: JS has no 16-bit float array everywhere, and
// arithmetic in float32 with rounding at the end is what PyTorch's CPU kernels do. itemsize stays 2 for the meters.
// int64 is held in a Float64Array: exact to 2^53 and as fast as floats, where BigInt64Array is about 50 times slower
// in every loop. Results beyond 2^53 lose low bits; indices, counts, labels and seeds never get there.
export const float32 = new DType('float32', 0, 2, 4, Float32Array, Math.fround);
export const float64 = new DType('float64', 1, 2, 8, Float64Array, (v) => v);
export const float16 = new DType('float16', 2, 2, 2, Float32Array, keepFloat16);
export const bfloat16 = new DType('bfloat16', 3, 2, 2, Float32Array, keepBfloat16);
export const int64 = new DType('int64', 4, 1, 8, Float64Array, asInt64);
export const int32 = new DType('int32', 5, 1, 4, Int32Array, (v) => v | 0);
export const int16 = new DType('int16', 6, 1, 2, Int16Array, wrapInto(new Int16Array(1)));
export const int8 = new DType('int8', 7, 1, 1, Int8Array, wrapInto(new Int8Array(1)));
export const uint8 = new DType('uint8', 8, 1, 1, Uint8Array, (v) => v & 255);
export const bool = new DType('bool', 9, 0, 1, Uint8Array, (v) => (Number(v) !== 0 ? 1 : 0)); // an expression may give JS booleans

/** Codes of quantized tensors: the storage knows what numbers they stand for, see quantization/quantizer.ts. */
export const quint8 = new DType('quint8', 10, 1, 1, Uint8Array, uint8.keep);
export const qint8 = new DType('qint8', 11, 1, 1, Int8Array, int8.keep);
export const qint32 = new DType('qint32', 12, 1, 4, Int32Array, int32.keep);
export const quantizedDtypes = { quint8, qint8, qint32 } as const;
export const isQuantized = (dtype: DType): boolean => dtype.index >= quint8.index;

export const dtypes = { float32, float64, float16, bfloat16, int64, int32, int16, int8, uint8, bool } as const;

/** PyTorch's second names for the same dtypes. */
export const dtypeAliases = {
  float: float32,
  double: float64,
  half: float16,
  long: int64,
  int: int32,
  short: int16,
} as const;

export function dtypeNamed(name: string): DType {
  const found = [...Object.values(dtypes), ...Object.values(quantizedDtypes)].find((d) => d.name === name);
  if (!found) throw new TypeError(`there is no dtype named '${name}'`);
  return found;
}

let defaultFloat: DType = float32;
export const get_default_dtype = (): DType => defaultFloat;
export function set_default_dtype(dtype: DType): void {
  if (dtype.category !== 2)
    throw new TypeError(`only floating-point types are supported as the default type, got ${dtype}`);
  defaultFloat = dtype;
}

/** The dtype that holds values of both, as `torch.promote_types`. */
export function promoteTypes(a: DType, b: DType): DType {
  if (a === b) return a;
  if (a.category !== b.category) return a.category > b.category ? a : b;
  if (a.category === 2) {
    if (a === float64 || b === float64) return float64;
    return float32; // float32 with a 16-bit float, or float16 with bfloat16
  }
  // integers: uint8 fits no int8
  if ((a === uint8 && b === int8) || (a === int8 && b === uint8)) return int16;
  if (a === uint8) return b;
  if (b === uint8) return a;
  return a.itemsize > b.itemsize ? a : b;
}

/** Whether a result of `from` may be written into a tensor of `to` (float into int may not). */
export const canCast = (from: DType, to: DType): boolean => from.category <= to.category;
