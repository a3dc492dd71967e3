// What a host does with the engine. Tensors as bytes, for the judge: dtype by PyTorch's short name, row-major,
// little-endian, copied both ways; and what must be made ready while the host still allows it.
import { dtypeNamed } from './dtype.ts';
import { fromValues, numelOf, type Tensor, valuesOf } from './tensor.ts';
import { keepBfloat16 } from './dtype.ts';
import { compileKernels, decodeKernels } from './device/cpu/wasm.ts';

/** Compiles the CPU's WebAssembly; see compileKernels for when. Without it, or without WebAssembly, kernels are plain JavaScript. */
export const prepare = (): void => compileKernels();

/** What of it can be done before a heap snapshot is made. */
export const prepareAhead = (): void => void decodeKernels();

/** Reads one element at a byte offset / writes it. */
const access: Record<
  string,
  [get: (v: DataView, at: number) => number, set: (v: DataView, at: number, x: number) => void]
> = {
  float32: [(v, at) => v.getFloat32(at, true), (v, at, x) => v.setFloat32(at, x, true)],
  float64: [(v, at) => v.getFloat64(at, true), (v, at, x) => v.setFloat64(at, x, true)],
  float16: [(v, at) => fromHalf(v.getUint16(at, true)), (v, at, x) => v.setUint16(at, toHalf(x), true)],
  bfloat16: [
    (v, at) => wordToFloat(v.getUint16(at, true) << 16),
    (v, at, x) => v.setUint16(at, floatToWord(keepBfloat16(x)) >>> 16, true),
  ],
  int64: [
    (v, at) => Number(v.getBigInt64(at, true)),
    (v, at, x) => v.setBigInt64(at, x >= 2 ** 63 ? 2n ** 63n - 1n : x <= -(2 ** 63) ? -(2n ** 63n) : BigInt(x), true),
  ],
  int32: [(v, at) => v.getInt32(at, true), (v, at, x) => v.setInt32(at, x, true)],
  int16: [(v, at) => v.getInt16(at, true), (v, at, x) => v.setInt16(at, x, true)],
  int8: [(v, at) => v.getInt8(at), (v, at, x) => v.setInt8(at, x)],
  uint8: [(v, at) => v.getUint8(at), (v, at, x) => v.setUint8(at, x)],
  quint8: [(v, at) => v.getUint8(at), (v, at, x) => v.setUint8(at, x)],
  qint8: [(v, at) => v.getInt8(at), (v, at, x) => v.setInt8(at, x)],
  qint32: [(v, at) => v.getInt32(at, true), (v, at, x) => v.setInt32(at, x, true)],
  bool: [(v, at) => Number(v.getUint8(at) !== 0), (v, at, x) => v.setUint8(at, x)],
};
const word = new DataView(new ArrayBuffer(4));
const wordToFloat = (bits: number): number => (word.setUint32(0, bits >>> 0), word.getFloat32(0));
const floatToWord = (x: number): number => (word.setFloat32(0, x), word.getUint32(0));
function fromHalf(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  return exponent === 31
    ? fraction
      ? Number.NaN
      : sign * Infinity
    : sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
/** Of a value that float16 holds exactly. */
function toHalf(x: number): number {
  if (Number.isNaN(x)) return 0x7e00;
  const sign = x < 0 || Object.is(x, -0) ? 0x8000 : 0;
  const magnitude = Math.abs(x);
  if (magnitude >= 65520) return sign | 0x7c00;
  if (magnitude < 2 ** -14) return sign | Math.round(magnitude * 2 ** 24);
  const exponent = Math.floor(Math.log2(magnitude));
  return sign + ((exponent + 15) << 10) + Math.round((magnitude / 2 ** exponent - 1) * 1024);
}

/** A new tensor of bytes; throws when their number does not fit the shape. */
export function fromBytes(dtype: string, shape: readonly number[], bytes: Uint8Array): Tensor {
  const type = dtypeNamed(dtype);
  const n = numelOf(shape);
  const read = access[dtype];
  if (!read) throw new TypeError(`no bytes of dtype ${dtype}`);
  if (bytes.byteLength !== n * type.itemsize)
    throw new RangeError(
      `${bytes.byteLength} bytes for a ${dtype} tensor of shape [${shape.join(', ')}], which has ${n * type.itemsize}`,
    );
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const values = type.allocate(n);
  for (let i = 0; i < n; i++) values[i] = read[0](view, i * type.itemsize);
  return fromValues(values, [...shape], type);
}

export function toBytes(t: Tensor): Uint8Array {
  const write = access[t.dtype.name];
  if (!write) throw new TypeError(`no bytes of dtype ${t.dtype.name}`);
  const values = valuesOf(t);
  const size = t.dtype.itemsize;
  const bytes = new Uint8Array(values.length * size);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < values.length; i++) write[1](view, i * size, values[i] ?? 0);
  return bytes;
}
