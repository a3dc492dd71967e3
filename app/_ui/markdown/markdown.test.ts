import { expect, it } from 'vitest';
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

it('code has the page’s own tokens as colours, keywords by weight', async () => {
  const html = await highlight('const a = 1; // one', 'typescript');
  expect(html).toMatch(/color:var\(--code-keyword\);font-weight:bold/);
  expect(html).toContain('var(--code-number)');
  expect(html).not.toMatch(/#[0-9a-f]{6}/i);
});
