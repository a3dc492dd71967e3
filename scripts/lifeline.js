// Loaded first in every process the front door starts (node --import). Standard input is a pipe that nobody writes to; it
// closes when the front door dies, and then this process has no reason to live on. Should this fail, watchdog.sh remains.
import { isMainThread } from 'node:worker_threads';

const GRACE_MS = 5_000;

if (isMainThread && process.env.GRADGYM_LIFELINE === '1') {
  // What this process starts has other pipes.
  delete process.env.GRADGYM_LIFELINE;
  const orphaned = () => {
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), GRACE_MS).unref();
    process.kill(process.pid, 'SIGTERM');
  };
  process.stdin.on('error', orphaned);
  process.stdin.once('close', orphaned);
  process.stdin.resume();
  process.stdin.unref();
}
