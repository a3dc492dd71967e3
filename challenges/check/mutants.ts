// Solutions with one slip each, made from the syntax tree: what the tests of a challenge must reject. Nothing is graded here;
// sandbox/mutate-challenges.ts does that and says what survives. TypeScript parses; only the text at one place changes.
import { fileURLToPath } from 'node:url';
import {
  type Expression,
  isArrowFunction,
  isBindingElement,
  isBinaryExpression,
  isBlock,
  isBreakStatement,
  isCallExpression,
  isConditionalExpression,
  isConstructorDeclaration,
  isContinueStatement,
  isExpressionStatement,
  isFunctionDeclaration,
  isIdentifier,
  isIfStatement,
  isImportDeclaration,
  isInterfaceDeclaration,
  isMethodDeclaration,
  isNewExpression,
  isNumericLiteral,
  isObjectLiteralExpression,
  isParameterDeclaration,
  isPostfixUnaryExpression,
  isPrefixUnaryExpression,
  isPropertyAccessExpression,
  isReturnStatement,
  isSpreadElement,
  isStringLiteral,
  isThrowStatement,
  isTypeNode,
  isVariableDeclaration,
  isWhileStatement,
  type Node,
  type SourceFile,
  SyntaxKind,
} from 'typescript/unstable/ast';
import { API } from 'typescript/unstable/sync';

export interface Mutant {
  /** From 1, in the solution. */
  readonly line: number;
  /** What was done: `< becomes <=`. */
  readonly change: string;
  readonly source: string;
}

export interface Mutants {
  /** In the order of their places; no two have the same text. */
  readonly mutants: readonly Mutant[];
  /** How many more the compiler refuses, as the editor would under the pen. */
  readonly refused: number;
}

/** Every slip in a source that still compiles against the types of torch. */
export function mutantsOf(source: string): Mutants {
  const compiler = new Compiler(source);
  try {
    const { file } = compiler;
    const seen = new Set([source]);
    let refused = 0;
    const compiled = (edits: readonly Edit[]): Placed[] => {
      const made: Placed[] = [];
      for (const { start, end, text, change } of edits) {
        const mutated = source.slice(0, start) + text + source.slice(end);
        if (seen.has(mutated)) continue;
        seen.add(mutated);
        if (!compiler.accepts(mutated)) refused++;
        else made.push({ start, line: file.getLineAndCharacterOfPosition(start).line + 1, change, source: mutated });
      }
      return made;
    };
    const slips: Edit[] = [];
    visit(file, { file, edits: slips, inThrow: false });
    const mutants = compiled(slips);
    if (mutants.length < enough) mutants.push(...compiled(confusions(file)));
    return {
      mutants: mutants
        .toSorted((a, b) => a.start - b.start)
        .map(({ line, change, source: text }) => ({ line, change, source: text })),
      refused,
    };
  } finally {
    compiler.close();
  }
}

/** At most that many, spread evenly over the source. */
export function spread<T>(items: readonly T[], most: number): readonly T[] {
  if (items.length <= most) return items;
  return items.filter((_, at) => Math.floor(((at + 1) * most) / items.length) > Math.floor((at * most) / items.length));
}

/** Of a short solution, names and statements are confused too. */
const enough = 40;

interface Placed extends Mutant {
  readonly start: number;
}
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly change: string;
}
interface Walk {
  readonly file: SourceFile;
  readonly edits: Edit[];
  /** What an error says is nobody's behaviour. */
  readonly inThrow: boolean;
}

/** One file beside the types that the editor shows, never on disk; each new text of it is checked anew, which takes milliseconds. */
class Compiler {
  readonly file: SourceFile;
  readonly #api: API;
  #text: string;

