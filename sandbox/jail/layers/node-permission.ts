import type { Layer } from './layer.ts';

/** Node's own, in JavaScript: whoever runs machine code is not held by it, whoever only reaches Node's objects is. */
export const nodePermissionLayer: Layer = {
  name: 'node-permission',
  on: true,
  detail: 'node --permission: reads only its own files; no processes, no worker threads',
  wrap: (command) => ({
    ...command,
    args: [
      '--permission',
      '--allow-addons',
      ...command.reads.map((path) => `--allow-fs-read=${path}`),
      // isolated-vm is such an addon, and we know.
      '--disable-warning=SecurityWarning',
      ...command.args,
    ],
  }),
};
