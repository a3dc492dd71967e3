import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Token {
  readonly name: string;
  readonly value: string;
  /** What the style sheet says it is for. */
  readonly use: string;
}

/** The tokens as the style sheet has them, so that the page lacks none. */
export function readTokens(): Token[] {
  const css = readFileSync(join(/* turbopackIgnore: true */ process.cwd(), 'app/_ui/styles/tokens.css'), 'utf8');
  return parseTokens(css);
}

/** The first declaration of each custom property counts: later ones adapt it to a language or a wish. */
export function parseTokens(css: string): Token[] {
  const found = new Map<string, Token>();
  for (const match of css.matchAll(/^ {2}(--[\w-]+):\s*([^;]+);(?: \/\* (.*?) \*\/)?/gm)) {
    const [, name = '', value = '', use = ''] = match;
    if (!found.has(name)) found.set(name, { name, value: value.replace(/\s+/g, ' ').trim(), use });
  }
  return [...found.values()];
}
