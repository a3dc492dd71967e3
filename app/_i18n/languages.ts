export const languages = ['en', 'zh'] as const;
export type Language = (typeof languages)[number];

export const isLanguage = (value: string): value is Language => languages.some((language) => language === value);

/** For `<html lang>` and Intl: which Chinese, not only that it is Chinese. */
export const localeOf: Record<Language, string> = { en: 'en', zh: 'zh-Hans' };

/** A path's twin in the other language, keeping the page, its query and its fragment. */
export function pathIn(language: Language, path: string): string {
  const rest = path.replace(/^\/(en|zh)(?=[/?#]|$)/, '');
  return `/${language}${rest === '/' ? '' : rest}`;
}
