// Reads a pickle by an allow-list: a stack machine over plain data; no name is ever resolved to code.
import { type DType, dtypes } from '../dtype.ts';
import { CheckpointError } from './error.ts';
import { decodeText } from './utf8.ts';
import { storageNames } from './storages.ts';

/** A global that may appear. */
export class Global {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}
export interface Rebuild {
  storage(id: readonly unknown[]): unknown;
  tensor(arguments_: readonly unknown[]): unknown;
  parameter(arguments_: readonly unknown[]): unknown;
}
const allowed = new Map<string, unknown>(
  [
    'torch._utils._rebuild_tensor_v2',
    'torch._utils._rebuild_parameter',
    'collections.OrderedDict',
    'collections.Counter',
    'torch.Size',
    ...Object.values(storageNames).map((name) => `torch.${name}`),
  ].map((name) => [name, new Global(name)]),
);
for (const dtype of Object.values(dtypes) as DType[]) allowed.set(`torch.${dtype.name}`, dtype);

export function unpickle(bytes: Uint8Array, rebuild: Rebuild): unknown {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const damaged = (why: string): CheckpointError => new CheckpointError(`damaged checkpoint: ${why}`);
  let at = 0;
  const take = (n: number): number => {
    if (at + n > bytes.length) throw damaged('the pickle ends too early');
    at += n;
    return at - n;
  };
  const text = (n: number): string => decodeText(bytes.subarray(take(n), at));
  const line = (): string => {
    const end = bytes.indexOf(10, at);
    if (end < 0) throw damaged('the pickle ends too early');
    const read = text(end - at);
    at++;
    return read;
  };
  let stack: unknown[] = [];
  const marks: unknown[][] = [];
  const memo = new Map<number, unknown>();
  const pop = (): unknown => {
    if (stack.length === 0) throw damaged('the pickle takes from an empty stack');
    return stack.pop();
  };
  const toMark = (): unknown[] => {
    const items = stack;
    const below = marks.pop();
    if (!below) throw damaged('the pickle has no mark');
    stack = below;
    return items;
  };
  const put = (items: readonly unknown[]): void => {
    const target = stack.at(-1);
    if (!(target instanceof Map) || items.length % 2) throw damaged('the pickle sets items of what is no dict');
    for (let i = 0; i < items.length; i += 2) target.set(items[i], items[i + 1]);
  };
  const append = (items: readonly unknown[]): void => {
    const target = stack.at(-1);
    if (!Array.isArray(target)) throw damaged('the pickle appends to what is no list');
    for (const item of items) target.push(item);
  };
  const get = (index: number): void => {
    if (!memo.has(index)) throw damaged('the pickle reads an empty memo');
    stack.push(memo.get(index));
  };
  function call(callee: unknown, given: unknown): unknown {
    if (!(callee instanceof Global) || !Array.isArray(given)) throw damaged('the pickle calls what is no function');
    if (callee.name === 'torch._utils._rebuild_tensor_v2') return rebuild.tensor(given);
    if (callee.name === 'torch._utils._rebuild_parameter') return rebuild.parameter(given);
    if (callee.name === 'torch.Size' && Array.isArray(given[0])) return given[0];
    if (callee.name === 'collections.Counter' || callee.name === 'collections.OrderedDict') {
      if (given.length === 0) return new Map();
      if (given[0] instanceof Map) return given[0];
    }
    throw damaged(`bad arguments of ${callee.name}`);
  }
  for (;;) {
    const code = bytes[take(1)];
    if (code === 0x80) {
      if (bytes[take(1)] !== 2) throw new CheckpointError('only pickle protocol 2 is read');
    } else if (code === 0x2e) return pop();
    else if (code === 0x4e) stack.push(null);
    else if (code === 0x88 || code === 0x89) stack.push(code === 0x88);
    else if (code === 0x4b) stack.push(view.getUint8(take(1)));
    else if (code === 0x4d) stack.push(view.getUint16(take(2), true));
    else if (code === 0x4a) stack.push(view.getInt32(take(4), true));
    else if (code === 0x8a) {
      const length = view.getUint8(take(1));
      const start = take(length);
      let n = 0n;
      for (let i = length - 1; i >= 0; i--) n = (n << 8n) | BigInt(view.getUint8(start + i));
      n = BigInt.asIntN(8 * length, n);
      stack.push(Number.isSafeInteger(Number(n)) ? Number(n) : n);
    } else if (code === 0x47) stack.push(view.getFloat64(take(8)));
    else if (code === 0x58) stack.push(text(view.getUint32(take(4), true)));
    else if (code === 0x5d || code === 0x29) stack.push([]);
    else if (code === 0x7d) stack.push(new Map());
    else if (code === 0x28) {
      marks.push(stack);
      stack = [];
    } else if (code === 0x74) {
      const items = toMark();
      stack.push(items);
    } else if (code === 0x85 || code === 0x86 || code === 0x87) {
      const items = Array.from({ length: code - 0x84 }, pop);
      stack.push(items.reverse());
    } else if (code === 0x61) append([pop()]);
    else if (code === 0x65) append(toMark());
    else if (code === 0x73) {
      const value = pop();
      put([pop(), value]);
    } else if (code === 0x75) put(toMark());
    else if (code === 0x71) memo.set(view.getUint8(take(1)), stack.at(-1));
    else if (code === 0x72) memo.set(view.getUint32(take(4), true), stack.at(-1));
    else if (code === 0x68) get(view.getUint8(take(1)));
    else if (code === 0x6a) get(view.getUint32(take(4), true));
    else if (code === 0x63) {
      const name = `${line()}.${line()}`;
      if (!allowed.has(name)) throw new CheckpointError(`the file names the global '${name}', which is not allowed`);
      stack.push(allowed.get(name));
    } else if (code === 0x52) {
      const given = pop();
      stack.push(call(pop(), given));
    } else if (code === 0x51) {
      const id = pop();
      if (!Array.isArray(id)) throw damaged('bad persistent id');
      stack.push(rebuild.storage(id));
    } else if (code === 0x62) {
      pop(); // a dict's own attributes, such as a state_dict's _metadata
      if (!(stack.at(-1) instanceof Map)) throw damaged('the pickle sets attributes of what is no dict');
    } else throw damaged(`pickle opcode ${code} is not read`);
  }
}
