// The filter's bytes, run as the kernel runs them: over every system call number and the arguments that matter, for both machines.
import { describe, expect, test } from 'vitest';
import { filterBytes } from './filter.ts';
import { auditArch, type Machine, numberOf, type Syscall, syscalls } from './syscalls.ts';

const machines: readonly Machine[] = ['x64', 'arm64'];
const names = Object.keys(syscalls) as Syscall[];

/** An interpreter of the classic BPF that seccomp(2) knows, written from its documentation and not from our encoder. */
function simulate(program: Uint8Array, data: DataView): number {
  const view = new DataView(program.buffer, program.byteOffset, program.byteLength);
  let accumulator = 0;
  for (let pc = 0; ; pc++) {
    if (pc * 8 >= program.length) throw new Error('it ran past its end');
    const code = view.getUint16(pc * 8, true);
    const k = view.getUint32(pc * 8 + 4, true);
    const skip = (holds: boolean): void => {
      pc += view.getUint8(pc * 8 + (holds ? 2 : 3));
    };
    if (code === 0x20) accumulator = data.getUint32(k, true);
    else if (code === 0x54) accumulator = (accumulator & k) >>> 0;
    else if (code === 0x15) skip(accumulator === k);
    else if (code === 0x35) skip(accumulator >= k);
    else if (code === 0x06) return k;
    else throw new Error(`an instruction of code ${code}`);
  }
}

function decide(machine: Machine, number: number, args: readonly bigint[] = [], arch = auditArch[machine]): string {
  const bytes = filterBytes(machine);
  if (!bytes) throw new Error('no filter');
  const data = new DataView(new ArrayBuffer(64));
  data.setUint32(0, number >>> 0, true);
  data.setUint32(4, arch, true);
  for (const [i, value] of args.entries()) data.setBigUint64(16 + 8 * i, BigInt.asUintN(64, value), true);
  const verdict = simulate(bytes, data);
  if (verdict === 0x7fff0000) return 'allowed';
  if (verdict === 0x80000000) return 'killed';
  if (verdict === 0x00050001) return 'EPERM';
  return verdict === 0x00050026 ? 'ENOSYS' : verdict.toString(16);
}
const call = (machine: Machine, name: Syscall, ...args: readonly bigint[]): string => {
  const number = numberOf(name, machine);
  return number === null ? 'none' : decide(machine, number, args);
};

