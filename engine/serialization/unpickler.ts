// Reads a pickle by an allow-list: a stack machine over plain data; no name is ever resolved to code. Protocols 2 to 5.
// Time and memory are linear in the pickle's bytes: what an opcode may copy again and again is counted.
import { type DType, dtypes, quantizedDtypes } from '../dtype.ts';
import { type QScheme, qschemes } from '../quantization/qscheme.ts';
import { CheckpointError, damaged } from './error.ts';
import { storageNames } from './storages.ts';
import { decodeText } from './utf8.ts';

/** A global that may appear. */
export class Global {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}
/** A type or function where a value should stand. */
export const isGlobal = (x: unknown): x is Global => x instanceof Global;

export interface Rebuild {
  storage(id: readonly unknown[]): unknown;
  /** `_rebuild_tensor_v2` and its relatives; `dtype` where the call names one. */
  tensor(arguments_: readonly unknown[], dtype: unknown): unknown;
  parameter(tensor: unknown, requiresGrad: unknown): unknown;
  /** `_rebuild_qtensor` */
  quantized(arguments_: readonly unknown[]): unknown;
}
type Call = (given: readonly unknown[], rebuild: Rebuild, spend: (length: number) => void) => unknown;

const dict: Call = ([from], _, spend) => {
  if (from === undefined) return new Map();
  if (from instanceof Map) return from;
  if (!Array.isArray(from) || !from.every((pair) => Array.isArray(pair) && pair.length === 2)) return undefined;
  spend(from.length);
  return new Map(from);
};
/** What may be called. A call that returns undefined had the wrong arguments. */
const calls: Record<string, Call> = {
  'torch._utils._rebuild_tensor': (given, rebuild) => rebuild.tensor([...given.slice(0, 4), false], undefined),
  'torch._utils._rebuild_tensor_v2': (given, rebuild) => rebuild.tensor(given, undefined),
  'torch._utils._rebuild_tensor_v3': (given, rebuild) => rebuild.tensor(given, given[6]),
  'torch._utils._rebuild_qtensor': (given, rebuild) => rebuild.quantized(given),
  'torch._utils._rebuild_parameter': ([tensor, grad], rebuild) => rebuild.parameter(tensor, grad),
  'torch._utils._rebuild_parameter_with_state': ([tensor, grad], rebuild) => rebuild.parameter(tensor, grad),
  // A tensor with attributes of its own; they are left behind.
  'torch._tensor._rebuild_from_type_v2': ([callee, type, given], rebuild, spend) =>
    isGlobal(callee) && isGlobal(type) && tensorTypes.includes(type.name) && callee.name.startsWith('torch._utils.')
      ? call(callee, given, rebuild, spend)
      : undefined,
  'collections.OrderedDict': dict,
  'collections.Counter': dict,
  'torch.Size': ([sizes]) => (Array.isArray(sizes) ? sizes : undefined),
  'torch.device': ([type, index]) =>
    typeof type === 'string' ? (typeof index === 'number' ? `${type}:${index}` : type) : undefined,
  '__builtin__.set': ([items], _, spend) => {
    if (!Array.isArray(items)) return undefined;
    spend(items.length);
    return new Set(items);
  },
  '_codecs.encode': ([text, encoding], _, spend) => {
    if (typeof text !== 'string' || encoding !== 'latin1') return undefined;
    spend(text.length);
    return Uint8Array.from(text, (character) => character.charCodeAt(0));
  },
};
const tensorTypes = ['torch.Tensor', 'torch.nn.parameter.Parameter'];
const renamed: Record<string, string> = {
  'torch.storage.UntypedStorage': 'torch.UntypedStorage',
  'builtins.set': '__builtin__.set',
};
const allowed = new Map<string, Global | DType | QScheme>(
  [
    ...Object.keys(calls),
    ...tensorTypes,
    'torch.UntypedStorage',
    ...Object.values(storageNames).map((name) => `torch.${name}`),
  ].map((name) => [name, new Global(name)]),
);
for (const [name, now] of Object.entries(renamed)) allowed.set(name, new Global(now));
for (const dtype of [...Object.values(dtypes), ...Object.values(quantizedDtypes)])
  allowed.set(`torch.${dtype.name}`, dtype);
