import { isKeywords } from '../schema.ts';
import { Tensor } from '../tensor.ts';

const required = Symbol('required');
/** Marks an argument without default. */
export const needed = <T>(): T => required as unknown as T;

/**
 * Reads a constructor's arguments: `defaults` lists them in positional order with their defaults (or `needed`); a trailing
 * plain object names any of them. Throws Python's TypeErrors for what is missing, unknown or given twice.
 */
export function bindArguments<D extends object>(what: string, given: readonly unknown[], defaults: D): D {
  const names = Object.keys(defaults);
  // an optional argument that was left out before others by name arrives as undefined
  const said = given.slice(0, given.findLastIndex((v) => v !== undefined) + 1);
  const last = said.at(-1);
  const keywords = isKeywords(last) ? last : null;
  const positional = keywords ? said.slice(0, -1) : said;
  if (positional.length > names.length)
    throw new TypeError(`${what}() takes ${names.length} positional arguments but ${positional.length} were given`);
  const values: Record<string, unknown> = { ...(defaults as Record<string, unknown>) };
  positional.forEach((value, i) => {
    if (value !== undefined) values[names[i] ?? ''] = value;
  });
  for (const name in keywords) {
    if (keywords[name] === undefined) continue;
    const at = names.indexOf(name);
    if (at < 0) throw new TypeError(`${what}() got an unexpected keyword argument '${name}'`);
    if (at < positional.length) throw new TypeError(`${what}() got multiple values for argument '${name}'`);
    values[name] = keywords[name];
  }
  const missing = names.filter((name) => values[name] === required);
  if (missing.length > 0)
    throw new TypeError(
      `${what}() missing ${missing.length} required positional argument${missing.length > 1 ? 's' : ''}: ${missing.map((m) => `'${m}'`).join(' and ')}`,
    );
  return values as D;
}

/** A value for each of n dimensions: a number stands for all. */
export const each = (value: number | readonly number[], n: number): number[] =>
  typeof value === 'number' ? new Array<number>(n).fill(value) : [...value];

const tensorKinds: Readonly<Record<string, string>> = {
  float32: 'Float',
  float64: 'Double',
  float16: 'Half',
  bfloat16: 'BFloat16',
  int64: 'Long',
  int32: 'Int',
  int16: 'Short',
  int8: 'Char',
  uint8: 'Byte',
  bool: 'Bool',
};
/** What torch.typename says: 'torch.FloatTensor', or the class as Python calls it. */
export function typename(x: unknown): string {
  if (x instanceof Tensor) return `torch.${tensorKinds[x.dtype.name] ?? x.dtype.name}Tensor`;
  if (x === null || x === undefined) return 'NoneType';
  if (typeof x === 'number') return Number.isInteger(x) ? 'int' : 'float';
  if (typeof x === 'string') return 'str';
  if (typeof x === 'boolean') return 'bool';
  if (Array.isArray(x)) return 'list';
  return Object(x).constructor?.name ?? typeof x;
}
/** Values as Python prints them. */
export function repr(value: unknown): string {
  if (value === null || value === undefined) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'string') return `'${value}'`;
  if (Array.isArray(value)) return `(${value.map(repr).join(', ')}${value.length === 1 ? ',' : ''})`;
  if (typeof value === 'number' && !Number.isInteger(value)) return float(value);
  return String(value);
}
/** A number whose default in PyTorch is a float: `1` prints as `1.0`, 1e-5 as `1e-05`. */
export function float(value: number): string {
  if (value === Infinity) return 'inf';
  if (value === -Infinity) return '-inf';
  if (Number.isNaN(value)) return 'nan';
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e16)) return value.toExponential().replace(/e([+-])(\d)$/, 'e$10$2');
  return Number.isInteger(value) ? `${value}.0` : String(value);
}
