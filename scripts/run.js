// node scripts/run.js FILE.ts [arguments…]: runs a TypeScript file of the project under the right Node, with the
// dependencies in place. Its output is its own; what the set-up says goes to stderr.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { nodeFlags } from './bootstrap.js';
import { ensureDependencies } from './dependencies.js';
import { ensureClient } from './generate.js';
import { findNode } from './node-runtime.js';
import { root } from './paths.js';
import { fail, PlainError } from './report.js';

try {
  const [file, ...rest] = process.argv.slice(2);
  if (file === undefined) throw new PlainError('Usage: node scripts/run.js FILE.ts [arguments…]');
  const node = await findNode();
  await ensureDependencies(node);
  await ensureClient(node);
  const child = spawn(node, [...nodeFlags, path.resolve(root, file), ...rest], { stdio: 'inherit' });
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  // Ctrl-C reaches the child by itself; this process waits for its answer.
  process.on('SIGINT', () => undefined);
  child.once('error', fail);
  child.once('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
} catch (error) {
  fail(error);
}
