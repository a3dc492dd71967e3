'use client';
import { createContext, type ReactNode, useContext } from 'react';
import type { Language } from './languages.ts';
import { type Messages, messagesIn } from './messages.ts';

const LanguageContext = createContext<Language>('en');

export function LanguageProvider({ language, children }: { language: Language; children: ReactNode }) {
  return <LanguageContext value={language}>{children}</LanguageContext>;
}

/** The language of the page and its catalogue, for components that run in the browser. */
export function useLanguage(): { language: Language; messages: Messages } {
  const language = useContext(LanguageContext);
  return { language, messages: messagesIn(language) };
}
