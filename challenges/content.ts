// The texts of a challenge as they lie in its folder, read from disk when asked for. Parses nothing but the headers of
// wrong submissions; rendering is the page's work.
import { readdirSync, readFileSync } from 'node:fs';
import { challengeFolder } from './index.ts';
import { parseMistake } from './mistake.ts';
import type { Mistake } from './mistake.ts';

export type Language = 'en' | 'zh';
export type { Mistake };

export const statement = (id: string, language: Language): string => read(id, `statement.${language}.md`);
export const lesson = (id: string, language: Language): string => read(id, `lesson.${language}.md`);
export const starter = (id: string): string => read(id, 'starter.ts');
export const solution = (id: string): string => read(id, 'solution.ts');
export const twin = (id: string): string => read(id, 'twin.py');

export interface Submission {
  /** The file's name without its ending. */
  readonly name: string;
  readonly source: string;
}

/** Other right ways to do it, by name. */
export function acceptedSubmissions(id: string): readonly Submission[] {
  return submissions(id, 'accepted');
}

export interface WrongSubmission extends Submission {
  readonly mistake: Mistake;
}

/** The known mistakes of a challenge; each says which behaviours it loses, which is what a diagnosis compares with. */
export function wrongSubmissions(id: string): readonly WrongSubmission[] {
  return submissions(id, 'wrong').map((file) => ({ ...file, mistake: parseMistake(file.source) }));
}

function submissions(id: string, kind: 'accepted' | 'wrong'): Submission[] {
  const folder = `${challengeFolder(id)}/submissions/${kind}`;
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => ({ name: name.slice(0, -'.ts'.length), source: readFileSync(`${folder}/${name}`, 'utf8') }));
}

function read(id: string, name: string): string {
  return readFileSync(`${challengeFolder(id)}/${name}`, 'utf8');
}
