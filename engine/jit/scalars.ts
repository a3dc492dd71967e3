// Arithmetic of numbers, booleans and lists inside graphs: what TypeScript's own operators become when a function is
// scripted. Tensors have methods for theirs; the one exception is a tensor of one element where a condition is asked.
import { RuntimeError } from '../device/device.ts';
import { Tensor } from '../tensor.ts';

export function truthOf(value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return value !== 0;
  if (value instanceof Tensor) return Boolean(value.is_nonzero());
  if (value === null || value === undefined) return false;
  if (typeof value === 'string') return value !== '';
  throw new RuntimeError('a condition is a boolean, a number or a tensor of one element');
}
const number = (x: unknown): number => {
  if (typeof x === 'number' || typeof x === 'boolean') return Number(x);
  if (x instanceof Tensor) return Number(x.item());
  throw new RuntimeError(`arithmetic is for numbers, not for ${x === null ? 'null' : typeof x}`);
};
const arithmetic =
  (f: (a: number, b: number) => number) =>
  (a: unknown, b: unknown): number =>
    f(number(a), number(b));
const compare =
  (f: (a: number, b: number) => boolean) =>
  (a: unknown, b: unknown): boolean =>
    f(number(a), number(b));
function item(list: unknown, at: unknown): unknown {
  if (typeof at === 'string') {
    if (typeof list === 'object' && list !== null && !(list instanceof Tensor) && Object.hasOwn(list, at))
      return Reflect.get(list, at);
    throw new RuntimeError(`there is nothing called '${at}'`);
  }
  const place = number(at);
  if (!Array.isArray(list))
    throw new RuntimeError('only a list, a tuple or a dict is indexed with [ ]; a tensor by .at()');
  if (!Number.isInteger(place) || place < 0 || place >= list.length)
    throw new RuntimeError(`list index ${place} out of range of ${list.length}`);
  return list[place];
}

/** By kind of node. */
export const scalarOperators: Readonly<Record<string, (...args: readonly unknown[]) => unknown>> = {
  'prim::add': (a, b) => (typeof a === 'string' && typeof b === 'string' ? a + b : number(a) + number(b)),
  'prim::sub': arithmetic((a, b) => a - b),
  'prim::mul': arithmetic((a, b) => a * b),
  'prim::div': arithmetic((a, b) => a / b),
  'prim::mod': arithmetic((a, b) => a % b),
  'prim::pow': arithmetic((a, b) => a ** b),
  'prim::neg': (a) => -number(a),
  'prim::lt': compare((a, b) => a < b),
  'prim::le': compare((a, b) => a <= b),
  'prim::gt': compare((a, b) => a > b),
  'prim::ge': compare((a, b) => a >= b),
  'prim::eq': (a, b) => a === b,
  'prim::ne': (a, b) => a !== b,
  'prim::is_none': (a) => a === null || a === undefined,
  'prim::not': (a) => !truthOf(a),
  'prim::bool': (a) => truthOf(a),
  'prim::floor': (a) => Math.floor(number(a)),
  'prim::ceil': (a) => Math.ceil(number(a)),
  'prim::round': (a) => Math.round(number(a)),
  'prim::trunc': (a) => Math.trunc(number(a)),
  'prim::sqrt': (a) => Math.sqrt(number(a)),
  'prim::exp': (a) => Math.exp(number(a)),
  'prim::log': (a) => Math.log(number(a)),
  'prim::abs': (a) => Math.abs(number(a)),
  'prim::min': (...all) => Math.min(...all.map(number)),
  'prim::max': (...all) => Math.max(...all.map(number)),
  'prim::shape': (t) => {
    if (t instanceof Tensor) return [...t.shape];
    throw new RuntimeError('only a tensor has a shape');
  },
  'prim::dtype': (t) => {
    if (t instanceof Tensor) return t.dtype;
    throw new RuntimeError('only a tensor has a dtype');
  },
  'prim::ndim': (t) => {
    if (t instanceof Tensor) return t.shape.length;
    throw new RuntimeError('only a tensor has ndim');
  },
  'prim::transposed': (t) => {
    if (t instanceof Tensor) return t.T;
    throw new RuntimeError('only a tensor has T');
  },
  'prim::len': (list) => {
    if (Array.isArray(list) || typeof list === 'string') return list.length;
    if (list instanceof Tensor) return list.shape[0] ?? 0;
    throw new RuntimeError('only a list, a string or a tensor has a length');
  },
  'prim::items': (list) => {
    if (list instanceof Tensor) return list.unbind(0);
    if (Array.isArray(list)) return list;
    throw new RuntimeError('only a list or a tensor can be iterated');
  },
  'prim::getitem': item,
  'prim::append': (list, ...more) => {
    if (!Array.isArray(list)) throw new RuntimeError('only a list can be appended to');
    return [...list, ...more];
  },
};
