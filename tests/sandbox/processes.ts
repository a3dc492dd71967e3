import { readdirSync, readFileSync } from 'node:fs';

/** Ids of the jailed processes on this machine whose main file is this one. */
export function jailedProcesses(mainFile: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'latin1')
          .split('\0')
          .some((argument) => argument.endsWith(mainFile));
      } catch {
        return false;
      }
    });
}

export interface Process {
  readonly pid: number;
  /** Clock ticks from the machine's start to the process's: with the id, no other process has both. */
  readonly startedAt: number;
  readonly residentBytes: number;
  readonly command: string;
}

/** All that this process started, and what these started, that is alive now. */
export function descendants(of: number): Process[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'latin1');
        const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        const command = readFileSync(`/proc/${name}/cmdline`, 'latin1').replaceAll('\0', ' ');
        return [
          {
            pid: Number(name),
            parent: Number(fields[1]),
            startedAt: Number(fields[19]),
            residentBytes: Number(fields[21]) * 4096,
            command,
          },
        ];
      } catch {
        return [];
      }
    });
  const found: typeof all = [];
  const open = [of];
  for (let parent = open.pop(); parent !== undefined; parent = open.pop())
    for (const process of all)
      if (process.parent === parent) {
        found.push(process);
        open.push(process.pid);
      }
  return found;
}

/** Those of them that are alive still. */
export function stillAlive(processes: Iterable<Process>): Process[] {
  return [...processes].filter(({ pid, startedAt }) => {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return fields[0] !== 'Z' && Number(fields[19]) === startedAt;
    } catch {
      return false;
    }
  });
}
