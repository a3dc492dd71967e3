// Models described in PyTorch's own notation: 'Sequential(Linear(4, 8), ReLU(), Linear(8, 2, bias=False))'.
import { nn, type Module } from '#engine/index.ts';

export type DescriptionArgument = number | boolean | string | ModuleDescription;
export interface ModuleDescription {
  readonly type: ModuleType;
  readonly args: readonly DescriptionArgument[];
  readonly options: { readonly [name: string]: number | boolean | string };
}

/** What a description may name. */
const moduleTypes = [
  'Linear',
  'ReLU',
  'Tanh',
  'Sigmoid',
  'Flatten',
  'Dropout',
  'Identity',
  'Sequential',
  'MSELoss',
  'CrossEntropyLoss',
] as const;
type ModuleType = (typeof moduleTypes)[number];

export function parseDescription(source: string): ModuleDescription {
  const tokens = source.match(/[A-Za-z_]\w*|-?\d+(\.\d+)?(e-?\d+)?|'[^']*'|\S/g) ?? [];
  let at = 0;
  const fail = (): never => {
    throw new Error(`'${source}' is not the description of a module (at '${tokens[at] ?? 'its end'}')`);
  };
  const eat = (token: string): void => {
    if (tokens[at++] !== token) {
      at--;
      fail();
    }
  };
  const isModuleType = (token: string): token is ModuleType => moduleTypes.some((t) => t === token);
  const literal = (): number | boolean | string => {
    const token = tokens[at++] ?? fail();
    if (token === 'True' || token === 'False') return token === 'True';
    if (token.startsWith("'")) return token.slice(1, -1);
    const number = Number(token);
    if (Number.isNaN(number)) {
      at--;
      fail();
    }
    return number;
  };
  const module = (): ModuleDescription => {
    const type = tokens[at++] ?? fail();
    if (!isModuleType(type)) {
      at--;
      return fail();
    }
    const args: DescriptionArgument[] = [];
    const options: Record<string, number | boolean | string> = {};
    eat('(');
    while (tokens[at] !== ')') {
      const token = tokens[at] ?? fail();
      if (tokens[at + 1] === '=') {
        at += 2;
        options[token] = literal();
      } else args.push(isModuleType(token) ? module() : literal());
      if (tokens[at] !== ')') eat(',');
    }
    eat(')');
    return { type, args, options };
  };
  const parsed = module();
  if (at < tokens.length) fail();
  return parsed;
}

/** The same on the judge's side. */
export function buildDescription({ type, args, options }: ModuleDescription): Module {
  const Class: unknown = Reflect.get(nn, type);
  if (typeof Class !== 'function') throw new Error(`the engine has no nn.${type}`);
  const built: unknown[] = args.map((arg) => (typeof arg === 'object' ? buildDescription(arg) : arg));
  if (Object.keys(options).length > 0) built.push({ ...options });
  const made: unknown = Reflect.construct(Class, built);
  if (!(made instanceof nn.Module)) throw new Error(`nn.${type} is no module`);
  return made;
}
