// esbuild renames what two modules call alike and then gives every function its name back with a call, which costs each of them a hidden class
// of its own: the engine's heap grows by half, and with it the time to start a context from it.
import { type Node, parse } from 'acorn';
import { isNode, nameOf, part, visit } from '../syntax.ts';

/** A bundle made with `keepNames`, without the calls that change nothing: the language names what is assigned to a name. */
export function withoutNeedlessNames(code: string): string {
  const edits: Edit[] = [];
  let helpers = 0;
  visit(parse(code, { ecmaVersion: 'latest' }), (node) => {
    const [name, value] = namedPart(node);
    if (!value) return;
    if (node.type === 'VariableDeclarator' && name === '__name') {
      helpers++;
      edits.push(...onlyWhereItDiffers(value));
    }
    const call = namingCall(value);
    if (call && call.name === name)
      edits.push({ ...call, end: call.of.start, text: '' }, { ...call, start: call.of.end, text: '' });
  });
  if (helpers !== 1) throw new Error('esbuild names functions in another way than it did');
  let text = '';
  let at = 0;
  for (const { start, end, text: instead } of edits.toSorted((a, b) => a.start - b.start)) {
    text += code.slice(at, start) + instead;
    at = end;
  }
  return text + code.slice(at);
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Of `(target, value) => define(…)`: nothing to do where the name is right, as it is in most classes. */
function onlyWhereItDiffers(helper: Node): Edit[] {
  const [params, body] = [part(helper, 'params'), part(helper, 'body')];
  if (!Array.isArray(params) || !isNode(body)) return [];
  const [target, value] = params.map(nameOf);
  return [{ start: body.start, end: body.start, text: `${target}.name===${value}?${target}:` }];
}

/** The name that the language gives to a function written in this place, and what stands there. */
function namedPart(node: Node): [name: unknown, value: Node | undefined] {
  const of = (key: string, value: string): [unknown, Node | undefined] => {
    const at = part(node, value);
    return [nameOf(part(node, key)), isNode(at) ? at : undefined];
  };
  switch (node.type) {
    case 'VariableDeclarator':
      return of('id', 'init');
    case 'Property':
    case 'PropertyDefinition':
      return part(node, 'computed') === true ? [undefined, undefined] : of('key', 'value');
    default:
      return [undefined, undefined];
  }
}

/** `__name(function, "name")`, where the function has no name of its own. */
function namingCall(node: Node): { start: number; end: number; name: unknown; of: Node } | undefined {
  if (node.type !== 'CallExpression' || nameOf(part(node, 'callee')) !== '__name') return undefined;
  const args: unknown = part(node, 'arguments');
  if (!Array.isArray(args)) return undefined;
  const [of, name]: unknown[] = args;
  if (!isNode(of) || !isNode(name)) return undefined;
  const anonymous =
    of.type === 'ArrowFunctionExpression' || (of.type === 'FunctionExpression' && part(of, 'id') === null);
  return anonymous ? { start: node.start, end: node.end, name: part(name, 'value'), of } : undefined;
}
