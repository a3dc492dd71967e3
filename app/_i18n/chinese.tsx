'use client';
import type { ReactNode } from 'react';
import { LanguageContext, type Spoken } from './language-context.tsx';
import { zh } from './zh.ts';

const spoken: Spoken = { language: 'zh', messages: zh };

export function Chinese({ children }: { children: ReactNode }) {
  return <LanguageContext value={spoken}>{children}</LanguageContext>;
}
