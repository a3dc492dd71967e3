import { type Layer, missing } from './layer.ts';

/** Loaded by bubblewrap just before it starts Node: there is no other loader that every system has. */
export function seccompLayer(filterFile: string | null, bubblewrap: Layer): Layer {
  if (filterFile === null) return missing('seccomp', `no filter for processors of kind ${process.arch}`);
  if (!bubblewrap.on) return missing('seccomp', 'bubblewrap loads the filter, and it is missing');
  return {
    name: 'seccomp',
    on: true,
    detail: 'an allow-list of system calls: no sockets, no new processes, no signals, no writing to files',
    wrap: (command) => ({ ...command, filterFile }),
  };
}
