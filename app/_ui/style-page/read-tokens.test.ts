import { expect, test } from 'vitest';
import { parseTokens, readTokens } from './read-tokens.ts';

test('a token is its name, its value and what it is for; the first of a name counts', () => {
  const css =
    ':root {\n  --paper: light-dark(#fff, #000); /* the page */\n  --font:\n    "A b",\n    serif;\n}\n.zh {\n  --font: C;\n}\n';
  expect(parseTokens(css)).toEqual([
    { name: '--paper', value: 'light-dark(#fff, #000)', use: 'the page' },
    { name: '--font', value: '"A b", serif', use: '' },
  ]);
});

test('every token that a style sheet uses is one of them', () => {
  const names = new Set(readTokens().map(({ name }) => name));
  expect(names.size).toBeGreaterThan(60);
  for (const name of ['--paper', '--agree', '--depart', '--v-ac', '--t-14', '--s-4', '--font-ui', '--cell-m'])
    expect(names).toContain(name);
});