for (const scheme of Object.values(qschemes)) allowed.set(String(scheme), scheme);

function call(callee: unknown, given: unknown, rebuild: Rebuild, spend: (length: number) => void): unknown {
  if (!isGlobal(callee) || !Array.isArray(given)) throw damaged('the pickle calls what is no function');
  const made = Object.hasOwn(calls, callee.name) ? calls[callee.name]?.(given, rebuild, spend) : undefined;
  if (made === undefined) throw damaged(`bad arguments of ${callee.name}`);
  return made;
}

/** Why a global is refused, and what to do about it. */
function refuse(name: string): CheckpointError {
  const shown = JSON.stringify(name.length > 200 ? `${name.slice(0, 200)}…` : name);
  if (/^torch\.nn\.|^torch\.fx\.|^__main__\.|\bmodels?\b/.test(name))
    return new CheckpointError(
      `the file holds an object of the class ${shown}, as torch.save(model) writes it; loading it would run code. Load it in Python and save its state_dict()`,
    );
  if (/Complex|complex|Q(U?Int|uant)|sparse|float8|uint(16|32|64)/.test(name))
    return new CheckpointError(`the file holds tensors of a kind that is not supported here: ${shown}`);
  return new CheckpointError(
    `the file names the global ${shown}, which is not allowed: only tensors and plain data are`,
  );
}

