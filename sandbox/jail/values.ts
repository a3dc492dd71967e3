// The judge's messages are well formed; these say so to the types, and throw where that is wrong.
import type { Value, ValueRecord } from '../protocol/value.ts';

export type Callable = (...args: unknown[]) => unknown;
export type Constructor = new (...args: unknown[]) => unknown;

export function record(x: Value): ValueRecord {
  if (typeof x !== 'object' || x === null || Array.isArray(x) || x instanceof Uint8Array)
    throw new TypeError('not a record');
  return x as ValueRecord;
}
export function list(x: Value): readonly Value[] {
  if (!Array.isArray(x)) throw new TypeError('not a list');
  return x;
}
export function number(x: Value): number {
  if (typeof x !== 'number') throw new TypeError('not a number');
  return x;
}
export function text(x: Value): string {
  if (typeof x !== 'string') throw new TypeError('not a string');
  return x;
}
export function bytes(x: Value): Uint8Array {
  if (!(x instanceof Uint8Array)) throw new TypeError('not bytes');
  return x;
}

export const isFunction = (x: unknown): x is Callable & Constructor => typeof x === 'function';
export function expectKind<T>(x: unknown, kind: abstract new (...args: never[]) => T): T {
  if (x instanceof kind) return x;
  throw new TypeError(`expected a ${kind.name}`);
}

/** An entry point, method or field that is not there or of another kind: the judge words it. */
export class Missing extends Error {
  readonly found: string;
  readonly wanted: string;
  constructor(found: string, wanted: string) {
    super();
    this.found = found;
    this.wanted = wanted;
  }
}
export const kindOf = (x: unknown): string => (x === undefined ? 'missing' : x === null ? 'null' : `a ${typeof x}`);
