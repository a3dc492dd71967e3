import { createHighlighterCore, type HighlighterCore, type ThemeRegistrationRaw } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import python from 'shiki/langs/python.mjs';
import typescript from 'shiki/langs/typescript.mjs';

/** The code tokens of the page: one theme for light and dark, because the tokens themselves switch. */
const theme: ThemeRegistrationRaw = {
  name: 'gradgym',
  type: 'light',
  colors: { 'editor.foreground': 'var(--code-text)', 'editor.background': 'transparent' },
  settings: [
    { settings: { foreground: 'var(--code-text)' } },
    {
      scope: ['comment', 'punctuation.definition.comment'],
      settings: { foreground: 'var(--code-comment)', fontStyle: 'italic' },
    },
    {
      scope: ['keyword', 'storage', 'constant.language', 'variable.language'],
      settings: { foreground: 'var(--code-keyword)', fontStyle: 'bold' },
    },
    {
      scope: ['keyword.operator', 'storage.type.function.arrow'],
      settings: { foreground: 'var(--code-text)', fontStyle: '' },
    },
    {
      scope: ['keyword.operator.new', 'keyword.operator.expression', 'keyword.operator.logical.python'],
      settings: { foreground: 'var(--code-keyword)', fontStyle: 'bold' },
    },
    { scope: ['string', 'punctuation.definition.string'], settings: { foreground: 'var(--code-string)' } },
    { scope: ['constant.numeric'], settings: { foreground: 'var(--code-number)' } },
    {
      scope: ['entity.name.type', 'support.type', 'support.class', 'entity.name.class', 'entity.other.inherited-class'],
      settings: { foreground: 'var(--code-type)' },
    },
    { scope: ['entity.name.function', 'support.function'], settings: { foreground: 'var(--ink)' } },
  ],
};

let made: Promise<HighlighterCore> | undefined;

export function highlighter(): Promise<HighlighterCore> {
  made ??= createHighlighterCore({
    themes: [theme],
    langs: [typescript, python],
    engine: createJavaScriptRegexEngine(),
  });
  return made;
}

/** A whole listing as HTML; line numbers come from the stylesheet. */
export async function highlight(source: string, language: 'typescript' | 'python'): Promise<string> {
  return (await highlighter()).codeToHtml(source.trimEnd(), { lang: language, theme: 'gradgym' });
}