  constructor(source: string) {
    this.#text = source;
    const config = {
      files: [solutionPath, `${root}engine/torch.d.ts`],
      compilerOptions: {
        strict: true,
        target: 'es2023',
        lib: ['dom', 'es2023', 'esnext.disposable'],
        module: 'esnext',
        moduleResolution: 'bundler',
        noEmit: true,
        skipLibCheck: true,
        types: [],
      },
    };
    const held = (path: string): string | undefined =>
      path === solutionPath ? this.#text : path === configPath ? JSON.stringify(config) : undefined;
    this.#api = new API({
      cwd: root,
      fs: {
        readFile: held,
        fileExists: (path) => (held(path) === undefined ? undefined : true),
        directoryExists: (path) => (`${path}/` === folder ? true : undefined),
      },
    });
    const [project] = this.#api.updateSnapshot({ openProjects: [configPath] }).getProjects();
    const file = project?.program.getSourceFile(solutionPath);
    if (!file) throw new Error('TypeScript gave no syntax tree.');
    this.file = file;
    if (!this.accepts(source)) throw new Error('The source itself does not compile.');
  }

  accepts(source: string): boolean {
    this.#text = source;
    const snapshot = this.#api.updateSnapshot({ fileChanges: { changed: [solutionPath] } });
    const program = snapshot.getProjects()[0]?.program;
    const faults = [
      ...(program?.getSyntacticDiagnostics(solutionPath) ?? []),
      ...(program?.getSemanticDiagnostics(solutionPath) ?? []),
    ];
    snapshot.dispose();
    return faults.length === 0;
  }

  close(): void {
    this.#api.close();
  }
}
const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = `${root}mutants/`; // there is no such folder
const configPath = `${folder}tsconfig.json`;
const solutionPath = `${folder}solution.ts`;

const others: Readonly<Record<string, readonly string[]>> = {
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '%': ['*'],
  '**': ['*'],
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '===': ['!=='],
  '!==': ['==='],
  '==': ['!='],
  '!=': ['=='],
  '&&': ['||'],
  '||': ['&&'],
  '+=': ['-=', '='],
  '-=': ['+=', '='],
  '*=': ['/=', '='],
  '/=': ['*=', '='],
  '??=': ['='],
};

/** Names that are easily taken for each other. */
const twins: readonly (readonly [string, string])[] = [
  ['add', 'sub'],
  ['add_', 'sub_'],
  ['mul', 'div'],
  ['mul_', 'div_'],
  ['eq', 'ne'],
  ['lt', 'le'],
  ['gt', 'ge'],
  ['max', 'min'],
  ['amax', 'amin'],
  ['argmax', 'argmin'],
  ['maximum', 'minimum'],
  ['sum', 'mean'],
  ['floor', 'ceil'],
  ['round', 'floor'],
  ['train', 'eval'],
  ['zeros', 'ones'],
  ['zeros_like', 'ones_like'],
  ['logical_and', 'logical_or'],
  ['exp', 'log'],
];
const twinOf = new Map<string, string>(
  twins.flatMap(
    ([a, b]) =>
      [
        [b, a],
        [a, b],
      ] as const,
  ),
);

/** Namespaces: without the call behind them nothing is left to compute with. */
const namespaces = new Set(['torch', 'nn', 'optim', 'F', 'Math', 'Object', 'Array', 'Number', 'Reflect', 'JSON', 'Q']);

function visit(node: Node, walk: Walk): void {
  if (isTypeNode(node) || isInterfaceDeclaration(node) || isImportDeclaration(node) || prints(node, walk.file)) return;
  mutate(node, walk);
  const inner = isThrowStatement(node) ? { ...walk, inThrow: true } : walk;
  node.forEachChild((child) => visit(child, inner));
}

/** Whoever runs it by hand may read it; no test does. */
const prints = (node: Node, file: SourceFile): boolean =>
  isExpressionStatement(node) && node.expression.getText(file).startsWith('console.');

