// The layers around a jailed process, outermost first. Each says whether this host offers it, and changes the command that is started.
import { execFileSync } from 'node:child_process';

export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly env: { readonly [name: string]: string };
  readonly uid?: number;
  readonly gid?: number;
}

export interface Layer {
  readonly name: string;
  readonly on: boolean;
  /** What it does here, or why it is missing. */
  readonly detail: string;
  /** `slot` tells jailed processes that live at the same time apart. */
  wrap(command: Command, slot: number): Command;
}

export interface LayerStatus {
  readonly name: string;
  readonly on: boolean;
  readonly detail: string;
}

const unchanged = (command: Command): Command => command;
const missing = (name: string, detail: string): Layer => ({ name, on: false, detail, wrap: unchanged });

/** Far above the users a system makes; one each, so that jailed processes cannot signal one another. */
const uidBase = 64_800;
const uidCount = 200;
const addressSpaceBytes = 4 * 2 ** 30;
const cpuSecondsMax = 60;

function unprivilegedUser(isRoot: boolean): Layer {
  if (!isRoot) return missing('user', 'not started as root: jailed processes run as the same user as the service');
  return {
    name: 'user',
    on: true,
    detail: `uids ${uidBase} to ${uidBase + uidCount - 1}, no groups`,
    wrap: (command, slot) => ({ ...command, uid: uidBase + (slot % uidCount), gid: uidBase + (slot % uidCount) }),
  };
}

function noNewPrivileges(): Layer {
  const args = ['--no-new-privs', '--pdeathsig', 'KILL', '--'];
  if (!runs('setpriv', [...args, 'true'])) return missing('no-new-privs', 'setpriv (util-linux) is not installed');
  return {
    name: 'no-new-privs',
    on: true,
    detail: 'setpriv: no new privileges, dies with the judge',
    wrap: (command) => ({ ...command, file: 'setpriv', args: [...args, command.file, ...command.args] }),
  };
}

function resourceLimits(): Layer {
  const limits = [
    '--core=0',
    '--fsize=0',
    '--nofile=64',
    '--memlock=0',
    `--cpu=${cpuSecondsMax}`,
    `--as=${addressSpaceBytes}`,
    '--',
  ];
  if (runs('prlimit', [...limits, 'true'])) {
    return {
      name: 'rlimits',
      on: true,
      detail: 'prlimit: no core, no files, 64 descriptors, 60 s CPU, 4 GiB of addresses',
      wrap: (command) => ({ ...command, file: 'prlimit', args: [...limits, command.file, ...command.args] }),
    };
  }
  const script = `ulimit -c 0; ulimit -f 0; ulimit -n 64; ulimit -t ${cpuSecondsMax}; ulimit -v ${addressSpaceBytes / 1024}; exec "$@"`;
  if (!runs('sh', ['-c', script, 'sh', 'true'])) return missing('rlimits', 'neither prlimit nor a shell with ulimit');
  return {
    name: 'rlimits',
    on: true,
    detail: 'ulimit: no core, no files, 64 descriptors, 60 s CPU, 4 GiB of addresses',
    wrap: (command) => ({ ...command, file: 'sh', args: ['-c', script, 'sh', command.file, ...command.args] }),
  };
}

const emptyEnvironment: Layer = {
  name: 'environment',
  on: true,
  detail: 'PATH and NODE_ENV only',
  wrap: (command) => ({ ...command, env: { PATH: '/usr/bin:/bin' } }),
};

/** Wrapped from the innermost outwards: the last in the list is nearest to Node. */
export function availableLayers(): readonly Layer[] {
  const linux = process.platform === 'linux';
  return [
    unprivilegedUser(process.getuid?.() === 0),
    missing('cgroup', 'memory is limited by looking at it every 10 ms'),
    linux ? noNewPrivileges() : missing('no-new-privs', 'Linux only'),
    linux ? resourceLimits() : missing('rlimits', 'Linux only'),
    missing('bubblewrap', 'not used yet'),
    missing('seccomp', 'not used yet'),
    missing('node-permission', 'not used yet'),
    emptyEnvironment,
  ];
}

export function wrapAll(layers: readonly Layer[], command: Command, slot: number): Command {
  return layers.reduceRight((inner, layer) => layer.wrap(inner, slot), command);
}

function runs(file: string, args: readonly string[]): boolean {
  try {
    execFileSync(file, args, { stdio: 'ignore', env: { PATH: '/usr/bin:/bin', NODE_ENV: 'production' } });
    return true;
  } catch {
    return false;
  }
}
