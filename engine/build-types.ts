import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import './ops/index.ts';
import { table } from './operator.ts';
import { type Param, parseSchema } from './schema.ts';

// Writes the static face of the engine. Run: node engine/build-types.ts
//  operators.generated.ts  methods and functions of the operator table, for the engine's own code
//  torch.d.ts              everything public in one text, for the editor: the module 'torch' and those it is made of

const types: Record<string, string> = {
  Tensor: 'Tensor',
  Scalar: 'number | boolean',
  int: 'number',
  float: 'number',
  bool: 'boolean',
  str: 'string',
  null: 'null',
  dtype: 'DType',
  device: 'string',
  qscheme: 'QScheme',
  generator: 'object',
  'int[]': 'readonly number[] | number',
  'int...': 'readonly number[]',
  'float[]': 'readonly number[]',
  'bool[]': 'readonly boolean[]',
  'Tensor[]': 'readonly Tensor[]',
  'Tensor...': 'readonly Tensor[]',
  'any...': 'readonly unknown[]',
  any: 'unknown',
};
const typeOf = (type: string): string => {
  const nullable = type.endsWith('?');
  const parts = (nullable ? type.slice(0, -1) : type).split('|').map((t) => types[t] ?? 'unknown');
  return [...new Set([...parts, ...(nullable ? ['null'] : [])])].join(' | ');
};
function result(returns: string, fields: readonly string[] | undefined): string {
  if (returns === 'Tensor' || returns === 'Tensor[]') return returns;
  if (returns === 'any') return 'any';
  if (returns === 'Scalar') return 'number';
  if (returns === 'int[]') return 'readonly number[]';
  if (returns.startsWith('(')) {
    const tuple = `[${returns
      .slice(1, -1)
      .split(', ')
      .map((_, i) => `${fields?.[i] ?? `result${i}`}: Tensor`)
      .join(', ')}]`;
    return fields ? `${tuple} & { readonly ${fields.map((f) => `${f}: Tensor`).join('; readonly ')} }` : tuple;
  }
  return types[returns] ?? 'unknown';
}
const reserved = new Set(['var']);
/** A parameter's name where it may not be a reserved word. */
const argument = (p: Param): string => (reserved.has(p.name) ? `${p.name}_` : p.name);
const given = (p: Param): string => `${p.name}${p.required ? '' : '?'}: ${typeOf(p.type)}`;

/** Signatures of one overload: positional with a trailing object for the rest, all by name, and variadic. */
function signatures(params: readonly Param[], returns: string): string[] {
  const named = (rest: readonly Param[]): string => `{ ${rest.map(given).join('; ')} }`;
  const positional = params.filter((p) => !p.keywordOnly);
  const out: string[] = [];
  const variadic = positional.findIndex((p) => p.type.endsWith('...'));
  const reorder = (list: readonly Param[]): string => {
    // an optional parameter may not come before a required one
    let required = -1;
    list.forEach((p, i) => (required = p.required ? i : required));
    return list
      .map(
        (p, i) =>
          `${argument(p)}${p.required || i < required ? '' : '?'}: ${typeOf(p.type)}${i < required && !p.required ? ' | undefined' : ''}`,
      )
      .join(', ');
  };
  const keywordOnly = params.filter((p) => p.keywordOnly);
  if (variadic >= 0) {
    const p = positional[variadic];
    const element = p?.type === 'int...' ? 'number' : p?.type === 'Tensor...' ? 'Tensor' : 'Index';
    const lead = positional.slice(0, variadic);
    const before = lead.map((q) => `${q.name}: ${typeOf(q.type)}`);
    out.push(`(${[...before, `...${p?.name}: ${element}[]`].join(', ')}): ${returns}`);
    if (keywordOnly.length)
      out.push(
        `(...args: [${[...before, `...${p?.name}: ${element}[]`, `options: ${named(keywordOnly)}`].join(', ')}]): ${returns}`,
      );
    if (p?.type === 'any...') return out;
  }
  out.push(
    `(${[reorder(positional), ...(keywordOnly.length ? [`options?: ${named(keywordOnly)}`] : [])].filter(Boolean).join(', ')}): ${returns}`,
  );
  // named arguments after any number of positional ones
  const required = positional.filter((p) => p.required).length;
  for (const i of new Set([required, required + 1, 0])) {
    if (i >= positional.length) continue;
    out.push(
      `(${[...positional.slice(0, i).map((p) => `${argument(p)}: ${typeOf(p.type)}`), `options: ${named(params.slice(i))}`].join(', ')}): ${returns}`,
    );
  }
  return out;
}

