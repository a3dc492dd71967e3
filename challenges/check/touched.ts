// What has to be checked again when files of a challenge folder were saved. Pure; sandbox/watch-challenges.ts watches and runs.

/** Which files to grade: all of them, only these, or none because only the structure can have changed. */
export type Touched = 'all' | readonly string[];

const graded = /^(solution|starter)\.ts$|^submissions\/(accepted|wrong)\/[\w-]+\.ts$/;
/** Every verdict hangs on these. */
const decisive = new Set(['tests.ts', 'challenge.ts']);
/** Written by a check itself, or by an editor on its way to saving. */
const passing = /(^|\/)(mistakes\.generated\.json|__pycache__(\/.*)?|\.[^/]*|[^/]*[~#]|\d+)$/;

/** Null: nothing to check. Paths are relative to the challenge's folder. */
export function touchedBy(paths: Iterable<string>): Touched | null {
  const saved = [...paths].map((path) => path.replaceAll('\\', '/')).filter((path) => !passing.test(path));
  if (saved.length === 0) return null;
  if (saved.some((path) => decisive.has(path))) return 'all';
  return [...new Set(saved.filter((path) => graded.test(path)))].sort();
}