describe.each(machines)('on %s', (machine) => {
  test.each([
    [
      'allowed',
      'read write mmap munmap mprotect futex close fstat statx getrandom exit_group rt_sigreturn epoll_pwait',
    ],
    ['EPERM', 'socket socketpair connect bind listen accept accept4 sendto sendmsg recvfrom recvmsg'],
    ['EPERM', 'execveat kill tkill tgkill rt_sigqueueinfo rt_tgsigqueueinfo pidfd_open pidfd_send_signal'],
    [
      'EPERM',
      'flock getdents64 mkdirat unlinkat renameat2 symlinkat linkat mknodat ftruncate fallocate fchmod memfd_create',
    ],
    ['EPERM', 'setuid setgid setresuid setgroups capset setrlimit setpriority sched_setaffinity seccomp'],
    ['EPERM', 'shmget msgget semget mq_open inotify_init1 fanotify_init splice vmsplice mlock timer_create setsid'],
    ['ENOSYS', 'clone3 openat2 io_uring_setup io_uring_enter io_uring_register'],
    ['killed', 'ptrace process_vm_readv process_vm_writev keyctl add_key request_key bpf perf_event_open'],
    ['killed', 'unshare setns mount umount2 pivot_root chroot userfaultfd pidfd_getfd open_by_handle_at personality'],
  ])('%s: %s', (decision, list) => {
    for (const name of list.split(' ') as Syscall[])
      expect([name, call(machine, name)]).toStrictEqual([name, decision]);
  });

  test('a thread is allowed; a process, a namespace and both are not', () => {
    // What the C library asks for when it makes a thread.
    const thread = 0x3d0f00n;
    expect(call(machine, 'clone', thread)).toBe('allowed');
    expect(call(machine, 'clone', 17n)).toBe('EPERM');
    expect(call(machine, 'clone', 0x4111n)).toBe('EPERM');
    for (const namespace of [
      0x80n,
      0x20000n,
      0x2000000n,
      0x4000000n,
      0x8000000n,
      0x10000000n,
      0x20000000n,
      0x40000000n,
    ])
      expect(call(machine, 'clone', thread | namespace)).toBe('EPERM');
  });
  test('files are opened to be read only', () => {
    const cwd = -100n;
    expect(call(machine, 'openat', cwd, 0x1000n, 0o2000000n)).toBe('allowed');
    for (const flags of [1n, 2n, 0o100n, 0o101n, 0o1000n, 0o2000n, 0o20200000n | 2n])
      expect(call(machine, 'openat', cwd, 0x1000n, flags)).toBe('EPERM');
  });
  test('descriptors can be copied and marked, not locked, leased or made to signal', () => {
    for (const command of [0n, 1n, 2n, 3n, 4n, 1030n]) expect(call(machine, 'fcntl', 0n, command)).toBe('allowed');
    for (const command of [5n, 6n, 7n, 8n, 10n, 15n, 36n, 37n, 38n, 1024n, 1026n, 1031n, 1033n])
      expect(call(machine, 'fcntl', 0n, command)).toBe('EPERM');
  });
  test('terminals cannot be typed into, and devices not be told anything', () => {
    for (const request of [0x5412n, 0x541cn, 0x5413n, 0x8933n, 0xc0045878n])
      expect(call(machine, 'ioctl', 0n, request)).toBe('EPERM');
  });
  test('the process may name its threads and nothing else of itself', () => {
    expect(call(machine, 'prctl', 15n)).toBe('allowed');
    for (const option of [1n, 4n, 8n, 22n, 24n, 36n, 38n, 0x59616d61n])
      expect(call(machine, 'prctl', option)).toBe('EPERM');
  });
  test('limits are read, of itself only, and never set', () => {
    expect(call(machine, 'prlimit64', 0n, 7n, 0n, 0x1000n)).toBe('allowed');
    expect(call(machine, 'prlimit64', 0n, 7n, 0x1000n, 0n)).toBe('EPERM');
    expect(call(machine, 'prlimit64', 0n, 7n, 0x7f0000000000n, 0n)).toBe('EPERM');
    expect(call(machine, 'prlimit64', 1n, 7n, 0n, 0x1000n)).toBe('EPERM');
  });
  test('another machine by name is killed at any number', () => {
    for (const arch of [0x40000003, 0xc00000b7, 0xc000003e, 0x40000028, 0].filter((a) => a !== auditArch[machine]))
      for (const number of [0, 1, 60, 93, 221, 435]) expect(decide(machine, number, [], arch)).toBe('killed');
  });
  test('of all numbers there are, exactly the named ones are let through', () => {
    const open = new Set(
      names.filter((name) => numberOf(name, machine) !== null).map((name) => numberOf(name, machine)),
    );
    for (let number = 0; number < 1024; number++) {
      const decision = decide(machine, number, [0n, 0n, 0n]);
      if (!open.has(number)) expect([number, decision]).toStrictEqual([number, 'EPERM']);
    }
    const allowed = Array.from({ length: 1024 }, (_, n) => n).filter((n) => decide(machine, n) === 'allowed');
    expect(allowed.length).toBeLessThan(90);
  });
});

test('x32 numbers are killed on x64', () => {
  for (const number of [0x40000000, 0x40000001, 0x4000003b, 0xffffffff]) expect(decide('x64', number)).toBe('killed');
});
test('processors whose numbers are not known get no filter rather than a wrong one', () => {
  expect(filterBytes('riscv64')).toBeNull();
});
test('no number stands for two calls, and none was forgotten on one machine', () => {
  for (const machine of machines) {
    const numbers = names.map((name) => numberOf(name, machine)).filter((n) => n !== null);
    expect(new Set(numbers).size).toBe(numbers.length);
  }
});
