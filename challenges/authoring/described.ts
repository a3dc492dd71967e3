// What the other side says a value is. Parsed with suspicion: every field is checked, and a number only names a handle over there.
import { ProtocolBroken } from './failure.ts';
import { isRecord, type Wire, type WireRecord } from './wire.ts';

export interface DescribedTensor {
  readonly t: 'tensor';
  readonly id: number;
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  readonly device: string;
  readonly bytes: Uint8Array;
  readonly requires_grad: boolean;
  readonly is_leaf: boolean;
  readonly grad_fn: string | null;
}
export type Described =
  | { readonly t: 'plain'; readonly value: undefined | null | boolean | number | bigint | string }
  | DescribedTensor
  | { readonly t: 'bytes'; readonly id: number; readonly bytes: Uint8Array }
  | { readonly t: 'array'; readonly id: number; readonly items: readonly Described[] }
  | { readonly t: 'object'; readonly id: number; readonly entries: ReadonlyMap<string, Described> }
  | { readonly t: 'other'; readonly id: number; readonly what: string; readonly name: string };

const itemBytes: { readonly [dtype: string]: number } = {
  float64: 8,
  float32: 4,
  float16: 2,
  bfloat16: 2,
  int64: 8,
  int32: 4,
  int16: 2,
  int8: 1,
  uint8: 1,
  bool: 1,
};

export function parseDescribed(wire: Wire): Described {
  if (typeof wire !== 'object' || wire === null) return { t: 'plain', value: wire };
  if (!isRecord(wire)) throw new ProtocolBroken('a bare list');
  const id = parseCount(wire['id']);
  switch (wire['t']) {
    case 'tensor':
      return parseTensor(wire, id);
    case 'bytes':
      return { t: 'bytes', id, bytes: parseBytes(wire['bytes']) };
    case 'array':
      return { t: 'array', id, items: parseList(wire['items']).map(parseDescribed) };
    case 'object':
      return {
        t: 'object',
        id,
        entries: new Map(parseEntries(wire['entries']).map(([name, value]) => [name, parseDescribed(value)])),
      };
    case 'other':
      return { t: 'other', id, what: parseText(wire['what'], 20), name: parseText(wire['name'], 80) };
    default:
      throw new ProtocolBroken('a value of unknown kind');
  }
}

function parseTensor(wire: WireRecord, id: number): DescribedTensor {
  const dtype = parseText(wire['dtype'], 20);
  const shape = parseList(wire['shape']).map(parseCount);
  const strides = parseList(wire['strides']).map(parseCount);
  const bytes = parseBytes(wire['bytes']);
  const { requires_grad, is_leaf, grad_fn } = wire;
  const each = Object.hasOwn(itemBytes, dtype) ? itemBytes[dtype] : undefined;
  if (each === undefined) throw new ProtocolBroken('a tensor without dtype');
  if (shape.length > 64 || shape.reduce((a, b) => a * b, 1) * each !== bytes.length)
    throw new ProtocolBroken('a tensor whose bytes do not fill its shape');
  if (strides.length !== shape.length || typeof requires_grad !== 'boolean' || typeof is_leaf !== 'boolean')
    throw new ProtocolBroken('a tensor without its facts');
  return {
    t: 'tensor',
    id,
    dtype,
    shape,
    strides,
    device: parseText(wire['device'], 20),
    bytes,
    requires_grad,
    is_leaf,
    grad_fn: grad_fn === null ? null : parseText(grad_fn, 80),
  };
}

export function parseEntries(wire: Wire): readonly (readonly [string, Wire])[] {
  return parseList(wire).map((entry) => {
    const [name, value] = parseList(entry);
    return [parseText(name, 1000), value] as const;
  });
}
export function parseList(wire: Wire): readonly Wire[] {
  if (!Array.isArray(wire)) throw new ProtocolBroken('no list');
  return wire;
}
export function parseText(wire: Wire, lengthMax: number): string {
  if (typeof wire !== 'string' || wire.length > lengthMax) throw new ProtocolBroken('no text, or too long');
  return wire;
}
function parseBytes(wire: Wire): Uint8Array {
  if (!(wire instanceof Uint8Array)) throw new ProtocolBroken('no bytes');
  return wire;
}
function parseCount(wire: Wire): number {
  if (typeof wire !== 'number' || !Number.isSafeInteger(wire) || wire < 0) throw new ProtocolBroken('no count');
  return wire;
}

/** In words, for evidence. */
export function kindOf(d: Described): string {
  switch (d.t) {
    case 'plain':
      return d.value === undefined ? 'undefined' : d.value === null ? 'null' : `a ${typeof d.value}`;
    case 'tensor':
      return 'a tensor';
    case 'bytes':
      return 'bytes';
    case 'array':
      return 'an array';
    case 'object':
      return 'an object';
    case 'other':
      return d.what === 'object' ? `a ${d.name}` : d.what === 'optimizer' ? 'an optimizer' : `a ${d.what}`;
  }
}

/** With a tensor's dtype and shape and a number's value: what a table of calls shows. */
export function inWords(d: Described): string {
  switch (d.t) {
    case 'plain':
      // A text could carry the inputs of a hidden test.
      return typeof d.value === 'string' ? 'a string' : String(d.value);
    case 'tensor':
      return `${d.dtype}[${d.shape.join(', ')}]`;
    case 'array':
      return `[${d.items.slice(0, 6).map(inWords).join(', ')}${d.items.length > 6 ? ', …' : ''}]`.slice(0, 120);
    case 'other':
      return d.name === '' ? d.what : d.name;
    default:
      return kindOf(d);
  }
}
