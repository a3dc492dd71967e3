// Schemas: `name(Type argument, Type argument = default, *, Type keyword = default) -> Result`, names and defaults as
// PyTorch's. The same text gives the argument parser (below), the static types of an operator's code (TypesOf) and the
// public declarations (build-types.ts). Lists in defaults are written without spaces.
import { DType } from './dtype.ts';
import type { QScheme } from './quantization/qscheme.ts';
import { Tensor } from './tensor.ts';

export interface Param {
  readonly name: string;
  readonly type: string;
  readonly keywordOnly: boolean;
  readonly required: boolean;
  readonly fallback: unknown;
}
export interface Schema {
  readonly name: string;
  readonly params: readonly Param[];
  readonly returns: string;
}

export type { Generator } from './random/generator.ts';
import type { Generator } from './random/generator.ts';

interface Types {
  qscheme: QScheme;
  Tensor: Tensor;
  Scalar: number;
  int: number;
  float: number;
  bool: boolean;
  str: string;
  null: null;
  dtype: DType;
  device: string;
  generator: Generator;
  'int[]': readonly number[];
  'int...': readonly number[];
  'float[]': readonly number[];
  'bool[]': readonly boolean[];
  'Tensor[]': readonly Tensor[];
  'Tensor...': readonly Tensor[];
  'any...': readonly unknown[];
  any: unknown;
}
type One<T extends string> = T extends `${infer A}|${infer B}`
  ? One<A> | One<B>
  : T extends `${infer A}?`
    ? One<A> | null
    : T extends keyof Types
      ? Types[T]
      : never;
type Args<S extends string> = S extends `${infer Head}, ${infer Rest}` ? [...Arg<Head>, ...Args<Rest>] : Arg<S>;
type Arg<P extends string> = P extends '*' | ''
  ? []
  : P extends '...options'
    ? [dtype: DType | null, device: string | null, requires_grad: boolean]
    : P extends `${infer T} ${string}`
      ? [One<T>]
      : [];
type Named<S extends string> = S extends `${infer Head}, ${infer Rest}` ? NamedArg<Head> & Named<Rest> : NamedArg<S>;
type NamedArg<P extends string> = P extends `${infer T} ${infer N} = ${string}`
  ? { readonly [K in N]: One<T> }
  : P extends `${infer T} ${infer N}`
    ? { readonly [K in N]: One<T> }
    : unknown;
type Inside<S extends string> = S extends `${string}(${infer P}) -> ${string}` ? P : never;
type Result<R extends string> = R extends 'Tensor'
  ? Tensor
  : R extends 'Tensor[]'
    ? Tensor[]
    : R extends `(${string}`
      ? Tensor[]
      : R extends keyof Types
        ? Types[R]
        : unknown;

export type ArgsOf<S extends string> = Args<Inside<S>>;
export type NamedOf<S extends string> = Named<Inside<S>>;
export type ResultOf<S extends string> = S extends `${string} -> ${infer R}` ? Result<R> : never;

const options = 'dtype? dtype = null, device? device = null, bool requires_grad = false';

export function parseSchema(text: string): Schema {
  const match = /^([\w.]+)\((.*)\) -> (.+)$/.exec(text);
  if (!match) throw new Error(`not a schema: ${text}`);
  const [, name = '', inside = '', returns = ''] = match;
  const params: Param[] = [];
  let keywordOnly = false;
  for (const part of inside.replace('...options', options).split(', ')) {
    if (part === '*') keywordOnly = true;
    else if (part) {
      const [, type = '', param = '', fallback] = /^(\S+) (\w+)(?: = (.+))?$/.exec(part) ?? [];
      if (!param) throw new Error(`not a parameter: '${part}' of ${text}`);
      params.push({
        name: param,
        type,
        keywordOnly,
        required: fallback === undefined,
        fallback: fallback === undefined ? undefined : literal(fallback),
      });
    }
  }
  return { name, params, returns };
}
const literal = (text: string): unknown =>
  text === 'inf' ? Infinity : text === '-inf' ? -Infinity : JSON.parse(text.replaceAll("'", '"'));

const refused = Symbol('refused');
type Check = (value: unknown) => unknown;
const integer = (v: unknown): v is number => typeof v === 'number' && Number.isInteger(v);
/** A 0-dim tensor stands for its number where a number is asked. */
const single = (v: unknown): v is Tensor => v instanceof Tensor && v.shape.length === 0 && !v.requires_grad;
const listOf = (element: Check) => (v: unknown) => {
  if (!Array.isArray(v)) return refused;
  const list = v.map(element);
  return list.includes(refused) ? refused : list;
};
const int: Check = (v) =>
  integer(v) ? v : typeof v === 'bigint' ? Number(v) : single(v) && v.dtype.category < 2 ? Number(v.item()) : refused;
const number: Check = (v) =>
  typeof v === 'number' ? v : typeof v === 'bigint' ? Number(v) : single(v) ? Number(v.item()) : refused;
