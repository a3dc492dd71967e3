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
const bytesMax = 1 << 22;
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
  const { Optimizer, lr_scheduler } = optim;
  const ids = new Map<unknown, number>();
  let items = 0;
  // A tensor may be given properties of its own by these names; what the engine says counts.
  const fact = (name: string): ((t: engine.Tensor) => unknown) => {
    const get = Object.getOwnPropertyDescriptor(Tensor.prototype, name)?.get;
    return (t) => (get ? Reflect.apply(get, t, []) : undefined);
  };
  const [requiresGrad, isLeaf, gradFn] = [fact('requires_grad'), fact('is_leaf'), fact('grad_fn')];
  const isQuantized = fact('is_quantized');

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
    if (typeof value === 'string') {
      if (value.length <= textMax) return value;
      // Left untouched: to read one character, or to look it up, V8 writes out what was so far only said to repeat.
      handles.values.push(value);
      return { t: 'other', id: handles.values.length - 1, what: 'very long string', name: '' };
    }
    if (typeof value === 'bigint')
      return value < 10n ** 60n && value > -(10n ** 60n)
        ? value
        : { t: 'other', id: keep(value), what: 'bigint', name: '' };
    if (typeof value === 'symbol') return { t: 'other', id: keep(value), what: 'symbol', name: '' };
    if (value instanceof Tensor && isQuantized(value) !== true) return tensor(value);
    const id = keep(value);
    const other = (what: string, name: string): Value => ({ t: 'other', id, what, name });
    // Its bytes mean nothing without scale and zero point: it stays over there, and dequantize() gives one that may come.
    if (value instanceof Tensor) return other('quantized tensor', '');
    if (value instanceof Module) return other('module', className(value));
    if (typeof value === 'function') return other('function', '');
    if (value instanceof Optimizer) return other('optimizer', className(value));
    if (value instanceof lr_scheduler.LRScheduler) return other('scheduler', className(value));
    if (value instanceof Promise) return other('promise', '');
    if (value instanceof Uint8Array) {
      if (value.length > bytesMax) throw new RangeError(`${value.length} bytes were given back`);
      return { t: 'bytes', id, bytes: value.slice() };
    }
    if (depth >= depthMax) return other('object', className(value));
    if (isArray(value)) {
      if (value.length > itemsMax) throw new RangeError(`an array of ${value.length} items was given back`);
      const list: Value[] = [];
      for (let i = 0; i < value.length; i++) list[i] = describe(value[i], depth + 1);
      return { t: 'array', id, items: list };
    }
    const prototype: unknown = getPrototypeOf(value);
    if (prototype !== objectPrototype && prototype !== null) return other('object', className(value));
    const entries: Value[] = [];
    for (const name of Object.keys(value))
      entries.push([name.slice(0, 1000), describe(Reflect.get(value, name), depth + 1)]);
    return { t: 'object', id, entries };
  };

  const tensor = (t: engine.Tensor): Value => {
    const bytes = bytesOf(t.detach());
    if (bytes.length > bytesMax) throw new RangeError(`a tensor of ${bytes.length} bytes was given back`);
    const made = gradFn(t);
    return {
      t: 'tensor',
      id: keep(t),
      dtype: t.dtype.name,
      shape: [...t.shape],
      strides: [...t.strides],
      device: t.device,
      bytes,
      requires_grad: requiresGrad(t) === true,
      is_leaf: isLeaf(t) === true,
      grad_fn: typeof made === 'object' && made !== null && 'name' in made ? String(t.grad_fn?.name() ?? '') : null,
    };
  };

  return (value) => {
    items = 0;
    return describe(value, 0);
  };
}
