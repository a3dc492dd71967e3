// The filter of system calls in the kernel, tried by machine code in the jail. On x86_64 with bubblewrap, which loads it; its bytes are
// tested for both machines, everywhere, beside their source.
import { mkdtempSync, rmSync, writeFileSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { prepareJailFolder } from '#sandbox/jail/bundle.ts';
import { launch } from '#sandbox/jail/launch.ts';
import { isRoot } from '#sandbox/jail/layers/user.ts';
import { availableLayers } from '#sandbox/jail/layers.ts';
import { numberOf, type Syscall } from '#sandbox/jail/seccomp/syscalls.ts';
import type { LayerName } from '#sandbox/status.ts';
import { answers, type Call, program } from './machine-code.ts';

const data = mkdtempSync(join(tmpdir(), 'gradgym-machine-code-'));
chmodSync(data, 0o755);
const folder = await prepareJailFolder({ unprivileged: isRoot(), dataFolder: data });
afterAll(() => rmSync(data, { recursive: true, force: true }));
const offered = availableLayers(folder).all.some((layer) => layer.name === 'seccomp' && layer.on);
const possible = offered && process.arch === 'x64';

let count = 0;
async function run(calls: readonly Call[], without: readonly LayerName[] = [], before: readonly number[] = []) {
  const file = join(data, `program-${count++}`);
  writeFileSync(file, program(calls, before), { mode: 0o755 });
  const { child, gone, pid } = launch(availableLayers(folder, without), count, { node: file, args: [], reads: [] });
  const output: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => output.push(chunk));
  child.stdin?.on('error', () => {});
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  await gone;
  return { code, answers: answers(Buffer.concat(output)), pid: pid() };
}
const call = (name: Syscall, ...args: readonly bigint[]): Call => [numberOf(name, 'x64') ?? -2, ...args];
const EPERM = -1;
const ENOSYS = -38;
const sigsys = 128 + 31;

const refused: readonly (readonly [string, Call])[] = [
  ['a TCP socket', call('socket', 2n, 1n, 0n)],
  ['a UDP socket', call('socket', 2n, 2n, 0n)],
  ['a local socket', call('socket', 1n, 1n, 0n)],
  ['a socket of the kernel', call('socket', 16n, 3n, 0n)],
  ['a pair of sockets', call('socketpair', 1n, 1n, 0n, 0n)],
  ['a process by clone', call('clone', 17n)],
  ['a process in new namespaces', call('clone', 0x10000000n | 17n)],
  ['a signal to itself', call('kill', 1n, 0n)],
  ['a signal to all', call('kill', -1n, 0n)],
  ['a signal to a thread', call('tgkill', 1n, 1n, 0n)],
  ['a handle of a process', call('pidfd_open', 1n, 0n)],
  ['a file in memory', call('memfd_create', 0n, 0n)],
  ['running a descriptor', call('execveat', 0n, 0n, 0n, 0n, 0x1000n)],
  ['making a file', call('openat', -100n, 0n, 0o101n, 0o600n)],
  ['opening to write', call('openat', -100n, 0n, 1n)],
  ['a listing', call('getdents64', 0n, 0n, 0n)],
  ['a lock', call('flock', 0n, 2n)],
  ['a lock of a range', call('fcntl', 0n, 6n, 0n)],
  ['a lease', call('fcntl', 0n, 1024n, 1n)],
  ['typing into a terminal', call('ioctl', 0n, 0x5412n, 0n)],
  ['becoming root', call('setuid', 0n)],
  ['a limit of its own', call('prlimit64', 0n, 7n, 0x400000n, 0n)],
  ['a limit of another', call('prlimit64', 2n, 7n, 0n, 0n)],
  ['another filter', call('seccomp', 1n, 0n, 0n)],
  ['living on after its parent', call('prctl', 1n, 0n)],
  ['shared memory', call('shmget', 0n, 4096n, 0o1600n)],
  ['a message queue', call('msgget', 0n, 0o1600n)],
  ['watching files', call('inotify_init1', 0n)],
  ['locked memory', call('mlock', 0x400000n, 4096n)],
  ['another session', call('setsid')],
];
const fatal: readonly (readonly [string, Call])[] = [
  ['being traced', call('ptrace', 0n)],
  ['reading another memory', call('process_vm_readv', 1n, 0n, 0n, 0n, 0n, 0n)],
  ['a namespace', call('unshare', 0x10000000n)],
  ['a mount', call('mount', 0n, 0n, 0n, 0n, 0n)],
  ['a key', call('keyctl', 0n, -3n, 0n)],
  ['a program in the kernel', call('bpf', 0n, 0n, 0n)],
  ['performance counters', call('perf_event_open', 0n, 0n, -1n, -1n, 0n)],
  ['faults of its own', call('userfaultfd', 0n)],
  ['a number of x32', [0x40000000 + 39]],
];

describe.each(possible ? [[refused, fatal] as const] : [])('in the jail, machine code', (calls, deadly) => {
  test('can do what it must, and is the first process of its namespace', async () => {
    const ran = await run([call('getpid'), call('execve', 0n, 0n, 0n), call('prlimit64', 0n, 7n, 0n, 0n)]);
    expect(ran).toMatchObject({ code: 0, answers: [1, -14, 0] });
  });
  test.each(calls)('is refused %s', async (_name, wanted) => {
    expect(await run([wanted])).toMatchObject({ code: 0, answers: [EPERM] });
  });
  test('is told that the kernel has no io_uring and no clone3', async () => {
    const names = ['io_uring_setup', 'io_uring_enter', 'io_uring_register', 'clone3'] as const;
    expect((await run(names.map((name) => call(name, 0n, 0n)))).answers).toStrictEqual(names.map(() => ENOSYS));
  });
  test.each(deadly)('dies of %s', async (_name, wanted) => {
    expect(await run([wanted])).toMatchObject({ code: sigsys, answers: [] });
  });
  test('dies of a call of the 32-bit machine', async () => {
    // mov eax, getpid; int 0x80
    expect(await run([], [], [0xb8, 20, 0, 0, 0, 0xcd, 0x80])).toMatchObject({ code: sigsys, answers: [] });
  });
  test('would get sockets, processes, locks and keys without the filter', async () => {
    const wanted = [call('socket', 2n, 1n, 0n), call('kill', 1n, 0n), call('flock', 0n, 2n), call('ptrace', 0n)];
    const { code, answers: got } = await run(wanted, ['seccomp']);
    expect(code).toBe(0);
    expect(got.slice(0, 2).every((answer) => answer >= 0)).toBe(true);
    expect(got.filter((answer) => answer === EPERM)).toStrictEqual([]);
  });
});

test('a host that has bubblewrap has the filter', () => {
  const layers = availableLayers(folder).all;
  const on = (name: LayerName): boolean => layers.some((layer) => layer.name === name && layer.on);
  expect(on('seccomp')).toBe(on('bubblewrap') && ['x64', 'arm64'].includes(process.arch));
});
