import Link from 'next/link';
import type { Language } from '#app/_i18n/languages.ts';
import { messagesIn } from '#app/_i18n/messages.ts';
import { Shortcuts } from './shortcuts.tsx';

export function Footer({ language }: { language: Language }) {
  const { site } = messagesIn(language);
  return (
    <footer className="foot">
      <div className="wrap">
        <span>{site.gradedHere}</span>
        <Link href={`/${language}/status`}>{site.status}</Link>
        <Shortcuts />
      </div>
    </footer>
  );
}
