// The files of the project as git knows them: committed, or new and not ignored.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');

export function projectFiles(pattern = /./): readonly string[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  return listed.split('\0').filter((name) => name !== '' && pattern.test(name) && existsSync(path.join(root, name)));
}

/** What a file imports, as written, whichever form the import has. */
export function importsOf(source: string): readonly string[] {
  const found = source.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\(\s*)(['"])((?:(?!\1).)+)\1/g);
  return [...found].map((match) => match[2] ?? '');
}

/** The top-level folder that an import of ours leads to; undefined for packages and Node's own modules. */
export function folderOf(file: string, specifier: string): string | undefined {
  if (specifier.startsWith('#')) return specifier.slice(1).split('/')[0];
  if (!specifier.startsWith('.')) return undefined;
  const target = path.posix.join(path.posix.dirname(file), specifier);
  return target.includes('/') ? target.split('/')[0] : '';
}
