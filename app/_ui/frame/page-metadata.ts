import type { Metadata } from 'next';
import { type Language, languages, localeOf } from '#app/_i18n/languages.ts';

interface About {
  readonly title: string;
  readonly description?: string;
}

/** Title and description of a page, and where its twin in the other language is; `path` is what follows the language. */
export function pageMetadata(language: Language, path: string, { title, description }: About): Metadata {
  return {
    title,
    ...(description === undefined ? {} : { description }),
    alternates: alternatesOf(language, path),
  };
}

/** `/` leads to the language that the reader's browser asks for. */
export const alternatesOf = (language: Language, path: string): Metadata['alternates'] => ({
  canonical: `/${language}${path}`,
  languages: {
    ...Object.fromEntries(languages.map((one) => [localeOf[one], `/${one}${path}`])),
    ...(path === '' ? { 'x-default': '/' } : {}),
  },
});