function mutate(node: Node, walk: Walk): void {
  const { file, edits, inThrow } = walk;
  const textOf = (of: Node): string => of.getText(file);
  const replace = (what: Node, text: string, change: string): void => {
    edits.push({ start: what.getStart(file), end: what.getEnd(), text, change });
  };
  const becomes = (what: Node, text: string): void =>
    replace(what, text, `${short(textOf(what))} becomes ${text === '' ? 'nothing' : short(text)}`);
  const isDirective = isExpressionStatement(node) && isStringLiteral(node.expression);

  if (isBinaryExpression(node)) {
    for (const other of others[textOf(node.operatorToken)] ?? []) becomes(node.operatorToken, other);
    if (textOf(node.operatorToken) === '??') becomes(node, textOf(node.right));
  }
  if (isPrefixUnaryExpression(node)) {
    const operator = file.text.slice(node.getStart(file), node.operand.getStart(file));
    if (operator === '++' || operator === '--')
      becomes(node, `${operator === '++' ? '--' : '++'}${textOf(node.operand)}`);
    else becomes(node, textOf(node.operand));
  }
  if (isPostfixUnaryExpression(node)) {
    const operand = textOf(node.operand);
    becomes(node, `${operand}${textOf(node).endsWith('++') ? '--' : '++'}`);
  }
  if (isNumericLiteral(node) && !inThrow) {
    const value = Number(textOf(node).replaceAll('_', ''));
    if (Number.isInteger(value)) {
      becomes(node, String(value + 1));
      if (value > 0) becomes(node, String(value - 1));
    } else {
      becomes(node, String(value * 2));
      becomes(node, String(value / 2));
    }
  }
  if (isStringLiteral(node) && !inThrow && !isDirective && textOf(node).length > 2) becomes(node, "''");
  if (node.kind === SyntaxKind.TrueKeyword) becomes(node, 'false');
  if (node.kind === SyntaxKind.FalseKeyword) becomes(node, 'true');

  if (
    isExpressionStatement(node) ||
    isThrowStatement(node) ||
    isBreakStatement(node) ||
    isContinueStatement(node) ||
    (isReturnStatement(node) && node.expression === undefined)
  )
    replace(node, '{}', `${short(textOf(node))} left out`);
  if (isReturnStatement(node)) cut(node.expression);
  if (isVariableDeclaration(node)) cut(node.initializer);

  if (isIfStatement(node)) {
    becomes(node.expression, 'true');
    becomes(node.expression, 'false');
  }
  if (isWhileStatement(node)) becomes(node.expression, 'false');
  if (isConditionalExpression(node)) {
    replace(
      node,
      textOf(node.whenTrue),
      `always ${short(textOf(node.whenTrue))}, whatever ${short(textOf(node.condition))}`,
    );
    replace(
      node,
      textOf(node.whenFalse),
      `always ${short(textOf(node.whenFalse))}, whatever ${short(textOf(node.condition))}`,
    );
  }
  if (isArrowFunction(node) && !isBlock(node.body) && isCallExpression(node.body)) becomes(node.body, 'undefined');

  if (isCallExpression(node) || (isNewExpression(node) && node.arguments)) {
    const given = [...(node.arguments ?? [])];
    if (!given.some(isSpreadElement) && !inThrow) {
      for (const [at, first] of given.entries()) {
        const second = given[at + 1];
        if (second) swap(first, second);
      }
      const last = given.at(-1);
      if (last && isCallExpression(node)) {
        const before = given.at(-2);
        const start = before ? before.getEnd() : last.getStart(file);
        edits.push({ start, end: last.getEnd(), text: '', change: `argument ${short(textOf(last))} left out` });
      }
    }
  }
  if (isCallExpression(node) && isPropertyAccessExpression(node.expression)) {
    const { expression: object, name } = node.expression;
    const twin = twinOf.get(textOf(name));
    if (twin !== undefined) becomes(name, twin);
    if (!isNamespace(object) && !isExpressionStatement(node.parent))
      replace(node, textOf(object), `.${textOf(name)}(…) left out`);
  }
  if (isObjectLiteralExpression(node) && !inThrow) {
    for (const [at, property] of node.properties.entries()) {
      const [before, next] = [node.properties[at - 1], node.properties[at + 1]];
      const start = !next && before ? before.getEnd() : property.getStart(file);
      const end = next ? next.getStart(file) : property.getEnd();
      edits.push({ start, end, text: '', change: `${short(textOf(property))} left out` });
    }
  }

  /** The graph ends here: only a tensor has it, so the compiler refuses this of anything else. */
  function cut(value: Expression | undefined): void {
    if (value) replace(value, `(${textOf(value)}).detach()`, `${short(textOf(value))} detached`);
  }
  function swap(first: Expression, second: Expression): void {
    const between = file.text.slice(first.getEnd(), second.getStart(file));
    edits.push({
      start: first.getStart(file),
      end: second.getEnd(),
      text: `${textOf(second)}${between}${textOf(first)}`,
      change: `arguments ${short(textOf(first))} and ${short(textOf(second))} swapped`,
    });
  }
  function isNamespace(object: Expression): boolean {
    if (isIdentifier(object)) return namespaces.has(textOf(object));
    return isPropertyAccessExpression(object) && isNamespace(object.expression);
  }
}

