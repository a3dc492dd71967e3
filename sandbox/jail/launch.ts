// Starts one process inside all layers there are. What it says of itself is not asked: its id, its group and its end are the kernel's.
import { type ChildProcess, spawn, type SpawnOptions } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { deferred } from '../deferred.ts';
import { type Cgroup, makeCgroup } from './layers/cgroup.ts';
import { searchPath } from './layers/layer.ts';
import { type Layers, wrapAll } from './layers.ts';

export interface Program {
  readonly node: string;
  /** Flags of Node, main file, its arguments. */
  readonly args: readonly string[];
  /** All it may read beside Node and its libraries. */
  readonly reads: readonly string[];
}

export interface Launched {
  readonly child: ChildProcess;
  readonly group: Cgroup | null;
  /** Of Node itself: the launcher's own until it has told which process it made. */
  pid(): number | undefined;
  /** When `pid` is Node's, or the launcher will not say. */
  readonly named: Promise<void>;
  /** It and all it may have started. */
  kill(): void;
  /** When it has ended and its control group was removed. */
  readonly gone: Promise<void>;
}

export function launch(layers: Layers, slot: number, { node, args, reads }: Program): Launched {
  const group = layers.hierarchies === null ? null : makeCgroup(layers.hierarchies, slot);
  const command = wrapAll(
    layers.all,
    { file: node, args, env: { PATH: searchPath }, reads, filterFile: null, descriptors: [] },
    { slot, groupFiles: group?.joinFiles ?? [] },
  );
  // A filter is read once to its end, so each process gets a descriptor of its own.
  const opened = command.descriptors.map((wanted) => (wanted === 'pipe' ? wanted : openSync(wanted.file, 'r')));
  const options: SpawnOptions = {
    env: { ...command.env, NODE_ENV: 'production' },
    cwd: '/',
    stdio: ['pipe', 'pipe', 'ignore', ...opened],
    detached: true,
    ...(command.uid === undefined ? {} : { uid: command.uid, gid: command.gid }),
  };
  const child = spawn(command.file, command.args, options);
  for (const descriptor of opened) if (descriptor !== 'pipe') closeSync(descriptor);
  let inner: number | undefined;
  let told = '';
  const named = deferred<void>();
  const info = child.stdio.at(command.descriptors.indexOf('pipe') + 3);
  if (command.descriptors.includes('pipe') && isReadable(info)) {
    info.on('error', () => named.resolve());
    info.on('close', () => named.resolve());
    info.on('data', (chunk: Buffer) => {
      told += chunk.toString('latin1');
      const pid = /"child-pid": *(\d+)/.exec(told)?.[1];
      if (pid === undefined) return;
      inner = Number(pid);
      named.resolve();
    });
  } else named.resolve();
  let exited = false;
  const end = deferred<void>();
  const ended = (): void => {
    exited = true;
    end.resolve();
  };
  child.once('exit', ended);
  child.on('error', ended);
  return {
    child,
    group,
    gone: end.promise.then(() => group?.remove()),
    pid: () => inner ?? child.pid,
    named: named.promise,
    kill: () => {
      if (child.pid === undefined || exited) return;
      try {
        // The launcher's group is its own. What it made is in another, and dies with it.
        process.kill(-child.pid, 'SIGKILL');
      } catch {
        child.kill('SIGKILL');
      }
    },
  };
}

const isReadable = (stream: unknown): stream is Readable =>
  typeof stream === 'object' && stream !== null && 'readable' in stream && stream.readable === true;
