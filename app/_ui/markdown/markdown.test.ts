import { expect, it } from 'vitest';
import { lessonBlocks } from '#challenges/lesson-blocks.ts';
import { highlight } from './highlighter.ts';
import { renderMarkdown } from './markdown.ts';

it('formulas, code and tables of a statement are rendered on the server', async () => {
  const html = await renderMarkdown(
    'The loss is $x^2$.\n\n```ts\nconst a = 1;\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n',
  );
  expect(html).toContain('class="katex"');
  expect(html).toContain('<table>');
  expect(html).toContain('class="shiki gradgym"');
});

it('what closes a clause stays on the line of the formula before it', async () => {
  const html = await renderMarkdown('Of $x$; then $y$（$z$）。 And $w$ alone, $a = b + c$.');
  expect(html.match(/class="held"/g)).toHaveLength(2);
  expect(html).toContain('</span>;</span> then ');
  expect(html).toContain('</span>）。</span> And ');
});

it('each block of a lesson that can be linked to has its number as id, in the order of lessonBlocks', async () => {
  const text = 'One.\n\n## Two\n\n- three\n- four `a. b`. More.\n\n$$\nx\n$$\n\n| five |\n| - |\n| 5 |\n';
  const html = await renderMarkdown(text, { anchors: true });
  expect([...html.matchAll(/<(\w+)[^>]* id="([^"]+)"/g)].map(([, tag, id]) => [tag, id])).toEqual([
    ['p', 'lesson-0'],
    ['li', 'lesson-1'],
    ['li', 'lesson-2'],
    ['div', 'lesson-3'],
  ]);
  expect(lessonBlocks(text).map(({ heading, opening }) => [heading, opening])).toEqual([
    [null, 'One.'],
    ['Two', 'three'],
    ['Two', 'four `a. b`. More.'],
    ['Two', null],
  ]);
  expect(await renderMarkdown(text)).not.toContain('id=');
});

it('code has the page’s own tokens as colours, keywords by weight', async () => {
  const html = await highlight('const a = 1; // one', 'typescript');
  expect(html).toMatch(/color:var\(--code-keyword\);font-weight:bold/);
  expect(html).toContain('var(--code-number)');
  expect(html).not.toMatch(/#[0-9a-f]{6}/i);
});
