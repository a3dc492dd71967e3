import type { Language } from '#app/_i18n/languages.ts';
import { messagesIn } from '#app/_i18n/messages.ts';
import { Shortcuts } from './shortcuts.tsx';

export function Footer({ language }: { language: Language }) {
  return (
    <footer className="foot">
      <div className="wrap">
        <span>{messagesIn(language).site.gradedHere}</span>
        <Shortcuts />
      </div>
    </footer>
  );
}
