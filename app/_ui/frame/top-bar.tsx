import Link from 'next/link';
import type { Language } from '#app/_i18n/languages.ts';
import { messagesIn } from '#app/_i18n/messages.ts';
import { Mark, searchGlyph, settingsGlyph } from '#app/_ui/glyphs.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { MainNav } from './main-nav.tsx';
import { ThemeSwitch } from './theme-switch.tsx';

export function TopBar({ language }: { language: Language }) {
  const { site } = messagesIn(language);
  return (
    <header className="top">
      <div>
        <Link className="mark" href={`/${language}`}>
          <Mark />
          {site.name}
        </Link>
        <MainNav />
        <div className="side">
          <Link className="icon-button find" href={`/${language}/challenges#search`} aria-label={site.search}>
            {searchGlyph}
            <kbd aria-hidden="true">/</kbd>
          </Link>
          <LanguageSwitch />
          <ThemeSwitch />
          <Link className="icon-button" href={`/${language}/settings`} aria-label={site.settings} title={site.settings}>
            {settingsGlyph}
          </Link>
        </div>
      </div>
    </header>
  );
}