/** The value of the pickle that starts at `start`, and where it ends. */
export function unpickle(bytes: Uint8Array, rebuild: Rebuild, start = 0): { value: unknown; end: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = start;
  const take = (n: number): number => {
    if (at + n > bytes.length) throw damaged('the pickle ends too early');
    at += n;
    return at - n;
  };
  const u8 = (): number => view.getUint8(take(1));
  const u32 = (): number => view.getUint32(take(4), true);
  const u64 = (): number => Number(view.getBigUint64(take(8), true));
  const raw = (n: number): Uint8Array => bytes.subarray(take(n), at);
  const text = (n: number): string => decodeText(raw(n));
  const line = (): string => {
    const end = bytes.indexOf(10, at);
    if (end < 0) throw damaged('the pickle ends too early');
    const read = text(end - at);
    at++;
    return read;
  };
  let unspent = bytes.length;
  const spend = (length: number): void => {
    unspent -= length;
    if (unspent < 0) throw damaged('the pickle copies more than it holds');
  };
  let stack: unknown[] = [];
  const marks: unknown[][] = [];
  const memo = new Map<number, unknown>();
  // A function of its own, for its argument may change which stack is the current one.
  const push = (value: unknown): void => void stack.push(value);
  const need = (): void => {
    if (stack.length === 0) throw damaged('the pickle takes from an empty stack');
  };
  const pop = (): unknown => {
    need();
    return stack.pop();
  };
  const top = (): unknown => {
    need();
    return stack[stack.length - 1];
  };
  const toMark = (): unknown[] => {
    const items = stack;
    const below = marks.pop();
    if (!below) throw damaged('the pickle has no mark');
    stack = below;
    return items;
  };
  const put = (items: readonly unknown[]): void => {
    const target = top();
    if (!(target instanceof Map) || items.length % 2) throw damaged('the pickle sets items of what is no dict');
    for (let i = 0; i < items.length; i += 2) target.set(items[i], items[i + 1]);
  };
  const append = (items: readonly unknown[]): void => {
    const target = top();
    if (!Array.isArray(target)) throw damaged('the pickle appends to what is no list');
    for (const item of items) target.push(item);
  };
  const add = (items: readonly unknown[]): void => {
    const target = top();
    if (!(target instanceof Set)) throw damaged('the pickle adds to what is no set');
    for (const item of items) target.add(item);
  };
  const get = (index: number): void => {
    if (!memo.has(index)) throw damaged('the pickle reads an empty memo');
    push(memo.get(index));
  };
  const integer = (length: number): number | bigint => {
    if (length > 1024) throw damaged('the pickle holds an integer of more than 1024 bytes');
    const digits = raw(length);
    let n = 0n;
    for (let i = length - 1; i >= 0; i--) n = (n << 8n) | BigInt(digits[i] ?? 0);
    n = BigInt.asIntN(8 * length, n);
    return Number.isSafeInteger(Number(n)) ? Number(n) : n;
  };
  const global = (name: string): void => {
    const found = allowed.get(name);
    if (!found) throw refuse(name);
    push(found);
  };
  const opcodes: Record<number, () => void> = {
    // Single values
    78: () => push(null),
    136: () => push(true),
    137: () => push(false),
    75: () => push(u8()),
    77: () => push(view.getUint16(take(2), true)),
    74: () => push(view.getInt32(take(4), true)),
    138: () => push(integer(u8())),
    139: () => push(integer(u32())),
    71: () => push(view.getFloat64(take(8))),
    140: () => push(text(u8())),
    88: () => push(text(u32())),
    141: () => push(text(u64())),
    85: () => push(text(u8())), // strings of Python 2
    84: () => push(text(u32())),
    67: () => push(raw(u8()).slice()),
    66: () => push(raw(u32()).slice()),
    142: () => push(raw(u64()).slice()),
    // Containers
    93: () => push([]),
    41: () => push([]),
    125: () => push(new Map()),
    143: () => push(new Set()),
    40: () => {
      marks.push(stack);
      stack = [];
    },
    116: () => push(toMark()),
    108: () => push(toMark()),
    145: () => push(new Set(toMark())),
    133: () => push([pop()]),
    134: () => push([pop(), pop()].reverse()),
    135: () => push([pop(), pop(), pop()].reverse()),
    97: () => append([pop()]),
    101: () => append(toMark()),
    115: () => put([pop(), pop()].reverse()),
    117: () => put(toMark()),
    144: () => add(toMark()),
    // The stack and the memo
    48: () => void pop(),
    49: () => void toMark(),
    50: () => push(top()),
    113: () => void memo.set(u8(), top()),
    114: () => void memo.set(u32(), top()),
    148: () => void memo.set(memo.size, top()),
    104: () => get(u8()),
    106: () => get(u32()),
    149: () => void take(8), // a frame's length: nothing is read ahead
    // What would be code elsewhere
    99: () => global(`${line()}.${line()}`),
    147: () => {
      const [module, name] = [pop(), pop()].reverse();
      if (typeof module !== 'string' || typeof name !== 'string')
        throw damaged('the pickle names a global by no string');
      global(`${module}.${name}`);
    },
    82: () => {
      const given = pop();
      push(call(pop(), given, rebuild, spend));
    },
    81: () => {
      const id = pop();
      if (!Array.isArray(id)) throw damaged('bad persistent id');
      push(rebuild.storage(id));
    },
    98: () => {
      pop(); // a dict's own attributes, such as a state_dict's _metadata
      if (!(top() instanceof Map)) throw damaged('the pickle sets attributes of what is no dict');
    },
  };
  if (bytes[take(1)] !== 0x80) throw damaged('its pickle does not start as one');
  const protocol = u8();
  if (protocol < 2 || protocol > 5)
    throw new CheckpointError(`pickle protocols 2 to 5 are read, and this one says ${protocol}`);
  for (;;) {
    const code = u8();
    if (code === 0x2e) return { value: pop(), end: at };
    const run = Object.hasOwn(opcodes, code) ? opcodes[code] : undefined;
    if (!run) throw damaged(`the pickle's opcode 0x${code.toString(16)} at byte ${at - 1} is not read`);
    run();
  }
}
