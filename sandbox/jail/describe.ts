// A value of the candidate's in words the pipe can carry: plain data as it is, tensors with their facts and bytes, everything that is
// more than a primitive also by number, so that the judge can ask for it again. Bounded in depth, items and text.
import type * as engine from '#engine/index.ts';
import type { toBytes } from '#engine/interop.ts';
import type { Value } from '../protocol/value.ts';

export interface Handles {
  readonly values: unknown[];
}

const depthMax = 12;
const itemsMax = 10_000;
const textMax = 1 << 16;
const tensorBytesMax = 1 << 22;
const { getPrototypeOf } = Object;
const objectPrototype = Object.prototype;
const { isArray } = Array;

export function className(value: object): string {
  const made: unknown = value.constructor;
  return typeof made === 'function' ? made.name.slice(0, 80) : 'object';
}

export function describer(
  handles: Handles,
  { Tensor, nn, optim }: typeof engine,
  bytesOf: typeof toBytes,
): (value: unknown) => Value {
  const { Module } = nn;
  const { Optimizer } = optim;
  const ids = new Map<unknown, number>();
  let items = 0;

  const keep = (value: unknown): number => {
    let id = ids.get(value);
    if (id === undefined) {
      id = handles.values.length;
      handles.values[id] = value;
      ids.set(value, id);
    }
    return id;
  };

  const describe = (value: unknown, depth: number): Value => {
    if (++items > itemsMax) throw new RangeError(`more than ${itemsMax} values were given back`);
    if (value === undefined || value === null || typeof value === 'boolean' || typeof value === 'number') return value;
    if (typeof value === 'string') return value.length > textMax ? value.slice(0, textMax) : value;
    if (typeof value === 'bigint')
      return value < 10n ** 60n && value > -(10n ** 60n)
        ? value
        : { t: 'other', id: keep(value), what: 'bigint', name: '' };
    if (typeof value === 'symbol') return { t: 'other', id: keep(value), what: 'symbol', name: '' };
    if (value instanceof Tensor) return tensor(value);
    const id = keep(value);
    if (value instanceof Module) return { t: 'other', id, what: 'module', name: className(value) };
    if (typeof value === 'function') return { t: 'other', id, what: 'function', name: '' };
    if (value instanceof Optimizer) return { t: 'other', id, what: 'optimizer', name: className(value) };
    if (depth >= depthMax) return { t: 'other', id, what: 'object', name: className(value) };
    if (isArray(value)) {
      if (value.length > itemsMax) throw new RangeError(`an array of ${value.length} items was given back`);
      const list: Value[] = [];
      for (let i = 0; i < value.length; i++) list[i] = describe(value[i], depth + 1);
      return { t: 'array', id, items: list };
    }
    const prototype: unknown = getPrototypeOf(value);
    if (prototype !== objectPrototype && prototype !== null)
      return { t: 'other', id, what: 'object', name: className(value) };
    const entries: Value[] = [];
    for (const name of Object.keys(value))
      entries.push([name.slice(0, 1000), describe(Reflect.get(value, name), depth + 1)]);
    return { t: 'object', id, entries };
  };

  const tensor = (t: engine.Tensor): Value => {
    const bytes = bytesOf(t.detach());
    if (bytes.length > tensorBytesMax) throw new RangeError(`a tensor of ${bytes.length} bytes was given back`);
    return {
      t: 'tensor',
      id: keep(t),
      dtype: t.dtype.name,
      shape: [...t.shape],
      bytes,
      requires_grad: t.requires_grad,
      is_leaf: t.is_leaf,
      grad_fn: t.grad_fn?.name() ?? null,
    };
  };

  return (value) => {
    items = 0;
    return describe(value, 0);
  };
}