const tensor: Check = (v) => (v instanceof Tensor ? v : refused);
const ints: Check = (v) => (integer(v) ? [v] : listOf(int)(v));
const checks: Record<string, Check> = {
  Tensor: tensor,
  Scalar: (v) => (typeof v === 'boolean' ? v : number(v)),
  int,
  float: number,
  bool: (v) => (typeof v === 'boolean' ? v : single(v) && v.dtype.category === 0 ? Boolean(v.item()) : refused),
  str: (v) => (typeof v === 'string' ? v : refused),
  null: (v) => (v == null ? null : refused),
  dtype: (v) => (v instanceof DType ? v : refused),
  device: (v) => (typeof v === 'string' ? v : refused),
  generator: (v) => (typeof v === 'object' && v !== null && !(v instanceof Tensor) ? v : refused),
  'int[]': ints,
  'int...': ints,
  'float[]': listOf(number),
  'bool[]': listOf((v) => (typeof v === 'boolean' ? v : refused)),
  'Tensor[]': listOf(tensor),
  'Tensor...': listOf(tensor),
  'any...': (v) => v,
  any: (v) => v,
};
function checkFor(type: string): Check {
  const nullable = type.endsWith('?');
  const parts = (nullable ? type.slice(0, -1) : type).split('|').map((t) => checks[t]);
  if (parts.includes(undefined)) throw new Error(`schema type '${type}' is unknown`);
  const known = parts.filter((p) => p !== undefined);
  const only = known[0];
  if (known.length === 1 && only && !nullable) return only;
  return (v) => {
    if (v == null) return nullable || type.includes('null') ? null : refused;
    for (const part of known) {
      const value = part(v);
      if (value !== refused) return value;
    }
    return refused;
  };
}

/** A trailing object literal names arguments; tensors, modules and dtypes are no literals. */
export const isKeywords = (v: unknown): v is Record<string, unknown> => {
  if (typeof v !== 'object' || v === null || Array.isArray(v) || v instanceof Tensor) return false;
  const prototype: unknown = Object.getPrototypeOf(v);
  return prototype === Object.prototype || prototype === null;
};

/**
 * Positional values in schema order, or why they do not fit. A method's own tensor, when there is one, is the positional
 * argument at `place`.
 */
export type Bind = (given: readonly unknown[], self: Tensor | null, place: number) => unknown[] | string;

export function compileBind(schema: Schema): Bind {
  const { params } = schema;
  const checks = params.map((p) => checkFor(p.type));
  const positional = params.filter((p) => !p.keywordOnly).length;
  const variadic = params.findIndex((p) => p.type.endsWith('...'));
  return (given, self, place) => {
    let count = given.length;
    const last = count > 0 ? given[count - 1] : undefined;
    const keywords = typeof last === 'object' && isKeywords(last) ? last : null;
    if (keywords) count--;
    const values: unknown[] = [];
    let from = 0;
    let used = 0;
    for (let i = 0; i < params.length; i++) {
      const p = params[i]!;
      let value: unknown;
      let positioned = false;
      if (i === place && self !== null) {
        values.push(self);
        continue;
      }
      if (i < positional && from < count) {
        value = given[from++];
        positioned = true;
        if (i === variadic) {
          if (p.type === 'any...') {
            value = given.slice(from - 1, count);
            from = count;
          } else if (!Array.isArray(value)) {
            const several: unknown[] = [value];
            while (from < count && typeof given[from] === typeof value) several.push(given[from++]);
            value = several;
          }
        }
        if (keywords !== null && p.name in keywords) return `got several values for argument '${p.name}'`;
      } else if (keywords !== null) {
        value = keyword(keywords, p.name);
        if (value !== undefined) used++;
      }
      if (value === undefined && !(positioned && p.required)) {
        if (!p.required) values.push(p.fallback);
        else if (i === variadic) values.push([]);
        else return `missing a value for argument '${p.name}'`;
        continue;
      }
      const checked = checks[i]!(value);
      if (checked === refused) return `argument '${p.name}' must be ${p.type}, not ${describe(value)}`;
      values.push(checked);
    }
    if (from < count) {
      const own = self === null ? 0 : 1;
      return `takes ${positional} positional arguments but ${count + own} were given`;
    }
    if (keywords !== null) {
      let names = 0;
      for (const name in keywords) if (keywords[name] !== undefined) names++;
      if (names > used) {
        const unknown = Object.keys(keywords).find((k) => !params.some((p) => p.name === k));
        return `got an unexpected keyword argument '${unknown ?? Object.keys(keywords).join(', ')}'`;
      }
    }
    return values;
  };
}
/** The value named, also by NumPy's names for the same arguments. */
function keyword(keywords: Record<string, unknown>, name: string): unknown {
  const value = keywords[name];
  if (value !== undefined || name in keywords) return value;
  return name === 'input' ? keywords['self'] : name === 'dim' ? keywords['axis'] : undefined;
}

export function describe(value: unknown): string {
  if (value instanceof Tensor) return 'Tensor';
  if (Array.isArray(value)) return `list of ${value.length ? describe(value[0]) : 'nothing'}`;
  return value === null ? 'null' : typeof value === 'object' ? (value.constructor?.name ?? 'object') : typeof value;
}
