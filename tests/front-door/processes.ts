// Watches processes as a user would with ps.
import { execFileSync } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

export function processes(): readonly Process[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,ppid=,stat=,args='], { encoding: 'utf8' }).trim().split('\n');
  return lines.flatMap((line) => {
    const [, pid, parent, state, command] = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? [];
    // A zombie has ended; only its parent has not yet heard.
    return command === undefined || state?.startsWith('Z')
      ? []
      : [{ pid: Number(pid), parent: Number(parent), command }];
  });
}

/** A process and all that it has started, directly or not. */
export function family(pid: number): readonly Process[] {
  const all = processes();
  const found = all.filter((one) => one.pid === pid);
  for (const member of found) found.push(...all.filter((one) => one.parent === member.pid));
  return found;
}

/** Those of them that are still there when the time is up. */
export async function survivors(members: readonly Process[], withinMs: number): Promise<readonly string[]> {
  const until = performance.now() + withinMs;
  for (;;) {
    const alive = processes().filter((one) =>
      members.some(({ pid, command }) => pid === one.pid && command === one.command),
    );
    if (alive.length === 0 || performance.now() > until) return alive.map(({ command }) => command);
    await delay(100);
  }
}

export async function until<T>(
  what: string,
  withinMs: number,
  look: () => T | undefined | Promise<T | undefined>,
): Promise<T> {
  const end = performance.now() + withinMs;
  while (performance.now() < end) {
    const seen = await look();
    if (seen !== undefined) return seen;
    await delay(100);
  }
  throw new Error(`${what} was not seen within ${withinMs} ms`);
}
