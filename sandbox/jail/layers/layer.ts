// What a layer around a jailed process is: whether this host offers it, and how it changes the command that is started.
import { execFileSync } from 'node:child_process';
import type { LayerName } from '../../status.ts';

export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly env: { readonly [name: string]: string };
  /** Flags of Node, its main file and that file's arguments are in `args`; these are all the files it may read. */
  readonly reads: readonly string[];
  /** Where the launcher finds the filter of system calls it loads. */
  readonly filterFile: string | null;
  /** Descriptors from 3 on: a file is opened anew for each process, a pipe tells us of its launcher. */
  readonly descriptors: readonly ('pipe' | { readonly file: string })[];
  readonly uid?: number;
  readonly gid?: number;
}

/** Of one jailed process. */
export interface Place {
  /** Tells jailed processes that live at the same time apart. */
  readonly slot: number;
  /** Files to write one's process id to before anything else. */
  readonly groupFiles: readonly string[];
}

export interface Layer {
  readonly name: LayerName;
  readonly on: boolean;
  /** What it does here, or why it is missing. */
  readonly detail: string;
  wrap(command: Command, place: Place): Command;
}

export const missing = (name: LayerName, detail: string): Layer => ({
  name,
  on: false,
  detail,
  wrap: (command) => command,
});

/** The command as an argument of another program. */
export function inside(command: Command, file: string, args: readonly string[]): Command {
  return { ...command, file, args: [...args, command.file, ...command.args] };
}

/** Where a program lies; null where there is none. */
export function find(program: string): string | null {
  return tried('/bin/sh', ['-c', 'command -v "$1"', 'sh', program]).output.trim() || null;
}

export interface Tried {
  readonly ok: boolean;
  readonly output: string;
  /** The last line it complained with. */
  readonly complaint: string;
}

export function tried(file: string, args: readonly string[]): Tried {
  try {
    const output = execFileSync(file, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: searchPath, NODE_ENV: 'production' },
      encoding: 'utf8',
      timeout: 10_000,
    });
    return { ok: true, output, complaint: '' };
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
    return { ok: false, output: '', complaint: said.trim().split('\n').at(-1)?.slice(0, 300) ?? '' };
  }
}

export const searchPath = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
