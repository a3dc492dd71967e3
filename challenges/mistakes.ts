import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { challengeFolder } from './index.ts';
import { type KnownMistake, knownMistakeSchema } from './mistake-pattern.ts';

export const mistakesFile = 'mistakes.generated.json';
const cache = new Map<string, readonly KnownMistake[]>();

/** The recorded mistakes of a challenge; none for one that has not been recorded yet. */
export function knownMistakes(id: string): readonly KnownMistake[] {
  const kept = cache.get(id);
  if (kept) return kept;
  const path = `${challengeFolder(id)}/${mistakesFile}`;
  const known = existsSync(path) ? z.array(knownMistakeSchema).parse(JSON.parse(readFileSync(path, 'utf8'))) : [];
  cache.set(id, known);
  return known;
}
