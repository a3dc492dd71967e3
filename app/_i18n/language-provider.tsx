import type { ReactNode } from 'react';
import { Chinese } from './chinese.tsx';
import { English } from './english.tsx';
import type { Language } from './languages.ts';

/** Gives the components of the browser their language. Chosen on the server: only that catalogue is sent. */
export function LanguageProvider({ language, children }: { language: Language; children: ReactNode }) {
  return language === 'zh' ? <Chinese>{children}</Chinese> : <English>{children}</English>;
}
