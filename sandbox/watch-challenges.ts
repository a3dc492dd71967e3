// Checks challenges again whenever a file of theirs is saved: the structure always, and only the gradings that the file touches, under
// few seeds. Each check is a process of its own, because tests are modules and a module is loaded once; a later save ends an older check.
import { type ChildProcess, spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { touchedBy, type Touched } from '#challenges/check/touched.ts';
import { challengeFolder } from '#challenges/index.ts';

/** An editor saves in several steps. */
const settleMs = 150;

export function watchChallenges(ids: readonly string[]): void {
  const start = (id: string): void => {
    const folder = challengeFolder(id);
    /** Not yet seen by a check that ran to its end; at first nothing is. */
    const pending = new Set(['tests.ts']);
    const fresh = new Set<string>();
    let running: ChildProcess | null = null;
    let timer: NodeJS.Timeout | undefined;

    const run = (touched: Touched): void => {
      const [node = process.execPath, ...args] = command(id, touched);
      const child = spawn(node, args, { stdio: 'inherit' });
      running = child;
      child.once('exit', (code, signal) => {
        if (running !== child) return;
        running = null;
        // Ended by a later save: what it was to check is still to be checked.
        if (signal === null) pending.clear();
        console.log(`${code === 0 ? 'in order' : 'not in order'}, waiting for a file of ${id} to be saved`);
      });
    };
    const saved = (path: string): void => {
      pending.add(path);
      fresh.add(path);
      clearTimeout(timer);
      timer = setTimeout(() => {
        const touched = touchedBy(pending);
        if (touched === null || touchedBy(fresh) === null) return fresh.clear();
        running?.kill();
        console.log(`\n${new Date().toLocaleTimeString('en-GB')}  ${[...fresh].join(', ')}`);
        fresh.clear();
        run(touched);
      }, settleMs);
    };
    watch(folder, { recursive: true }, (_, path) => {
      if (path !== null) saved(path);
    });
    run('all');
  };
  for (const id of ids) start(id);
}

/** Under the very flags that this process runs under. */
export function command(id: string, touched: Touched): readonly string[] {
  const main = fileURLToPath(new URL('./check-challenges.ts', import.meta.url));
  const only = touched === 'all' ? [] : touched.length === 0 ? ['--structure'] : touched.flatMap((f) => ['--only', f]);
  return [process.execPath, ...process.execArgv, main, id, '--few', ...only];
}
