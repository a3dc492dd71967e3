// One hash over files: tells whether something made from them is still what they would make.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** Folders that hold what is made, not what it is made from. */
const MADE = new Set(['node_modules', '.next', '.data', '.runtime', '.git', 'generated', 'results']);

function* filesUnder(place) {
  const stat = fs.statSync(place, { throwIfNoEntry: false });
  if (stat === undefined) return;
  if (!stat.isDirectory()) {
    yield place;
    return;
  }
  const entries = fs.readdirSync(place, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (entry.isDirectory() ? !MADE.has(entry.name) : entry.isFile()) yield* filesUnder(path.join(place, entry.name));
  }
}

/** SHA-256 over the names and contents of all files under `places`, with `extra` strings that matter as much. */
export function fingerprint(folder, places, { extra = [], skip = () => false } = {}) {
  const hash = createHash('sha256');
  for (const text of extra) hash.update(`${text}\0`);
  for (const place of places) {
    for (const file of filesUnder(path.join(folder, place))) {
      const name = path.relative(folder, file);
      if (skip(name)) continue;
      hash.update(`${name}\0${fs.statSync(file).size}\0`).update(fs.readFileSync(file));
    }
  }
  return hash.digest('hex');
}
