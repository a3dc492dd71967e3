'use client';
import { useLanguage } from '#app/_i18n/language-context.tsx';
import { themeGlyph } from '#app/_ui/glyphs.tsx';
import { isTheme, rememberPreference, type Theme } from './preferences.ts';

/** The theme in force: the reader's choice, else the system's. */
export function currentTheme(): Theme {
  const chosen = document.documentElement.dataset['theme'];
  if (isTheme(chosen)) return chosen;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

export function ThemeSwitch() {
  const { messages } = useLanguage();
  const change = () => {
    const theme = currentTheme() === 'dark' ? 'light' : 'dark';
    document.documentElement.dataset['theme'] = theme;
    rememberPreference('theme', theme);
  };
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={messages.site.theme}
      title={messages.site.theme}
      onClick={change}
    >
      {themeGlyph}
    </button>
  );
}
