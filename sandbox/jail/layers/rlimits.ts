import { find, inside, type Layer, missing, tried } from './layer.ts';

/** V8 needs 2 GiB of addresses to start; 4 leave room for the memory of WebAssembly, which it reserves more of than it uses. */
export const addressSpaceBytes = 4 * 2 ** 30;
export const cpuSecondsMax = 60;
export const descriptorsMax = 64;
const says = `no core, no bytes in files, ${descriptorsMax} descriptors, no locked memory, ${cpuSecondsMax} s of CPU, ${addressSpaceBytes / 2 ** 30} GiB of addresses`;

export function rlimitsLayer(): Layer {
  const limits = [
    '--core=0',
    '--fsize=0',
    `--nofile=${descriptorsMax}`,
    '--memlock=0',
    `--cpu=${cpuSecondsMax}`,
    `--as=${addressSpaceBytes}`,
    '--',
  ];
  const prlimit = find('prlimit');
  if (prlimit !== null && tried(prlimit, [...limits, 'true']).ok) {
    return {
      name: 'rlimits',
      on: true,
      detail: `prlimit: ${says}`,
      wrap: (command) => inside(command, prlimit, limits),
    };
  }
  const script = `ulimit -c 0; ulimit -f 0; ulimit -n ${descriptorsMax}; ulimit -t ${cpuSecondsMax}; ulimit -v ${addressSpaceBytes / 1024}; exec "$@"`;
  if (!tried('/bin/sh', ['-c', script, 'sh', 'true']).ok)
    return missing('rlimits', 'neither prlimit (of util-linux) nor a shell with ulimit');
  return {
    name: 'rlimits',
    on: true,
    detail: `ulimit: ${says}`,
    wrap: (command) => inside(command, '/bin/sh', ['-c', script, 'sh']),
  };
}
