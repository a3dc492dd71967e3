// What the browser keeps between visits and the server reads before it draws: language, theme, the split of the panes,
// the time zone that its days are in, the size of the editor's letters, whether time and Vim's keys are wanted.
export const preferenceCookies = {
  language: 'lang',
  theme: 'theme',
  panes: 'panes',
  zone: 'zone',
  editorSize: 'editor-size',
  timer: 'timer',
  vim: 'vim',
} as const;

export type Theme = 'light' | 'dark';
export const isTheme = (value: string | undefined): value is Theme => value === 'light' || value === 'dark';

const yearSeconds = 365 * 24 * 60 * 60;

/** In the browser only. No `expires` of the past is ever written: a preference is replaced, not removed. */
export function rememberPreference(name: keyof typeof preferenceCookies, value: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: cookieStore is missing in Firefox and outside secure contexts
  document.cookie = `${preferenceCookies[name]}=${value}; path=/; max-age=${yearSeconds}; samesite=lax`;
}

/** In the browser only. */
export function readPreference(name: keyof typeof preferenceCookies): string | undefined {
  const start = `${preferenceCookies[name]}=`;
  return document.cookie
    .split('; ')
    .find((cookie) => cookie.startsWith(start))
    ?.slice(start.length);
}

/** Of the editor's letters, px. */
export const editorSizes = [12, 13, 14, 16, 18, 20] as const;
export const editorSizeOf = (value: string | undefined): number =>
  editorSizes.find((size) => String(size) === value) ?? 13;
