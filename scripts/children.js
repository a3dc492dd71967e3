// The processes the front door starts: how each is tied to it, listened to and stopped. Every one gets a process group of
// its own, so that Ctrl-C in the terminal reaches the front door alone and it decides the order.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const lifeline = fileURLToPath(new URL('./lifeline.js', import.meta.url));
const watchdogScript = fileURLToPath(new URL('./watchdog.sh', import.meta.url));
const WATCHDOG_GRACE_S = 8;
const LOG_BYTES_MAX = 20 * 2 ** 20;
const LAST_LINES = 15;

/** A log file that starts anew when it has grown too large; what was before stays beside it, once. */
class LogFile {
  constructor(file) {
    this.file = file;
    fs.mkdirSync(path.dirname(file), { recursive: true });
    this.bytes = fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0;
    this.fd = fs.openSync(file, 'a', 0o600);
  }

  write(chunk) {
    if (this.bytes + chunk.length > LOG_BYTES_MAX) {
      fs.closeSync(this.fd);
      fs.renameSync(this.file, `${this.file}.before`);
      this.fd = fs.openSync(this.file, 'a', 0o600);
      this.bytes = 0;
    }
    try {
      this.bytes += fs.writeSync(this.fd, chunk);
    } catch {
      // A full disk must not take the service down for want of a log line.
    }
  }
}

/** Started with the first child; ends with the last one, or some seconds after this process died. */
const watchdog = {
  stdin: undefined,
  tell(line) {
    if (this.stdin === undefined) {
      const shell = spawn('/bin/sh', [watchdogScript, String(WATCHDOG_GRACE_S)], {
        stdio: ['pipe', 'ignore', 'ignore'],
        detached: true,
      });
      shell.on('error', () => undefined);
      shell.unref();
      shell.stdin.on('error', () => undefined);
      shell.stdin.unref();
      this.stdin = shell.stdin;
    }
    this.stdin.write(`${line}\n`);
  },
};

/**
 * Starts Node on a file of the project. Its standard input is its lifeline: when that closes, however this process ended,
 * the child ends too. `echo` shows its output in the terminal; without, it goes to the log file.
 */
export function startChild({ name, node = process.execPath, flags = [], args, cwd, env, logFile, echo = false }) {
  const child = spawn(node, [...flags, '--import', lifeline, ...args], {
    cwd,
    env: { ...env, GRADGYM_LIFELINE: '1' },
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
  });
  const log = logFile === undefined ? undefined : new LogFile(logFile);
  let tail = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      tail = (tail + chunk.toString('utf8')).slice(-8_000);
      log?.write(chunk);
      if (echo) process.stderr.write(chunk);
    });
  }
  child.stdin.on('error', () => undefined);
  if (child.pid !== undefined) watchdog.tell(`+ ${child.pid}`);
  const state = { name, pid: child.pid, isOver: false, isStopping: false };
  state.lastLines = () =>
    tail
      .trimEnd()
      .split('\n')
      .slice(-LAST_LINES)
      .map((line) => line.slice(0, 300))
      .join('\n');
  state.ended = new Promise((resolve) => {
    const end = (how) => {
      state.isOver = true;
      if (child.pid !== undefined) watchdog.tell(`- ${child.pid}`);
      resolve(how);
    };
    child.once('error', (error) => end(error.message));
    child.once('exit', (code, signal) => end(signal ?? code));
  });
  state.stop = async (graceMs) => {
    state.isStopping = true;
    if (state.isOver) return;
    child.kill('SIGTERM');
    const timer = setTimeout(() => killGroup(child.pid), graceMs);
    await state.ended;
    clearTimeout(timer);
    // What it started and left behind.
    killGroup(child.pid);
  };
  return state;
}

function killGroup(pid) {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Nobody is left in it.
  }
}
