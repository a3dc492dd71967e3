// The main file of a process that tries to break out of its jail, started by self-test.ts inside all layers. It reports what each
// attempt came to, one line of JSON each: an error's code, or what it got. Bundled like the runner; whatever it reads is an argument.
import { spawnSync } from 'node:child_process';
import dgram from 'node:dgram';
import { openSync, readdirSync, readFileSync, readSync, writeFileSync, writeSync } from 'node:fs';
import net from 'node:net';
import { Worker } from 'node:worker_threads';
import type IVM from 'isolated-vm';

declare const require: (path: string) => { ivm: typeof IVM };

interface Targets {
  readonly judgePid: number;
  readonly port: number;
  /** Files of ours, one that everyone may read and one that only its owner may. */
  readonly openFile: string;
  readonly closedFile: string;
  readonly writable: string;
  readonly addressSpaceBytes: number;
}
const [mode, given = '{}'] = process.argv.slice(2);
const targets: Targets = JSON.parse(given);

const tell = (name: string, outcome: unknown): void => {
  writeSync(1, `${JSON.stringify([name, String(outcome)])}\n`);
};
const codeOf = (error: unknown): string =>
  error instanceof Error ? ('code' in error ? String(error.code) : error.message) : String(error);
async function attempt(name: string, body: () => unknown): Promise<void> {
  try {
    tell(name, await body());
  } catch (error) {
    tell(name, codeOf(error));
  }
}
/** What an emitter comes to first. */
const first = (emitter: NodeJS.EventEmitter, ...events: readonly string[]): Promise<string> =>
  new Promise((resolve) => {
    for (const event of events) emitter.once(event, () => resolve(event));
    emitter.once('error', (error) => resolve(codeOf(error)));
  });

/** What Node itself forbids, on its own threads and with its own modules. */
async function insideNode(): Promise<void> {
  await attempt('node:read', () => readFileSync(process.execPath).length);
  await attempt('node:write', () => writeFileSync(targets.writable, 'x'));
  await attempt('node:child-process', () => codeOf(spawnSync(process.execPath, ['--version']).error ?? 'started'));
  await attempt('node:worker-thread', () => first(new Worker('', { eval: true }), 'exit', 'online'));
}

function insideIsolate(): void {
  const { ivm } = require('./isolated_vm.node');
  const context = new ivm.Isolate({ memoryLimit: 16 }).createContextSync();
  const names = ['process', 'require', 'Buffer', 'fetch', 'setTimeout', 'performance', 'navigator'];
  tell('isolate:globals', context.evalSync(`[${names.map((name) => `typeof ${name}`).join()}].join()`));
  const constructed = "this.constructor.constructor('return typeof process')()";
  tell('isolate:constructor', context.evalSync(constructed));
}

/** As if the whole of Node belonged to the attacker: only what is around the process is left. */
async function outsideNode(): Promise<void> {
  tell('environment', Object.keys(process.env).sort().join());
  await attempt('become-root', () => process.setuid?.(0));
  await attempt('read-open-file', () => readFileSync(targets.openFile, 'utf8'));
  await attempt('read-closed-file', () => readFileSync(targets.closedFile, 'utf8'));
  await attempt('read-passwd', () => readFileSync('/etc/passwd').length);
  await attempt('write-file', () => writeFileSync(targets.writable, 'x'));
  await attempt('list-root', () => readdirSync('/').join());
  await attempt('list-processes', () => readdirSync('/proc').length);
  for (const pid of new Set([1, process.ppid, targets.judgePid]))
    await attempt(
      `environment-of-${pid === targets.judgePid ? 'judge' : pid}`,
      () => readFileSync(`/proc/${pid}/environ`).length,
    );
  await attempt('signal-judge', () => process.kill(targets.judgePid, 0));
  await attempt('signal-self', () => process.kill(process.pid, 0));
  await attempt('fork', () => codeOf(spawnSync(process.execPath, ['--version']).error ?? 'started'));
  await attempt('connect', () => first(net.connect(targets.port, '127.0.0.1'), 'connect'));
  await attempt('listen', () => first(net.createServer().listen(0, '127.0.0.1'), 'listening'));
  await attempt('datagram', () => first(dgram.createSocket('udp4').bind(0, '127.0.0.1'), 'listening'));
  await attempt('thread', () => first(new Worker('', { eval: true }), 'exit'));
  const opened: number[] = [];
  await attempt('descriptors', () => {
    for (;;) opened.push(openSync(process.argv[1] ?? '', 'r'));
  });
  tell('descriptors-opened', opened.length);
  await attempt('addresses', () => new ArrayBuffer(targets.addressSpaceBytes).byteLength);
  const held: Buffer[] = [];
  tell('filling', true);
  // Until it is killed, or the limit on addresses is reached.
  await attempt('memory', () => {
    for (;;) held.push(Buffer.alloc(2 ** 22, 1));
  });
  tell('memory-held', held.length * 2 ** 22);
}

async function main(): Promise<void> {
  // What holds it is looked at and its memory limited before it does anything: it waits for a byte.
  tell('here', true);
  readSync(0, new Uint8Array(1));
  if (mode === 'inside-node') {
    insideIsolate();
    await insideNode();
  } else await outsideNode();
  process.exit(0);
}
void main();
