'use client';
import { createContext, useContext } from 'react';
import type { Language } from './languages.ts';
import type { Messages } from './messages.ts';

export interface Spoken {
  readonly language: Language;
  readonly messages: Messages;
}

/** Set by english.tsx or chinese.tsx, so that a browser loads one catalogue and not both. */
export const LanguageContext = createContext<Spoken | null>(null);

/** The language of the page and its catalogue, for components that run in the browser. */
export function useLanguage(): Spoken {
  const spoken = useContext(LanguageContext);
  if (spoken === null) throw new Error('no LanguageProvider stands around this component');
  return spoken;
}
