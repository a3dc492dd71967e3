// Runs before anything is installed, on any Node from 18 on, with nothing but Node's own modules: brings the right Node
// and the dependencies, then hands over. Not here: anything that needs a dependency.
import { spawn } from 'node:child_process';
import { Socket } from 'node:net';
import { ensureDependencies } from './dependencies.js';
import { findNode, isRightNode } from './node-runtime.js';

/** What the right Node is started with. */
export const nodeFlags = ['--no-warnings'];

/** Set for the Node that was handed over to: its fd 3 closes when the one that started it has died. */
const HANDED_OVER = 'GRADGYM_HANDED_OVER';

/**
 * Resolves under the right Node, with dependencies in place. Under another Node it never does: it runs this very command
 * again under the right one, passes signals on and ends with its exit code.
 */
export async function bootstrap() {
  if (!isRightNode()) await handOver(await findNode());
  watchStarter();
  await ensureDependencies(process.execPath);
}

async function handOver(node) {
  const child = spawn(node, [...nodeFlags, ...process.argv.slice(1)], {
    stdio: ['inherit', 'inherit', 'inherit', 'pipe'],
    env: { ...process.env, [HANDED_OVER]: '1' },
  });
  // Ctrl-C reaches the whole process group by itself; a second copy would read as "hurry".
  process.on('SIGINT', () => {
    if (!process.stdin.isTTY) child.kill('SIGINT');
  });
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  const [code, signal] = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (...how) => resolve(how));
  });
  if (signal !== null) {
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  process.exit(code ?? 1);
}

function watchStarter() {
  if (process.env[HANDED_OVER] !== '1') return;
  delete process.env[HANDED_OVER];
  const starter = new Socket({ fd: 3 });
  starter.on('error', () => undefined);
  starter.once('close', () => process.kill(process.pid, 'SIGTERM'));
  starter.resume();
  starter.unref();
}
