// A lesson as the blocks that a link can point at: paragraphs, items of lists, tables. They are numbered through the whole text, and a
// number means the same in both languages, because the texts have the same shape. Renders nothing.
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMath).freeze();

type Root = ReturnType<typeof parser.parse>;
type Node = Root['children'][number];

/** Paragraphs, items of lists and tables at the top of a text, in reading order, each with the heading above it. */
export function blocksOf(tree: Root): { readonly node: Node; readonly heading: Node | null }[] {
  let heading: Node | null = null;
  const blocks: { node: Node; heading: Node | null }[] = [];
  for (const node of tree.children) {
    if (node.type === 'heading') heading = node;
    else if (node.type === 'list') for (const item of node.children) blocks.push({ node: item, heading });
    else if (node.type === 'paragraph' || node.type === 'table') blocks.push({ node, heading });
  }
  return blocks;
}

/** What a link to the block of this number ends in. */
export const lessonAnchor = (number: number): string => `lesson-${number}`;

export interface LessonBlock {
  /** Markdown. */
  readonly source: string;
  /** Markdown, without its signs; null above the first heading. */
  readonly heading: string | null;
  /** Its first sentence, Markdown; null of a table. */
  readonly opening: string | null;
}

export function lessonBlocks(markdown: string): LessonBlock[] {
  const sourceOf = ({ position }: Node): string => markdown.slice(position?.start.offset, position?.end.offset);
  return blocksOf(parser.parse(markdown)).map(({ node, heading }) => {
    const source = sourceOf(node).replace(/^([-*]|\d+\.)\s+/, '');
    return {
      source,
      heading: heading === null ? null : sourceOf(heading).replace(/^#+\s+/, ''),
      opening: node.type === 'table' ? null : firstSentence(source),
    };
  });
}

/** A title such as "Null is not zero." says too little alone. */
const openingCharactersMin = 24;

/** Code and formulas hold full stops of their own. */
export function firstSentence(text: string): string {
  let inside: string | null = null;
  for (const [at, sign] of [...text].entries()) {
    if (sign === '`' || sign === '$') inside = inside === null ? sign : inside === sign ? null : inside;
    if (inside !== null || at < openingCharactersMin) continue;
    const head = [...text].slice(0, at + 1).join('');
    if (/[。！？]/u.test(sign)) return head;
    if (/[.!?]/.test(sign) && /^(\s|$)/.test(text.slice(head.length))) return head;
  }
  return text;
}
