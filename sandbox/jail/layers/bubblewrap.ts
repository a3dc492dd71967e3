import { find, inside, type Layer, missing, tried } from './layer.ts';

const flags = [
  '--unshare-all',
  '--die-with-parent',
  '--new-session',
  // Not as a child of bubblewrap: what runs as the first process cannot read the environment of another one.
  '--as-pid-1',
  '--clearenv',
  '--cap-drop',
  'ALL',
];

/** A root of nothing but the files Node reads, without /proc and /dev; no network, no other process, nothing to write to. */
export function bubblewrapLayer(libraries: readonly string[]): Layer {
  const bwrap = find('bwrap');
  if (bwrap === null) return missing('bubblewrap', 'bwrap is not installed (package bubblewrap)');
  const start = (file: string, reads: readonly string[], more: readonly string[]): string[] => {
    const binds = [...new Set([...libraries, file, ...reads])].flatMap((path) => ['--ro-bind', path, path]);
    return [...flags, ...binds, '--remount-ro', '/', '--chdir', '/', ...more, '--'];
  };
  const { ok, complaint } = tried(bwrap, [...start(process.execPath, [], []), process.execPath, '--version']);
  if (!ok) return missing('bubblewrap', `bwrap does not work here: ${complaint}`);
  return {
    name: 'bubblewrap',
    on: true,
    detail:
      'a root of only the files Node needs, read-only; namespaces of its own for processes, network, users and IPC',
    wrap: (command) => {
      const { filterFile } = command;
      const first = 3 + command.descriptors.length;
      const more = ['--info-fd', String(first)];
      if (filterFile !== null) more.push('--seccomp', String(first + 1));
      return {
        ...inside(command, bwrap, start(command.file, command.reads, more)),
        descriptors: [...command.descriptors, 'pipe', ...(filterFile === null ? [] : [{ file: filterFile }])],
      };
    },
  };
}
