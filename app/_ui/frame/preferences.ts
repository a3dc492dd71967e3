// What the browser keeps between visits and the server reads before it draws: language, theme, the split of the panes,
// and the time zone that its days are in.
export const preferenceCookies = { language: 'lang', theme: 'theme', panes: 'panes', zone: 'zone' } as const;

export type Theme = 'light' | 'dark';
export const isTheme = (value: string | undefined): value is Theme => value === 'light' || value === 'dark';

const yearSeconds = 365 * 24 * 60 * 60;

/** In the browser only. No `expires` of the past is ever written: a preference is replaced, not removed. */
export function rememberPreference(name: keyof typeof preferenceCookies, value: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: cookieStore is missing in Firefox and outside secure contexts
  document.cookie = `${preferenceCookies[name]}=${value}; path=/; max-age=${yearSeconds}; samesite=lax`;
}
