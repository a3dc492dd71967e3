// Which system calls a jailed process may make: what Node needs to run one script that reads and writes open pipes, with threads, and
// nothing else. All others fail with EPERM; those that only an attacker makes end the process.
import { action, and, dataOffset, encode, give, ifAtLeast, ifEqual, type Instruction, load } from './bpf.ts';
import { auditArch, type Machine, numberOf, type Syscall } from './syscalls.ts';

const EPERM = 1;
const ENOSYS = 38;

/** Most frequent first: the filter is walked from the top. */
const allowed: readonly Syscall[] = [
  ...(['futex', 'read', 'write', 'madvise', 'mmap', 'munmap', 'mprotect', 'brk', 'clock_gettime', 'getpid'] as const),
  ...(['readv', 'writev', 'pread64', 'close', 'close_range', 'lseek', 'dup', 'pipe2'] as const),
  ...(['stat', 'lstat', 'fstat', 'newfstatat', 'statx', 'access', 'faccessat', 'faccessat2'] as const),
  ...(['readlink', 'readlinkat', 'getcwd'] as const),
  ...(['mremap', 'membarrier', 'pkey_alloc', 'pkey_free', 'pkey_mprotect'] as const),
  ...(['set_robust_list', 'get_robust_list', 'set_tid_address', 'rseq', 'sched_yield'] as const),
  ...(['sched_getaffinity', 'sched_getparam', 'sched_getscheduler'] as const),
  ...(['sched_get_priority_max', 'sched_get_priority_min'] as const),
  ...(['nanosleep', 'clock_nanosleep', 'clock_getres', 'gettimeofday', 'time'] as const),
  ...(['epoll_create1', 'epoll_ctl', 'epoll_wait', 'epoll_pwait', 'eventfd2', 'poll', 'ppoll'] as const),
  // The launcher starts Node by it, so it cannot be refused; without fork it only replaces the process itself, under this same filter.
  'execve',
  ...(['exit', 'exit_group', 'restart_syscall'] as const),
  ...(['rt_sigaction', 'rt_sigprocmask', 'rt_sigreturn', 'sigaltstack'] as const),
  ...(['gettid', 'getppid', 'getuid', 'geteuid', 'getgid', 'getegid', 'getgroups', 'getresuid', 'getresgid'] as const),
  ...(['capget', 'getrlimit', 'getrusage', 'sysinfo', 'uname', 'getcpu', 'getrandom', 'arch_prctl'] as const),
];

/** The C library tries these first and knows what to do without. */
const unknown: readonly Syscall[] = ['clone3', 'openat2', 'io_uring_setup', 'io_uring_enter', 'io_uring_register'];

/** No honest process of ours makes these. */
const killed: readonly Syscall[] = [
  ...(['ptrace', 'process_vm_readv', 'process_vm_writev', 'process_madvise', 'kcmp', 'pidfd_getfd'] as const),
  ...(['keyctl', 'add_key', 'request_key', 'bpf', 'perf_event_open', 'userfaultfd'] as const),
  ...(['unshare', 'setns', 'mount', 'umount2', 'pivot_root', 'chroot'] as const),
  ...(['open_tree', 'move_mount', 'fsopen', 'fsmount', 'mount_setattr'] as const),
  ...([
    'open_by_handle_at',
    'name_to_handle_at',
    'kexec_load',
    'init_module',
    'finit_module',
    'delete_module',
  ] as const),
  ...(['reboot', 'swapon', 'iopl', 'ioperm', 'modify_ldt', 'personality', 'quotactl', 'acct', 'syslog'] as const),
];

/** fcntl(2) without locks, leases, owners and signals, which other processes would notice. */
const fcntlCommands = { F_DUPFD: 0, F_GETFD: 1, F_SETFD: 2, F_GETFL: 3, F_SETFL: 4, F_DUPFD_CLOEXEC: 1030 };
const ioctlRequests = { TCGETS: 0x5401, FIONBIO: 0x5421, FIONREAD: 0x541b, FIOCLEX: 0x5451, FIONCLEX: 0x5450 };
const prctlOptions = { PR_SET_NAME: 15, PR_GET_NAME: 16, PR_SET_VMA: 0x53564d41 };
const CLONE_THREAD = 0x00010000;
/** A new namespace of any kind; CLONE_NEWTIME shares its bit with the exit signal, which a thread has not. */
const CLONE_NEW = 0x7e020080;
/** Access other than reading, O_CREAT, O_TRUNC, O_APPEND, O_TMPFILE: the same bits on both machines. */
const openToWrite = 0x3 | 0x40 | 0x200 | 0x400 | 0x400000;

const low = (argument: number): Instruction => load(dataOffset.argument(argument));
const high = (argument: number): Instruction => load(dataOffset.argument(argument) + 4);
const refuse = give(action.errno(EPERM));
const allow = give(action.allow);

/** Allowed when the 32-bit argument is one of these. */
function oneOf(argument: number, values: Readonly<Record<string, number>>): Instruction[] {
  const tests = Object.values(values).flatMap((value) => [ifEqual(value, 0, 1), allow]);
  return [low(argument), ...tests, refuse];
}
/** Allowed when none of these bits is set. */
const without = (argument: number, bits: number): Instruction[] => [
  low(argument),
  and(bits),
  ifEqual(0, 0, 1),
  allow,
  refuse,
];

const conditional: readonly (readonly [Syscall, readonly Instruction[]])[] = [
  ['openat', without(2, openToWrite)],
  ['open', without(1, openToWrite)],
  ['fcntl', oneOf(1, fcntlCommands)],
  ['ioctl', oneOf(1, ioctlRequests)],
  ['prctl', oneOf(0, prctlOptions)],
  // A thread of this process, in its own namespaces.
  ['clone', [low(0), and(CLONE_THREAD | CLONE_NEW), ifEqual(CLONE_THREAD, 0, 1), allow, refuse]],
  // Its own limits, to read.
  ['prlimit64', [low(0), ifEqual(0, 0, 5), low(2), ifEqual(0, 0, 3), high(2), ifEqual(0, 0, 1), allow, refuse]],
];

export function filterProgram(machine: Machine): readonly Instruction[] {
  const rule = (name: Syscall, body: readonly Instruction[]): Instruction[] => {
    const number = numberOf(name, machine);
    return number === null ? [] : [ifEqual(number, 0, body.length), ...body];
  };
  return [
    load(dataOffset.arch),
    ifEqual(auditArch[machine], 1, 0),
    give(action.killProcess),
    load(dataOffset.number),
    // x32, which has numbers of its own: the same machine by name.
    ...(machine === 'x64' ? [ifAtLeast(0x40000000, 0, 1), give(action.killProcess)] : []),
    ...allowed.flatMap((name) => rule(name, [allow])),
    ...conditional.flatMap(([name, body]) => rule(name, body)),
    ...unknown.flatMap((name) => rule(name, [give(action.errno(ENOSYS))])),
    ...killed.flatMap((name) => rule(name, [give(action.killProcess)])),
    refuse,
  ];
}

/** The filter as bubblewrap's `--seccomp` reads it; null for a machine whose numbers are not known here. */
export function filterBytes(arch: string = process.arch): Uint8Array | null {
  return arch === 'x64' || arch === 'arm64' ? encode(filterProgram(arch)) : null;
}
