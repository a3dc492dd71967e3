import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { environment } from './environment.ts';

/**
 * Signs cookies and tokens. Several web machines need GRADGYM_SECRET to be the same on all; a single one makes its own
 * once and keeps it, so that a restart signs nobody out.
 */
export function secret(): string {
  const { GRADGYM_SECRET, GRADGYM_DATA_DIR } = environment();
  if (GRADGYM_SECRET !== undefined) return GRADGYM_SECRET;
  const folder = path.resolve(/* turbopackIgnore: true */ process.cwd(), GRADGYM_DATA_DIR);
  const file = path.join(folder, 'secret');
  mkdirSync(folder, { recursive: true });
  try {
    // `wx`: of two processes that start at once one writes, the other reads what it wrote.
    writeFileSync(file, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const kept = readFileSync(file, 'utf8').trim();
  if (kept.length < 32) throw new Error(`${file} holds no secret: delete it, or set GRADGYM_SECRET`);
  return kept;
}
