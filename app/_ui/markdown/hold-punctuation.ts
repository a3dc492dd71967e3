// A line may break after a formula, also where a comma follows: this keeps what closes a clause on the formula's line. Only after short
// formulas: one of several parts has to break where it is wider than the page.

interface Node {
  type: string;
  value?: string;
  tagName?: string;
  properties?: { [name: string]: unknown };
  children?: Node[];
}

const closing = /^[,.;:!?)\]’”，。；：！？、）」』]+/;

const isOf = ({ properties }: Node, name: string): boolean => {
  const names = properties?.['className'];
  return Array.isArray(names) && names.includes(name);
};
/** What KaTeX never breaks within. */
const partsOf = (node: Node): number =>
  isOf(node, 'katex-base') ? 1 : (node.children ?? []).reduce((sum, child) => sum + partsOf(child), 0);

/** For rehype, after its formulas. */
export function holdPunctuation() {
  const hold = (node: Node): void => {
    const { children } = node;
    if (children === undefined || isOf(node, 'katex')) return;
    for (const [at, child] of children.entries()) {
      hold(child);
      const next = children[at + 1];
      if (next?.value === undefined || !isOf(child, 'katex') || partsOf(child) !== 1) continue;
      const held = closing.exec(next.value)?.[0];
      if (held === undefined) continue;
      next.value = next.value.slice(held.length);
      const kept = [child, { type: 'text', value: held }];
      children[at] = { type: 'element', tagName: 'span', properties: { className: ['held'] }, children: kept };
    }
  };
  return hold;
}
