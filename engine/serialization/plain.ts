import { CheckpointError, damaged } from './error.ts';
import { Stored } from './rebuild.ts';
import { isGlobal } from './unpickler.ts';

const depthMax = 500;

/**
 * What an unpickled value is to the caller: its dicts as plain objects where that keeps their keys. What stands in several
 * places stays one object. `__proto__` is a key like any other, of a Map, so that no copy of it can reach a prototype.
 */
export function plain(value: unknown, done = new Map<unknown, unknown>(), depth = 0): unknown {
  if (value instanceof Stored || isGlobal(value))
    throw new CheckpointError('the checkpoint holds a bare storage or type, which is not supported; save tensors');
  if (!Array.isArray(value) && !(value instanceof Map) && !(value instanceof Set)) return value;
  if (depth > depthMax) throw damaged(`nested more than ${depthMax} deep`);
  if (done.has(value)) {
    if (done.get(value) === null) throw damaged('the object contains itself');
    return done.get(value);
  }
  done.set(value, null);
  const next = (item: unknown): unknown => plain(item, done, depth + 1);
  let made: unknown;
  if (Array.isArray(value)) made = value.map(next);
  else if (value instanceof Set) made = new Set([...value].map(next));
  else {
    const entries = [...value].map(([k, v]) => [next(k), next(v)] as const);
    const strings = entries.every(([k]) => typeof k === 'string' && k !== '__proto__');
    const ints = entries.every(([k]) => Number.isSafeInteger(k) && Number(k) >= 0);
    made = strings || ints ? Object.fromEntries(entries) : new Map(entries);
  }
  done.set(value, made);
  return made;
}