function interfaceOf(name: string, space: string, extra = ''): string {
  const lines: string[] = [];
  for (const [op, overloads] of [...table].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const here = overloads.filter((o) => (o.entry.on ?? 'torch method').split(' ').includes(space));
    for (const inPlace of [false, true]) {
      for (const o of here) {
        if (inPlace && !o.entry.inplace) continue;
        const schema = parseSchema(o.schemaText);
        const returns = inPlace ? (space === 'method' ? 'this' : 'Tensor') : result(schema.returns, o.entry.fields);
        const params = space === 'method' ? schema.params.filter((_, i) => i !== o.self) : schema.params;
        const hidden = op.startsWith('_') && !op.startsWith('__') ? ' @internal' : '';
        const doc = inPlace ? `${o.entry.doc} In place.` : o.entry.doc;
        signatures(params, returns).forEach((s, i) =>
          lines.push(
            ...(i === 0 ? [`  /** ${doc}${hidden} */`] : hidden ? ['  /** @internal */'] : []),
            `  ${op}${inPlace ? '_' : ''}${s};`,
          ),
        );
      }
    }
  }
  return `export interface ${name} {\n${extra}${lines.join('\n')}\n}\n`;
}

const attributes = `  /** All dimensions reversed. */
  readonly T: Tensor;
  /** All dimensions reversed. */
  readonly H: Tensor;
  /** The last two dimensions swapped. */
  readonly mT: Tensor;
  /** The last two dimensions swapped. */
  readonly mH: Tensor;
  /** Bytes of one element. */
  readonly itemsize: number;
  /** Bytes of all elements. */
  readonly nbytes: number;
  readonly is_cuda: boolean;
  readonly is_cpu: boolean;
  readonly is_sparse: boolean;
  readonly is_quantized: boolean;
  readonly is_meta: boolean;
  readonly is_nested: boolean;
  /** 'strided': every tensor is. */
  readonly layout: string;
  /** The slices along the first dimension. */
  [Symbol.iterator](): IterableIterator<Tensor>;
`;
const text = `// Written by build-types.ts from the operator table. Do not edit.
import type { DType } from './dtype.ts';
import type { QScheme } from './quantization/qscheme.ts';
import type { Tensor } from './tensor.ts';

/** What indexing takes: a number, a slice such as '1:3' or '...', null for a new axis, an index tensor or list, a mask. */
export type Index = number | boolean | string | null | Tensor | readonly unknown[];

${interfaceOf('TensorMethods', 'method', attributes)}
${interfaceOf('TorchFunctions', 'torch')}
${interfaceOf('FunctionalFunctions', 'functional')}
${interfaceOf('LinalgFunctions', 'linalg')}
${interfaceOf('SpecialFunctions', 'special')}`;
const engine = fileURLToPath(new URL('.', import.meta.url));

/** Declarations of every file that index.ts reaches, each an ambient module; index.ts is 'torch' itself. */
function declarations(): string {
  const out = mkdtempSync(path.join(tmpdir(), 'torch-types-'));
  try {
    const compiler = path.join(engine, '../node_modules/typescript/bin/tsc');
    const flags =
      '--ignoreConfig --declaration --emitDeclarationOnly --stripInternal --target es2023 --lib es2023,esnext.disposable,dom --module esnext --moduleResolution bundler --strict --noUncheckedIndexedAccess --skipLibCheck --allowImportingTsExtensions --erasableSyntaxOnly --types node';
    execFileSync(
      process.execPath,
      [compiler, ...flags.split(' '), '--rootDir', engine, '--outDir', out, path.join(engine, 'index.ts')],
      { stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8', cwd: path.join(engine, '..') },
    );
    const files = readdirSync(out, { recursive: true, encoding: 'utf8' })
      .filter((f) => f.endsWith('.d.ts'))
      .sort();
    const nameOf = (file: string): string => (file === 'index' ? 'torch' : `torch/${file.replace(/\/index$/, '')}`);
    const reached = new Set<string>();
    const bodies = new Map(files.map((f) => [f.slice(0, -'.d.ts'.length), readFileSync(path.join(out, f), 'utf8')]));
    const visit = (file: string): void => {
      if (reached.has(file)) return;
      reached.add(file);
      for (const [, to] of (bodies.get(file) ?? '').matchAll(/(?:from|import\()\s*['"](\.[^'"]+)['"]/g))
        visit(path.posix.join(path.posix.dirname(file), (to ?? '').replace(/\.ts$/, '')));
    };
    visit('index');
    const modules = [...reached]
      .sort((a, b) => Number(b === 'index') - Number(a === 'index') || (a < b ? -1 : 1))
      .map((file) => {
        const body = (bodies.get(file) ?? '')
          .replace(
            /((?:from|import\()\s*)['"](\.[^'"]+)['"]/g,
            (_, before: string, to: string) =>
              `${before}'${nameOf(path.posix.join(path.posix.dirname(file), to.replace(/\.ts$/, '')))}'`,
          )
          .replace(/^import ['"].*$/gm, '')
          .replace(/^(export )?declare /gm, '$1')
          .replace(/^(export default) torch;$/m, '$1 torch;');
        return `declare module '${nameOf(file)}' {\n${body.trim()}\n}\n`;
      });
    return `// Written by build-types.ts. Do not edit.\n${modules.join('\n')}`;
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

/** Both files' texts: a test compares them with what is committed. */
export const generated = { operators: text, declarations };

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(path.join(engine, 'operators.generated.ts'), text);
  writeFileSync(path.join(engine, 'torch.d.ts'), declarations());
}
