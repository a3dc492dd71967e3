// Writes the pickle, protocol 2, of plain data and tensors. Storages go beside it, through `storageKey`.
import { DType, isQuantized } from '../dtype.ts';
import { Module } from '../nn/module.ts';
import { Parameter } from '../nn/parameter.ts';
import { quantizerOf } from '../quantization/quantizer.ts';
import { QScheme } from '../quantization/qscheme.ts';
import { Tensor } from '../tensor.ts';
import { CheckpointError } from './error.ts';
import { encodeText } from './utf8.ts';
import { storageNames } from './storages.ts';

const depthMax = 200;
const indexKey = /^(0|[1-9]\d{0,14})$/;

type Container = readonly unknown[] | ReadonlyMap<unknown, unknown> | Readonly<Record<string, unknown>>;
function isContainer(value: object): value is Container {
  if (Array.isArray(value) || value instanceof Map) return true;
  const prototype: unknown = Object.getPrototypeOf(value);
  // Of a plain object, also one of another realm, whose Object.prototype is another.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
function refusal(value: object, path: string): string {
  const name = value.constructor?.name ?? 'object';
  if ('state_dict' in value) return `${path} is a ${name}, which cannot be saved: save its state_dict()`;
  return `${path} is a ${name}, which cannot be saved: tensors, numbers, strings, bytes, arrays, Maps, Sets and plain objects can`;
}

export function pickle(root: unknown, storageKey: (t: Tensor) => string): Uint8Array {
  const out: number[] = [];
  const memo = new Map<object, number>();
  const open = new Set<object>();
  const ascii = (text: string): void => void out.push(...encodeText(text));
  const u32 = (n: number): void => void out.push(n & 255, (n >>> 8) & 255, (n >>> 16) & 255, n >>> 24);
  const global = (module: string, name: string): void => ascii(`c${module}\n${name}\n`);

  function string(text: string): void {
    const bytes = encodeText(text);
    out.push(0x58);
    u32(bytes.length);
    for (const b of bytes) out.push(b);
  }
  function integer(n: bigint): void {
    if (n >= -(2n ** 31n) && n < 2n ** 31n) {
      out.push(0x4a);
      return u32(Number(n));
    }
    let length = 1;
    while (BigInt.asIntN(8 * length, n) !== n) if (++length > 255) throw new CheckpointError('an integer is too large');
    out.push(0x8a, length);
    for (let i = 0; i < length; i++) out.push(Number((n >> BigInt(8 * i)) & 255n));
  }
  function float(x: number): void {
    const view = new DataView(new ArrayBuffer(8));
    view.setFloat64(0, x);
    out.push(0x47, ...new Uint8Array(view.buffer));
  }
  const tuple = (numbers: readonly number[]): void => {
    out.push(0x28);
    for (const n of numbers) integer(BigInt(n));
    out.push(0x74);
  };
  const orderedDict = (): void => {
    global('collections', 'OrderedDict');
    out.push(0x29, 0x52);
  };
  function tensor(t: Tensor): void {
    const parameter = t instanceof Parameter;
    if (parameter) {
      global('torch._utils', '_rebuild_parameter');
      out.push(0x28);
    }
    const quantizer = isQuantized(t.dtype) ? quantizerOf(t) : null;
    global('torch._utils', quantizer ? '_rebuild_qtensor' : '_rebuild_tensor_v2');
    out.push(0x28, 0x28);
    string('storage');
    global('torch', storageNames[t.dtype.name]);
    string(storageKey(t));
    string(t.storage.device.name);
    integer(BigInt(t.storage.length));
    out.push(0x74, 0x51);
    integer(BigInt(t.offset));
    tuple(t.shape);
    tuple(t.strides);
    if (quantizer) {
      out.push(0x28);
      global('torch', quantizer.qscheme.name);
      if ('scale' in quantizer) {
        float(quantizer.scale);
        integer(BigInt(quantizer.zero_point));
      } else {
        write(quantizer.scales, 'scales');
        write(quantizer.zero_points, 'zero_points');
        integer(BigInt(quantizer.axis));
      }
      out.push(0x74);
    }
    out.push(t.requires_grad && !parameter ? 0x88 : 0x89);
    orderedDict();
    out.push(0x74, 0x52);
    if (!parameter) return;
    out.push(t.requires_grad ? 0x88 : 0x89);
    orderedDict();
    out.push(0x74, 0x52);
  }
  function remember(value: object): void {
    out.push(0x72);
    u32(memo.size);
    memo.set(value, memo.size);
  }
  function dict(entries: Iterable<readonly [unknown, unknown]>, path: string): void {
    out.push(0x28);
    for (const [key, item] of entries) {
      write(key, `${path}'s key`);
      write(item, `${path}[${String(key)}]`);
    }
    out.push(0x75);
  }
  function list(items: readonly unknown[], path: string): void {
    out.push(0x28);
    for (let i = 0; i < items.length; i++) write(items[i], `${path}[${i}]`);
    out.push(0x65);
  }
  function set(items: ReadonlySet<unknown>, path: string): void {
    global('__builtin__', 'set');
    out.push(0x5d);
    list([...items], path);
    out.push(0x85, 0x52);
  }
  /** Bytes as Python 3 writes them in protocol 2. */
  function bytes(content: Uint8Array): void {
    global('_codecs', 'encode');
    let text = '';
    for (const byte of content) text += String.fromCharCode(byte);
    string(text);
    string('latin1');
    out.push(0x86, 0x52);
  }
  function write(value: unknown, path: string): void {
    if (value === null) return void out.push(0x4e);
    if (typeof value === 'boolean') return void out.push(value ? 0x88 : 0x89);
    if (typeof value === 'string') return string(value);
    if (typeof value === 'bigint') return integer(value);
    if (typeof value === 'number')
      return Number.isSafeInteger(value) && !Object.is(value, -0) ? integer(BigInt(value)) : float(value);
    // Before its typeof is asked for: a module can be called.
    if (value instanceof Module)
      throw new CheckpointError(
        `${path} is a whole module (${value.constructor.name}), whose code a checkpoint cannot hold: save its state_dict()`,
      );
    if (typeof value !== 'object') throw new CheckpointError(`${path} is ${typeof value}, which cannot be saved`);
    if (open.has(value)) throw new CheckpointError(`${path} contains itself, which cannot be saved`);
    const known = memo.get(value);
    if (known !== undefined) {
      out.push(0x6a);
      return u32(known);
    }
    if (value instanceof Tensor) {
      tensor(value);
      return remember(value);
    }
    if (value instanceof QScheme) return global('torch', value.name);
    if (value instanceof DType) return global('torch', value.name);
    if (value instanceof Uint8Array) {
      bytes(value);
      return remember(value);
    }
    if (open.size >= depthMax) throw new CheckpointError(`${path} is nested more than ${depthMax} deep`);
    if (value instanceof Set) {
      open.add(value);
      set(value, path);
      open.delete(value);
      return remember(value);
    }
    if (!isContainer(value)) throw new CheckpointError(refusal(value, path));
    out.push(Array.isArray(value) ? 0x5d : 0x7d);
    remember(value);
    open.add(value);
    if (Array.isArray(value)) list(value, path);
    else if (value instanceof Map) dict(value, path);
    else {
      const entries = Object.entries(value);
      const ints = entries.every(([k]) => indexKey.test(k)) && !entries.every(([, v]) => v instanceof Tensor);
      dict(ints ? entries.map(([k, v]) => [Number(k), v] as const) : entries, path);
    }
    open.delete(value);
  }
  out.push(0x80, 2);
  write(root, 'the object');
  out.push(0x2e);
  return Uint8Array.from(out);
}
