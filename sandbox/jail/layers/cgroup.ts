// A control group for each jailed process: the kernel kills it at the limit, to the page, and counts that it did. Version 1 (a
// hierarchy for memory, one for processes) and version 2 (one for all), wherever we may make groups beside or below our own.
import { randomBytes } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { rmdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inside, type Layer, missing } from './layer.ts';

/** Until a submission begins, and its own limit holds. */
const startBytesMax = 1024 * 2 ** 20;
/** Node's threads and isolated-vm's, which makes one more than there are cores. */
const threadsMax = 160;
const removeTriesMax = 200;
const ownToken = randomBytes(4).toString('hex');

/** The folders in which groups are made. */
export type Hierarchies =
  | { readonly version: 1; readonly memory: string; readonly pids: string | null }
  | { readonly version: 2; readonly unified: string };

export interface Cgroup {
  /** Whoever writes its process id here is in the group, and so are its children. */
  readonly joinFiles: readonly string[];
  /** From now on it may use so much more than it does now. Nothing when it is gone already. */
  limitMore(bytes: number): void;
  /** The most that it has used since then beyond what it used then. */
  grewBytes(): number;
  /** How often the kernel killed in it for want of memory. */
  oomKills(): number;
  /** Kills what is left in it; settles when it is gone. */
  remove(): Promise<void>;
}

/** Where groups may be made, or why not. */
export function findHierarchies(proc = '/proc/self'): Hierarchies | string {
  const mounts = mountsOf(read(`${proc}/mountinfo`));
  const own = ownGroups(read(`${proc}/cgroup`));
  const memory = folderOf(mounts, own, 'memory');
  if (memory !== null) {
    if (!writable(memory)) return `${memory} cannot be written`;
    const pids = folderOf(mounts, own, 'pids');
    return { version: 1, memory, pids: pids !== null && writable(pids) ? pids : null };
  }
  const start = folderOf(mounts, own, '');
  if (start === null) return 'no control groups are mounted';
  const root = mounts.find((mount) => mount.controllers.includes(''))?.folder ?? start;
  // Groups are made where memory is handed down already: turning that on in our own group would mean moving who else lives there.
  for (let at = start; at.startsWith(root); at = dirname(at)) {
    if (read(join(at, 'cgroup.subtree_control')).split(/\s+/).includes('memory'))
      return writable(at) && writable(join(at, 'cgroup.procs'))
        ? { version: 2, unified: at }
        : `${at} cannot be written`;
  }
  return 'the controller for memory is not handed down to any group above ours';
}

export function cgroupLayer(hierarchies: Hierarchies | string): Layer {
  if (typeof hierarchies === 'string')
    return missing('cgroup', `${hierarchies}; memory is limited by looking at it every 10 ms`);
  const where = hierarchies.version === 1 ? hierarchies.memory : hierarchies.unified;
  return {
    name: 'cgroup',
    on: true,
    detail: `version ${hierarchies.version}, in ${where}: memory is limited by the kernel${
      hierarchies.version === 1 && hierarchies.pids === null ? '' : `, and so are threads (${threadsMax})`
    }`,
    wrap: (command, { groupFiles }) =>
      groupFiles.length === 0
        ? command
        : inside(command, '/bin/sh', [
            '-c',
            'until [ "$1" = -- ]; do echo $$ >"$1" || exit 125; shift; done; shift; exec "$@"',
            'sh',
            ...groupFiles,
            '--',
          ]),
  };
}

/** Makes a group named for this process and `slot`; names are this module's, so nobody else's is touched. */
export function makeCgroup(hierarchies: Hierarchies, slot: number): Cgroup {
  const name = `gradgym-${process.pid}-${ownToken}-${slot}`;
  return hierarchies.version === 1 ? versionOne(hierarchies, name) : versionTwo(hierarchies.unified, name);
}

/**
 * Groups of judges that were killed before they could remove them, and what is left in them: bubblewrap ends with its parent, but the process
 * that it has just made waits for it for ever when that comes a moment too early.
 */
export function removeStale(hierarchies: Hierarchies, proc = '/proc'): void {
  const folders = hierarchies.version === 1 ? [hierarchies.memory, hierarchies.pids] : [hierarchies.unified];
  for (const folder of folders) {
    if (folder === null) continue;
    for (const name of readdirSync(folder)) {
      const [, pid, token] = /^gradgym-(\d+)-([0-9a-f]+)-\d+$/.exec(name) ?? [];
      // A process id comes again, in containers at once.
      const isDead = pid === String(process.pid) ? token !== ownToken : !existsSync(`/proc/${pid}`);
      if (pid !== undefined && isDead) void removeAll([join(folder, name)], proc);
    }
  }
}

