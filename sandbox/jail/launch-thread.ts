// The thread of launcher.ts.
import { parentPort } from 'node:worker_threads';
import { start } from './launch.ts';
import type { StartedMessage, StartMessage } from './launcher.ts';

const tell = (message: StartedMessage): void => parentPort?.postMessage(message);

parentPort?.on('message', ({ id, command, stdio }: StartMessage) => {
  try {
    start(command, stdio, {
      started: (pid) => tell({ id, type: 'started', pid }),
      info: (text) => tell({ id, type: 'info', text }),
      ended: (end) => tell({ id, type: 'ended', end }),
    });
  } catch (error) {
    // No descriptors, no filter to read.
    const why = error instanceof Error ? error.message : String(error);
    tell({ id, type: 'ended', end: { code: null, signal: null, error: why } });
  }
});
