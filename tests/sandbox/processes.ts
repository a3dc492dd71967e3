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
