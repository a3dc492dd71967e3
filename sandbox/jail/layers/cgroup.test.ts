// Where groups are made and what is written into them, on made-up trees; tests/sandbox has the real ones of the machine.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { findHierarchies, makeCgroup, removeStale } from './cgroup.ts';

let tree: string;
beforeEach(() => {
  tree = mkdtempSync(join(tmpdir(), 'gradgym-cgroup-'));
});
afterEach(() => rmSync(tree, { recursive: true, force: true }));

function files(contents: Record<string, string>): void {
  for (const [path, text] of Object.entries(contents)) {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), text);
  }
}
const mount = (group: string, folder: string, type: string, options: string): string =>
  `31 23 0:28 ${group} ${join(tree, folder)} rw,relatime shared:9 - ${type} ${type} rw,${options}`;
const find = (cgroup: string, ...mounts: readonly string[]) => {
  files({ 'proc/cgroup': cgroup, 'proc/mountinfo': `${mounts.join('\n')}\n` });
  return findHierarchies(join(tree, 'proc'));
};

describe('version 2', () => {
  const unified = () => mount('/', 'fs', 'cgroup2', 'nsdelegate');
  test('groups are made in the nearest group above ours that hands memory down', () => {
    files({
      'fs/cgroup.subtree_control': 'cpu memory pids',
      'fs/user.slice/cgroup.subtree_control': 'memory pids\n',
      'fs/user.slice/cgroup.procs': '',
      'fs/user.slice/session.scope/cgroup.subtree_control': '\n',
    });
    expect(find('0::/user.slice/session.scope\n', unified())).toStrictEqual({
      version: 2,
      unified: join(tree, 'fs/user.slice'),
    });
  });
  test('in a container whose group is hidden, the mount is the group', () => {
    files({ 'fs/cgroup.subtree_control': 'memory', 'fs/cgroup.procs': '' });
    expect(find('0::/\n', mount('/docker/abc', 'fs', 'cgroup2', 'ro'))).toMatchObject({ unified: join(tree, 'fs') });
  });
  test('where nobody hands memory down, that is the reason', () => {
    files({ 'fs/cgroup.subtree_control': 'hugetlb', 'fs/a/cgroup.subtree_control': '' });
    expect(find('0::/a\n', unified())).toMatch(/controller for memory is not handed down/);
  });
  test('a group has its limits before anyone enters, then the submission its own', () => {
    mkdirSync(join(tree, 'fs'));
    const group = makeCgroup({ version: 2, unified: join(tree, 'fs') }, 7);
    const [name = ''] = readdirSync(join(tree, 'fs'));
    expect(name).toMatch(new RegExp(`^gradgym-${process.pid}-[0-9a-f]{8}-7$`));
    const folder = join(tree, 'fs', name);
    const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
    expect(group.joinFiles).toStrictEqual([join(folder, 'cgroup.procs')]);
    expect([read('memory.max'), read('memory.oom.group')]).toStrictEqual([String(2 ** 30), '1']);
    writeFileSync(join(folder, 'memory.current'), '1000\n');
    group.limitMore(234);
    expect(read('memory.max')).toBe('1234');
    expect(group.oomKills()).toBe(0);
    writeFileSync(join(folder, 'memory.events'), 'low 0\nhigh 4\nmax 9\noom 2\noom_kill 1\noom_group_kill 3\n');
    expect(group.oomKills()).toBe(1);
  });
});

describe('version 1', () => {
  test('memory and processes have a folder each, and processes may be missing', () => {
    files({ 'memory/own/tasks': '', 'pids/tasks': '' });
    const memory = mount('/', 'memory', 'cgroup', 'memory');
    const pids = mount('/', 'pids', 'cgroup', 'pids');
    const own = '8:pids:/\n4:memory:/own\n0::/\n';
    expect(find(own, memory, pids)).toStrictEqual({
      version: 1,
      memory: join(tree, 'memory/own'),
      pids: join(tree, 'pids'),
    });
    expect(find(own, memory)).toMatchObject({ version: 1, pids: null });
  });
  test('version 1 is used where both are mounted and memory is in it', () => {
    files({ 'memory/tasks': '', 'fs/cgroup.subtree_control': 'hugetlb' });
    const both = [mount('/', 'fs', 'cgroup2', ''), mount('/', 'memory', 'cgroup', 'memory')] as const;
    expect(find('4:memory:/\n0::/\n', ...both)).toMatchObject({ version: 1 });
  });
  test('groups of judges that are dead are removed, those of the living stay', async () => {
    const memory = join(tree, 'memory');
    const left = ['gradgym-1-00000000-1', 'somebody-else'];
    // One of a process that is gone, one of an earlier process with our id.
    const dead = ['gradgym-4194304999-00000000-1', `gradgym-${process.pid}-00000000-1`];
    for (const name of [...left, ...dead]) mkdirSync(join(memory, name), { recursive: true });
    const { joinFiles } = makeCgroup({ version: 1, memory, pids: null }, 3);
    removeStale({ version: 1, memory, pids: null });
    const staying = [...left, basename(dirname(joinFiles[0] ?? ''))].toSorted();
    await vi.waitFor(() => expect(readdirSync(memory).toSorted()).toStrictEqual(staying));
  });
  test('what is left in the group of a dead judge is killed', async () => {
    const memory = join(tree, 'left');
    const stale = join(memory, 'gradgym-4194304999-00000000-2');
    mkdirSync(stale, { recursive: true });
    const [left, another] = [0, 1].map(() => spawn('/bin/sleep', ['1000'], { stdio: 'ignore' }));
    if (!left || !another) return expect.unreachable();
    const ended = once(left, 'exit');
    // 0: one that has no number in our namespace. The last has left the group, or its id is another's by now.
    writeFileSync(join(stale, 'cgroup.procs'), `0\n${left.pid}\n${another.pid}\n`);
    files({
      [`proc/${left.pid}/cgroup`]: '8:pids:/\n4:memory:/gradgym-4194304999-00000000-2\n',
      [`proc/${another.pid}/cgroup`]: '4:memory:/gradgym-4194304999-00000000-25\n',
    });
    removeStale({ version: 1, memory, pids: null }, join(tree, 'proc'));
    expect(await ended).toStrictEqual([null, 'SIGKILL']);
    expect([another.exitCode, another.signalCode]).toStrictEqual([null, null]);
    another.kill();
  });
});

test('without control groups, that is the reason', () => {
  expect(find('', '31 23 0:28 / /proc rw - proc proc rw')).toBe('no control groups are mounted');
});
