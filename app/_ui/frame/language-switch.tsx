'use client';
import { usePathname } from 'next/navigation';
import { useLanguage } from '#app/_i18n/language-context.tsx';
import { localeOf, pathIn } from '#app/_i18n/languages.ts';
import { rememberPreference } from './preferences.ts';

/** A plain link, so that it works before any script runs: the page is loaded anew because Monaco reads its messages once. */
export function LanguageSwitch() {
  const { language, messages } = useLanguage();
  const path = usePathname();
  const other = language === 'en' ? 'zh' : 'en';
  return (
    <a
      className="icon-button"
      href={pathIn(other, path)}
      lang={localeOf[other]}
      hrefLang={localeOf[other]}
      onClick={(event) => {
        rememberPreference('language', other);
        event.currentTarget.href = pathIn(other, path + location.search + location.hash);
      }}
    >
      {messages.site.otherLanguage}
    </a>
  );
}