/** One name or property for another, one more of a number, two statements in the other order. */
function confusions(file: SourceFile): Edit[] {
  const edits: Edit[] = [];
  const properties = new Map<string, Set<string>>();
  const read = (node: Node): void => {
    if (isPropertyAccessExpression(node)) {
      const object = node.expression.getText(file);
      properties.set(object, (properties.get(object) ?? new Set()).add(node.name.getText(file)));
    }
    node.forEachChild(read);
  };
  read(file);
  const inFunctions = (node: Node): void => {
    if (isTypeNode(node) || isImportDeclaration(node)) return;
    if (isBlock(node)) {
      for (const [at, first] of node.statements.entries()) {
        const second = node.statements[at + 1];
        // Declarations that change places mostly change nothing.
        if (!second || !isExpressionStatement(first) || !isExpressionStatement(second)) continue;
        const between = file.text.slice(first.getEnd(), second.getStart(file));
        edits.push({
          start: first.getStart(file),
          end: second.getEnd(),
          text: `${second.getText(file)}${between}${first.getText(file)}`,
          change: `${short(first.getText(file))} comes after ${short(second.getText(file))}`,
        });
      }
    }
    if (isFunctionDeclaration(node) || isMethodDeclaration(node) || isConstructorDeclaration(node)) {
      const names = [...new Set(boundNames(node))];
      if (node.body) confuse(node.body, names);
    }
    node.forEachChild(inFunctions);
  };
  const confuse = (node: Node, names: readonly string[]): void => {
    if (isTypeNode(node) || prints(node, file)) return;
    const { parent } = node;
    const isUse =
      isCallExpression(parent) || isNewExpression(parent) || isBinaryExpression(parent) || isReturnStatement(parent);
    if (isIdentifier(node) && isUse && names.includes(node.getText(file))) {
      const name = node.getText(file);
      const at = names.indexOf(name);
      const texts = [names[(at + 1) % names.length], names.at(at - 1), `${name} + 1`, `${name}.mul(2)`];
      for (const text of texts) {
        if (text === undefined || text === name) continue;
        edits.push({ start: node.getStart(file), end: node.getEnd(), text, change: `${name} becomes ${text}` });
      }
    }
    if (isPropertyAccessExpression(node)) {
      const siblings = [...(properties.get(node.expression.getText(file)) ?? [])];
      const name = node.name.getText(file);
      const text = siblings[(siblings.indexOf(name) + 1) % siblings.length];
      if (text !== undefined && text !== name)
        edits.push({
          start: node.name.getStart(file),
          end: node.name.getEnd(),
          text,
          change: `${name} becomes ${text}`,
        });
    }
    node.forEachChild((child) => confuse(child, names));
  };
  const boundNames = (node: Node): string[] => {
    const names: string[] = [];
    const collect = (inner: Node): void => {
      if (isTypeNode(inner)) return;
      const bound = isParameterDeclaration(inner) || isVariableDeclaration(inner) || isBindingElement(inner);
      if (bound && inner.name && isIdentifier(inner.name)) names.push(inner.name.getText(file));
      inner.forEachChild(collect);
    };
    node.forEachChild(collect);
    return names;
  };
  inFunctions(file);
  return edits;
}

const short = (text: string): string => {
  const line = text.replace(/\s+/g, ' ');
  return line.length <= 40 ? line : `${line.slice(0, 39)}…`;
};