function versionOne({ memory, pids }: Extract<Hierarchies, { version: 1 }>, name: string): Cgroup {
  const group = join(memory, name);
  mkdirSync(group);
  const limit = (bytes: number): void => {
    // Memory and swap together, where the kernel counts swap; it never lets the first pass the second, so they go up in the other order.
    const names = ['memory.limit_in_bytes', 'memory.memsw.limit_in_bytes'].filter((name) =>
      existsSync(join(group, name)),
    );
    const isRise = bytes > Number(read(join(group, 'memory.limit_in_bytes')));
    for (const name of isRise ? names.toReversed() : names) write(group, name, bytes);
  };
  limit(startBytesMax);
  let before = 0;
  const folders = [group];
  if (pids !== null) {
    const threads = join(pids, name);
    mkdirSync(threads);
    write(threads, 'pids.max', threadsMax);
    folders.push(threads);
  }
  return {
    joinFiles: folders.map((folder) => join(folder, 'cgroup.procs')),
    limitMore: (bytes) => {
      if (!existsSync(group)) return;
      before = Number(read(join(group, 'memory.usage_in_bytes')));
      limit(before + bytes);
      write(group, 'memory.max_usage_in_bytes', 0);
    },
    grewBytes: () => Math.max(0, Number(read(join(group, 'memory.max_usage_in_bytes'))) - before),
    oomKills: () => counter(read(join(group, 'memory.oom_control')), 'oom_kill'),
    remove: () => removeAll(folders),
  };
}

function versionTwo(unified: string, name: string): Cgroup {
  const group = join(unified, name);
  mkdirSync(group);
  write(group, 'memory.max', startBytesMax);
  if (existsSync(join(group, 'memory.swap.max'))) write(group, 'memory.swap.max', 0);
  write(group, 'memory.oom.group', 1);
  if (existsSync(join(group, 'pids.max'))) write(group, 'pids.max', threadsMax);
  const peak = (): number => Number(read(join(group, 'memory.peak')));
  let [before, peakBefore] = [0, 0];
  return {
    joinFiles: [join(group, 'cgroup.procs')],
    limitMore: (bytes) => {
      if (!existsSync(group)) return;
      before = Number(read(join(group, 'memory.current')));
      peakBefore = peak();
      write(group, 'memory.max', before + bytes);
    },
    // Kept since the group was made: what does not pass the start's peak is not seen.
    grewBytes: () => (peak() > peakBefore ? Math.max(0, peak() - before) : 0),
    oomKills: () => counter(read(join(group, 'memory.events')), 'oom_kill'),
    remove: () => removeAll([group]),
  };
}

/** A group can go when its last process is gone, which is a moment after it was killed; what hid from that is killed here. */
async function removeAll(folders: readonly string[], proc = '/proc'): Promise<void> {
  for (const folder of folders) {
    for (let tries = 0; tries < removeTriesMax && !(await tryRemove(folder)); tries++) {
      // Ids come again soon on a busy machine: the process itself must say that it is in the group. Of another namespace's, the id is 0.
      for (const pid of read(join(folder, 'cgroup.procs')).split('\n').filter(Boolean))
        if (Number(pid) > 0 && read(join(proc, pid, 'cgroup')).includes(`/${basename(folder)}\n`)) tryKill(Number(pid));
      await sleep(10);
    }
  }
}
function tryKill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended meanwhile.
  }
}
/** The kernel may take a tenth of a second for it. */
async function tryRemove(folder: string): Promise<boolean> {
  try {
    await rmdir(folder);
    return true;
  } catch {
    return !existsSync(folder);
  }
}

interface Mount {
  readonly folder: string;
  /** The group that the folder shows: '/' but in containers. */
  readonly group: string;
  /** Names of controllers; one empty name is version 2. */
  readonly controllers: readonly string[];
}

function mountsOf(mountinfo: string): Mount[] {
  return mountinfo.split('\n').flatMap((line) => {
    const [before = '', after = ''] = line.split(' - ');
    const [, , , group = '', folder = ''] = before.split(' ');
    const [type, , options = ''] = after.split(' ');
    if (type === 'cgroup2') return [{ folder, group, controllers: [''] }];
    return type === 'cgroup' ? [{ folder, group, controllers: options.split(',') }] : [];
  });
}
/** Path of our group by controller; '' is version 2. */
function ownGroups(text: string): Map<string, string> {
  return new Map(
    text.split('\n').flatMap((line) => {
      const [, names = '', ...path] = line.split(':');
      return path.length === 0 ? [] : names.split(',').map((name) => [name, path.join(':')] as const);
    }),
  );
}
function folderOf(mounts: readonly Mount[], own: ReadonlyMap<string, string>, controller: string): string | null {
  const path = own.get(controller);
  const mount = mounts.find(({ controllers }) => controllers.includes(controller));
  if (path === undefined || !mount) return null;
  const below = mount.group === '/' ? path : path.startsWith(mount.group) ? path.slice(mount.group.length) : '/';
  const folder = resolve(join(mount.folder, below));
  return existsSync(folder) ? folder : mount.folder;
}

const counter = (text: string, name: string): number =>
  Number(new RegExp(`^${name} (\\d+)$`, 'm').exec(text)?.[1] ?? 0);
const write = (folder: string, file: string, value: number): void => writeFileSync(join(folder, file), String(value));
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
function writable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
