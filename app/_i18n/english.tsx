'use client';
import type { ReactNode } from 'react';
import { LanguageContext, type Spoken } from './language-context.tsx';
import { en } from './en.ts';

const spoken: Spoken = { language: 'en', messages: en };

export function English({ children }: { children: ReactNode }) {
  return <LanguageContext value={spoken}>{children}</LanguageContext>;
}
