// Models described in PyTorch's own notation: "Sequential(Linear(4, 8), ReLU(), Linear(8, 2, bias=False))". Any module of torch.nn, by
// name; arguments are numbers, True, False, None, 'text', (tuples), [lists], {'name': …} and modules, by position or by keyword.
// Read and built the same on both sides: the judge's twin and the candidate's module come from one text.
import { Module, nn } from '#engine/index.ts';

export type DescriptionValue =
  | null
  | number
  | boolean
  | string
  | readonly DescriptionValue[]
  | ModuleDescription
  | { readonly entries: { readonly [name: string]: DescriptionValue } };

export interface ModuleDescription {
  readonly type: string;
  readonly args: readonly DescriptionValue[];
  readonly options: { readonly [name: string]: DescriptionValue };
}

type ModuleClass = new (...args: unknown[]) => Module;
const isModuleClass = (x: unknown): x is ModuleClass => typeof x === 'function' && x.prototype instanceof Module;
function moduleClass(type: string): ModuleClass | null {
  const found: unknown = Object.hasOwn(nn, type) ? Reflect.get(nn, type) : null;
  return isModuleClass(found) ? found : null;
}

const literals: ReadonlyMap<string, DescriptionValue> = new Map([
  ['True', true],
  ['False', false],
  ['None', null],
]);

export function parseDescription(source: string): ModuleDescription {
  const tokens = source.match(/[A-Za-z_]\w*|-?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?|'[^']*'|"[^"]*"|\S/g) ?? [];
  let at = 0;
  const fail = (back = 0): never => {
    throw new Error(`'${source}' is not the description of a module (at '${tokens[at - back] ?? 'its end'}')`);
  };
  const take = (): string => tokens[at++] ?? fail(1);
  const eat = (token: string): void => {
    if (take() !== token) fail(1);
  };
  /** What stands between here and the closing token, separated by commas. */
  const list = (end: string, item: () => void): void => {
    while (tokens[at] !== end) {
      item();
      if (tokens[at] !== end) eat(',');
    }
    at++;
  };
  const text = (token: string): string | null => (/^['"]/.test(token) && token.length > 1 ? token.slice(1, -1) : null);
  const value = (): DescriptionValue => {
    const token = take();
    const literal = literals.get(token);
    if (literal !== undefined) return literal;
    if (token === '(' || token === '[') {
      const items: DescriptionValue[] = [];
      list(token === '(' ? ')' : ']', () => items.push(value()));
      return items;
    }
    if (token === '{') {
      const entries: Record<string, DescriptionValue> = {};
      list('}', () => {
        const name = text(take()) ?? fail(1);
        eat(':');
        entries[name] = value();
      });
      return { entries };
    }
    if (/^[A-Za-z_]/.test(token)) return module(token);
    const number = Number(token);
    return text(token) ?? (Number.isNaN(number) ? fail(1) : number);
  };
  const module = (type: string): ModuleDescription => {
    if (!moduleClass(type)) fail(1);
    const args: DescriptionValue[] = [];
    const options: Record<string, DescriptionValue> = {};
    eat('(');
    list(')', () => {
      const name = tokens[at + 1] === '=' ? take() : null;
      if (name === null) return args.push(value());
      at++;
      return (options[name] = value());
    });
    return { type, args, options };
  };
  const parsed = module(take());
  if (at < tokens.length) fail();
  return parsed;
}

export function buildDescription({ type, args, options }: ModuleDescription): Module {
  const Class = moduleClass(type);
  if (!Class) throw new Error(`torch.nn has no module ${type}`);
  const given = args.map(built);
  if (Object.keys(options).length > 0) given.push(builtAll(options));
  return new Class(...given);
}

function built(value: DescriptionValue): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) return value.map(built);
  return 'type' in value ? buildDescription(value) : builtAll(value.entries);
}
const builtAll = (values: { readonly [name: string]: DescriptionValue }): object =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, built(value)]));
const isList = (value: object): value is readonly DescriptionValue[] => Array.isArray(value);
