import { Tensor } from '#engine/index.ts';
import { kindOf } from './described.ts';
import { describedOf, isReturned } from './returned.ts';

/** The same plain data at every depth. */
export function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [names, others] = [Object.keys(a), Object.keys(b)];
  return (
    Array.isArray(a) === Array.isArray(b) &&
    names.length === others.length &&
    names.every((n) => Object.hasOwn(b, n) && same(Reflect.get(a, n), Reflect.get(b, n)))
  );
}

export const shownNumber = (x: number): string =>
  Object.is(x, -0) ? '-0' : String(Math.abs(x) > 1e-4 || x === 0 ? Number(x.toPrecision(9)) : x);

/** A short printed form. */
export function shown(x: unknown): string {
  if (x instanceof Tensor) return `a tensor of shape [${x.shape.join(', ')}]`;
  if (isReturned(x)) {
    const d = describedOf(x);
    if (d && (d.t === 'tensor' || d.t === 'other' || d.t === 'bytes')) return kindOf(d);
    try {
      return shown(x.value());
    } catch {
      return x.kind;
    }
  }
  if (typeof x === 'number') return shownNumber(x);
  if (typeof x === 'function') return 'a function';
  if (Array.isArray(x)) return `[${x.map(shown).join(', ')}]`;
  if (typeof x === 'object' && x !== null && 'label' in x) return typeof x.label === 'string' ? x.label : 'an object';
  return (
    JSON.stringify(x, (_, v: unknown) => (typeof v === 'number' && !Number.isFinite(v) ? String(v) : v)) ?? 'undefined'
  ).slice(0, 300);
}
