// Starts one process inside all layers there are. What it says of itself is not asked: its id, its group and its end are the kernel's.
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { deferred } from '../deferred.ts';
import { type Cgroup, makeCgroup } from './layers/cgroup.ts';
import { type Command, searchPath } from './layers/layer.ts';
import { type Layers, wrapAll } from './layers.ts';

export interface Program {
  readonly node: string;
  /** Flags of Node, main file, its arguments. */
  readonly args: readonly string[];
  /** All it may read beside Node and its libraries. */
  readonly reads: readonly string[];
}

/** Descriptors for its input and output. */
export interface Stdio {
  readonly stdin: number;
  readonly stdout: number;
}

export interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  /** Why it could not even be started. */
  readonly error: string | null;
}

export interface Launched {
  readonly group: Cgroup | null;
  /** Of Node itself: the launcher's own until it has told which process it made. */
  pid(): number | undefined;
  /** When `pid` is Node's, or the launcher will not say. */
  readonly named: Promise<void>;
  readonly ended: Promise<Ended>;
  /** It and all it may have started. */
  kill(): void;
  /** When it has ended and its control group was removed. */
  readonly gone: Promise<void>;
}

/** What is told of a process, in this order, by whoever starts it. */
export interface Watcher {
  started(pid: number | undefined): void;
  /** More of what its launcher says of what it made; null when it has said all. */
  info(text: string | null): void;
  ended(end: Ended): void;
}

/** In this thread, which is held up until the process runs its program: for a few. Its input and output are two streams. */
export function launch(layers: Layers, slot: number, program: Program): Launched & { readonly child: ChildProcess } {
  const group = groupFor(layers, slot);
  const { launched, watcher } = watched(group);
  const child = start(commandFor(layers, slot, program, group), null, watcher);
  return { ...launched, child };
}

export const groupFor = ({ hierarchies }: Layers, slot: number): Cgroup | null =>
  hierarchies === null ? null : makeCgroup(hierarchies, slot);

export const commandFor = (
  layers: Layers,
  slot: number,
  { node, args, reads }: Program,
  group: Cgroup | null,
): Command =>
  wrapAll(
    layers.all,
    { file: node, args, env: { PATH: searchPath }, reads, filterFile: null, descriptors: [] },
    { slot, groupFiles: group?.joinFiles ?? [] },
  );

export function start(command: Command, stdio: Stdio | null, watcher: Watcher): ChildProcess {
  // A filter is read once to its end, so each process gets a descriptor of its own.
  const opened = command.descriptors.map((wanted) => (wanted === 'pipe' ? wanted : openSync(wanted.file, 'r')));
  const child = spawn(command.file, command.args, {
    env: { ...command.env, NODE_ENV: 'production' },
    cwd: '/',
    stdio: [stdio?.stdin ?? 'pipe', stdio?.stdout ?? 'pipe', 'ignore', ...opened],
    detached: true,
    ...(command.uid === undefined ? {} : { uid: command.uid, gid: command.gid }),
  });
  for (const descriptor of opened) if (descriptor !== 'pipe') closeSync(descriptor);
  watcher.started(child.pid);
  const info = child.stdio.at(command.descriptors.indexOf('pipe') + 3);
  if (command.descriptors.includes('pipe') && isReadable(info)) {
    info.on('error', () => watcher.info(null));
    info.on('close', () => watcher.info(null));
    info.on('data', (chunk: Buffer) => watcher.info(chunk.toString('latin1')));
  } else watcher.info(null);
  child.once('exit', (code, signal) => watcher.ended({ code, signal, error: null }));
  child.on('error', (error) => watcher.ended({ code: null, signal: null, error: error.message }));
  return child;
}

/** A process that is about to be started, and the watcher to tell of it. */
export function watched(group: Cgroup | null): { readonly launched: Launched; readonly watcher: Watcher } {
  let outer: number | undefined;
  let inner: number | undefined;
  let told = '';
  let over = false;
  let killed = false;
  const named = deferred<void>();
  const end = deferred<Ended>();
  const kill = (): void => {
    killed = true;
    if (outer === undefined || over) return;
    try {
      // The launcher's group is its own. What it made is in another, and dies with it.
      process.kill(-outer, 'SIGKILL');
    } catch {
      // Not yet the first of a group, or gone.
      tryToKill(outer);
    }
  };
  return {
    launched: {
      group,
      pid: () => inner ?? outer,
      named: named.promise,
      ended: end.promise,
      kill,
      gone: end.promise.then(() => group?.remove()),
    },
    watcher: {
      started: (pid) => {
        outer = pid;
        if (killed) kill();
      },
      info: (text) => {
        told += text ?? '';
        const pid = /"child-pid": *(\d+)/.exec(told)?.[1];
        if (pid !== undefined) inner = Number(pid);
        if (pid !== undefined || text === null) named.resolve();
      },
      ended: (how) => {
        over = true;
        named.resolve();
        end.resolve(how);
      },
    },
  };
}

function tryToKill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended, which will be told.
  }
}

const isReadable = (stream: unknown): stream is Readable =>
  typeof stream === 'object' && stream !== null && 'readable' in stream && stream.readable === true;
