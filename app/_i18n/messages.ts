import { en, type Messages } from './en.ts';
import type { Language } from './languages.ts';
import { zh } from './zh.ts';

const catalogues: Record<Language, Messages> = { en, zh };
export const messagesIn = (language: Language): Messages => catalogues[language];
export type { Messages };
