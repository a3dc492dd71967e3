// A whole service for the end-to-end tests: started as a user would, on a free port, with a data folder that goes after.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { root } from './paths.js';
import { PlainError } from './report.js';

const READY_WITHIN_MS = 300_000;

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

export async function startTestedService() {
  const dataFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'gradgym-e2e-'));
  fs.chmodSync(dataFolder, 0o755);
  const port = await freePort();
  const env = {
    ...process.env,
    PORT: String(port),
    HOST: '127.0.0.1',
    DATABASE_URL: '',
    GRADGYM_DATA_DIR: dataFolder,
    GRADGYM_ORIGIN: '',
  };
  const child = spawn(process.execPath, [path.join(root, 'scripts/start.js')], {
    cwd: root,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  let exit;
  const ended = new Promise((resolve) => {
    child.once('exit', (code, signal) => {
      exit = signal ?? code;
      resolve();
    });
  });
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    fs.rmSync(dataFolder, { recursive: true, force: true });
  };
  const url = `http://localhost:${port}`;
  const until = performance.now() + READY_WITHIN_MS;
  while (exit === undefined && performance.now() < until) {
    const response = await fetch(`http://127.0.0.1:${port}/api/ready`).catch(() => undefined);
    if (response?.ok) return { url, stop };
    await delay(200);
  }
  const how =
    exit === undefined ? `is not ready after ${READY_WITHIN_MS / 1000} s` : `ended (${exit}) before it was ready`;
  await stop();
  throw new PlainError(`The service under test ${how}.`);
}
