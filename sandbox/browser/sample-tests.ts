// The tests of a challenge as a browser may have them: without the hidden ones, nor anything that only those use.
import { readFileSync } from 'node:fs';
import { type Node, parse } from 'acorn';
import { type Plugin, transform } from 'esbuild';
import { challengeFolder } from '#challenges/index.ts';
import { knownMistakes } from '#challenges/mistakes.ts';
import type { KnownMistake } from '#challenges/mistake-pattern.ts';
import { testSuite } from '#challenges/tests.ts';
import { bundle, root } from '../bundle.ts';
import { isNode, nameOf, part, visit } from '../syntax.ts';

/** A script that leaves the suite in `gradgymSuite`, given the judge's words in `gradgymJudge`. */
export function sampleTests(challenge: string): Promise<string> {
  return bundle({
    entry: `${challengeFolder(challenge).slice(root.length + 1)}/tests.ts`,
    format: 'iife',
    globalName: 'gradgymSuite',
    isCompact: true,
    plugins: [judgeIsThere, onlySamples],
  });
}

/** How the known mistakes of a challenge fail its sample tests. */
export function sampleMistakes(challenge: string): KnownMistake[] {
  const samples = new Set(
    testSuite(challenge).behaviours.flatMap(({ tests }) =>
      tests.filter(({ visibility }) => visibility === 'sample').map(({ id }) => id),
    ),
  );
  return knownMistakes(challenge)
    .map((known) => ({
      ...known,
      tests: Object.fromEntries(Object.entries(known.tests).filter(([id]) => samples.has(id))),
    }))
    .filter(({ tests }) => Object.keys(tests).length > 0);
}

const judgeIsThere: Plugin = {
  name: 'judge-is-there',
  setup(plugin) {
    plugin.onResolve({ filter: /^#challenges\/authoring\.ts$/ }, ({ path }) => ({ path, namespace: 'judge' }));
    plugin.onLoad({ filter: /.*/, namespace: 'judge' }, () => ({
      contents: 'export const { tests } = globalThis.gradgymJudge;',
    }));
  },
};

const onlySamples: Plugin = {
  name: 'only-samples',
  setup(plugin) {
    plugin.onLoad({ filter: /[\\/]tests\.ts$/ }, async ({ path }) => {
      const { code } = await transform(readFileSync(path, 'utf8'), { loader: 'ts', target: 'esnext' });
      return { contents: withoutHidden(code), loader: 'js' };
    });
  },
};

/** Throws for a hidden test that is declared in a way it does not know: better no script than one that tells. */
export function withoutHidden(code: string): string {
  const calls: Node[] = [];
  visit(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }), (node) => {
    if (isCallOf('behaviour', node)) calls.push(...hiddenIn(node));
  });
  let text = '';
  let at = 0;
  for (const { start, end } of calls.toSorted((a, b) => a.start - b.start)) {
    text += `${code.slice(at, start)};`;
    at = end;
  }
  return text + code.slice(at);
}

const isCallOf = (name: string, node: Node): boolean =>
  node.type === 'CallExpression' && nameOf(part(node, 'callee')) === name;
const nodesIn = (value: unknown): Node[] => (Array.isArray(value) ? value.filter(isNode) : []);

/** The statements that declare hidden tests in `behaviour(id, options, ({ sample, hidden }) => { … })`. */
function hiddenIn(behaviour: Node): Node[] {
  const define = nodesIn(part(behaviour, 'arguments'))[2];
  const kinds = define && nodesIn(part(define, 'params'))[0];
  const body = define && part(define, 'body');
  if (kinds?.type !== 'ObjectPattern' || !isNode(body)) throw new Error(unknownWay);
  const properties = nodesIn(part(kinds, 'properties'));
  if (properties.some(({ type }) => type !== 'Property')) throw new Error(unknownWay);
  const own = properties.find((property) => nameOf(part(property, 'key')) === 'hidden');
  if (!own) return [];
  const name = nameOf(part(own, 'value'));
  if (typeof name !== 'string') throw new Error(unknownWay);
  const found: Node[] = [];
  let mentions = 0;
  visit(body, (node) => {
    if (nameOf(node) === name) mentions++;
    // Names of fields are no mentions.
    if (node.type === 'MemberExpression' && part(node, 'computed') !== true && nameOf(part(node, 'property')) === name)
      mentions--;
    if (node.type === 'Property' && part(node, 'shorthand') !== true && nameOf(part(node, 'key')) === name) mentions--;
    const call = node.type === 'ExpressionStatement' ? part(node, 'expression') : null;
    if (isNode(call) && isCallOf(name, call)) found.push(node);
  });
  if (mentions !== found.length) throw new Error(unknownWay);
  return found;
}
const unknownWay = 'a hidden test is declared in another way than hidden(…)';
