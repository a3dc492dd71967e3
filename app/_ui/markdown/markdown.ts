// Markdown of the catalogue to HTML, on the server. The text is our own (challenge folders), never a user's: nothing is sanitised.
import rehypeShikiFromHighlighter from '@shikijs/rehype/core';
import rehypeKatex from 'rehype-katex';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { blocksOf, lessonAnchor } from '#challenges/lesson-blocks.ts';
import { highlighter } from './highlighter.ts';
import { holdPunctuation } from './hold-punctuation.ts';

const rendered = new Map<string, string>();
const keptMax = 2000;

/** With `anchors`, the blocks of a lesson have the ids that links from named mistakes end in. */
export async function renderMarkdown(markdown: string, { anchors = false } = {}): Promise<string> {
  const key = `${anchors}:${markdown}`;
  const known = rendered.get(key);
  if (known !== undefined) return known;
  const html = String(
    await unified()
      .use(remarkParse)
      .use(remarkGfm)
      .use(remarkMath)
      .use(anchors ? [lessonAnchors] : [])
      .use(remarkRehype)
      .use(rehypeKatex)
      .use(holdPunctuation)
      .use(rehypeShikiFromHighlighter, await highlighter(), {
        theme: 'gradgym',
        defaultLanguage: 'typescript',
        fallbackLanguage: 'typescript',
      })
      .use(rehypeStringify)
      .process(markdown),
  )
    .replaceAll(/<table([^>]*)>/g, '<div class="table" tabindex="0"$1><table>')
    .replaceAll('</table>', '</table></div>')
    // The corner above names and beside headings says nothing, so it heads nothing.
    .replaceAll('<th></th>', '<td></td>')
    // A formula or table wider than the pane scrolls, so the keyboard has to reach it.
    .replaceAll('<span class="katex-display">', '<span class="katex-display" tabindex="0">');
  if (rendered.size >= keptMax) rendered.clear();
  rendered.set(key, html);
  return html;
}

function lessonAnchors() {
  return (tree: Parameters<typeof blocksOf>[0]): void => {
    for (const [number, { node }] of blocksOf(tree).entries())
      node.data = { ...node.data, hProperties: { id: lessonAnchor(number) } };
  };
}
