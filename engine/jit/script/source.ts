// From a function to its syntax tree, and errors that show the line. What `toString()` gives is JavaScript: types are gone.
import { type ArrowFunctionExpression, type Function as FunctionNode, type Node, type Pattern, parse } from 'acorn';
import { NotSupportedError } from './error.ts';

/** A function as it was written. */
export interface Source {
  readonly name: string;
  readonly text: string;
  readonly tree: FunctionNode | ArrowFunctionExpression;
  readonly params: readonly Pattern[];
  /** Where the function's own text begins in what was parsed. */
  readonly shift: number;
}

const known = new Map<string, Source>();

export function sourceOf(text: string, name: string): Source {
  const key = `${name}\n${text}`;
  const found = known.get(key);
  if (found) return found;
  const made = read(text, name);
  known.set(key, made);
  return made;
}
function read(text: string, name: string): Source {
  if (/\{\s*\[native code\]\s*\}\s*$/.test(text))
    throw new NotSupportedError(`'${name}' has no source to read: it is built in or bound`);
  // A function or arrow is an expression; a method is one inside an object.
  let why: unknown = null;
  for (const [before, after] of [
    ['(', ')'],
    ['({', '})'],
  ] as const) {
    try {
      const program = parse(`${before}${text}\n${after}`, { ecmaVersion: 2024, sourceType: 'module' });
      const [statement] = program.body;
      const expression = statement?.type === 'ExpressionStatement' ? statement.expression : null;
      const method =
        expression?.type === 'ObjectExpression' && expression.properties[0]?.type === 'Property'
          ? expression.properties[0].value
          : expression;
      if (method?.type !== 'FunctionExpression' && method?.type !== 'ArrowFunctionExpression') continue;
      return { name, text, tree: method, params: method.params, shift: before.length };
    } catch (cause) {
      why = cause;
    }
  }
  throw new NotSupportedError(
    `'${name}' cannot be read as a function or method${why instanceof Error ? `: ${why.message}` : ''}`,
  );
}

/** The error for a place in the source: what is wrong, in which line, and the line. */
export function unsupported(source: Source, node: Node, what: string): NotSupportedError {
  const { text, shift } = source;
  const at = Math.max(0, node.start - shift);
  const from = text.lastIndexOf('\n', at - 1) + 1;
  const end = text.indexOf('\n', at);
  const line = text.slice(from, end < 0 ? text.length : end);
  const number = text.slice(0, at).split('\n').length;
  const length = Math.max(1, Math.min(node.end - shift, from + line.length) - at);
  const mark = `${text.slice(from, at).replace(/[^\t]/g, ' ')}${'~'.repeat(length)} <--- HERE`;
  return new NotSupportedError(`${what}:\n  ${source.name}, line ${number}\n    ${line}\n    ${mark}`);
}
