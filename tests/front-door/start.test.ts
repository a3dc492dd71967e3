import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import { createServer, type Server } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startEmbeddedPostgres } from '#prisma/embedded-postgres.ts';
import { family, survivors, until } from './processes.ts';

const root = path.resolve(import.meta.dirname, '../..');
let home: string;
beforeAll(() => {
  home = fs.mkdtempSync(path.join(os.tmpdir(), 'gradgym-start-'));
  fs.chmodSync(home, 0o755);
});
afterAll(() => fs.rmSync(home, { recursive: true, force: true }));

interface Start {
  readonly child: ChildProcess;
  readonly pid: number;
  readonly port: number;
  output(): string;
  readonly exit: Promise<number | string | null>;
}

let started: Start[] = [];
afterEach(async () => {
  for (const { child, exit } of started) {
    child.kill('SIGTERM');
    await exit;
  }
  started = [];
});

function listen(port = 0): Promise<{ server: Server; port: number }> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve({ server, port: typeof address === 'object' && address !== null ? address.port : 0 });
    });
  });
}

async function freePort(): Promise<number> {
  const { server, port } = await listen();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function start(data: string, more: Record<string, string> = {}): Promise<Start> {
  const port = await freePort();
  const env = {
    ...process.env,
    PORT: String(port),
    HOST: '',
    DATABASE_URL: '',
    GRADGYM_DATA_DIR: path.join(home, data),
    ...more,
  };
  const child = spawn(process.execPath, [path.join(root, 'scripts/start.js')], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  const exit = new Promise<number | string | null>((resolve) =>
    child.once('close', (code, signal) => resolve(signal ?? code)),
  );
  const it = { child, pid: child.pid ?? 0, port, output: () => output, exit };
  started.push(it);
  return it;
}

const isReady = (it: Start) =>
  until(`the address in:\n${it.output()}`, 200_000, () =>
    it.output().includes(`http://localhost:${it.port}`)
      ? true
      : it.child.exitCode === null
        ? undefined
        : Promise.reject(new Error(it.output())),
  );
const workerOf = (it: Start) => family(it.pid).find(({ command }) => command.includes('sandbox/worker.ts'))?.pid;

describe('a start that cannot succeed says why, and stops before anything heavy', () => {
  test('a wrong variable, by its name', async () => {
    const it = await start('wrong', { GRADGYM_LOG_LEVEL: 'loud', PORT: 'many' });
    expect(await it.exit).toBe(1);
    expect(it.output()).toMatch(/PORT must be[\s\S]*GRADGYM_LOG_LEVEL must be one of/);
    expect(it.output()).not.toContain('    at ');
    expect(fs.existsSync(path.join(home, 'wrong'))).toBe(false);
  });

  test('a taken port', async () => {
    const { server, port } = await listen();
    const it = await start('taken', { PORT: String(port) });
    expect(await it.exit).toBe(1);
    expect(it.output()).toContain(`Port ${port} is taken by another program`);
    expect(fs.existsSync(path.join(home, 'taken/postgres'))).toBe(false);
    server.close();
  });

  test("an address that is not this machine's", async () => {
    const it = await start('host', { HOST: '203.0.113.7' });
    expect(await it.exit).toBe(1);
    expect(it.output()).toContain('HOST 203.0.113.7 is no address of this machine');
  });

  test('a database that does not answer', async () => {
    const it = await start('unreachable', { DATABASE_URL: `postgresql://a:b@127.0.0.1:${await freePort()}/c` });
    expect(await it.exit).toBe(1);
    expect(it.output()).toMatch(/The database of DATABASE_URL \(127\.0\.0\.1:\d+\) cannot be reached/);
  });
});

describe('the running service', () => {
  test('answers at the address it prints, refuses a second start on its data, outlives its worker, and stops whole', async () => {
    const it = await start('whole');
    await isReady(it);
    const page = await fetch(`http://127.0.0.1:${it.port}/en`);
    expect(page.status).toBe(200);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");

    const second = await start('whole');
    expect(await second.exit).toBe(1);
    expect(second.output()).toContain(`already runs on ${path.join(home, 'whole')} (process ${it.pid})`);

    const worker = await until('a worker', 5_000, () => workerOf(it));
    process.kill(worker, 'SIGKILL');
    const next = await until('another worker', 20_000, () => {
      const pid = workerOf(it);
      return pid === worker ? undefined : pid;
    });
    expect(next).not.toBe(worker);
    expect(it.output()).toContain('The worker ended by itself (SIGKILL)');

    const members = family(it.pid);
    expect(members.length).toBeGreaterThan(4);
    it.child.kill('SIGTERM');
    expect(await it.exit).toBe(0);
    expect(await survivors(members, 3_000)).toEqual([]);
  });

  test('keeps its port and its data over a restart, and starts again within seconds', async () => {
    const began = performance.now();
    const it = await start('whole', { npm_config_registry: 'http://127.0.0.1:9' });
    await isReady(it);
    expect(performance.now() - began).toBeLessThan(60_000);
    expect(it.output()).not.toMatch(/A new database|Production build|Dependencies/);
  });

  test('leaves no process behind when it is killed outright', async () => {
    const it = await start('killed');
    await isReady(it);
    await until('a worker', 5_000, () => workerOf(it));
    const members = family(it.pid);
    it.child.kill('SIGKILL');
    await it.exit;
    expect(await survivors(members, 15_000)).toEqual([]);
  });

  test('leaves not even a hung worker behind when it is killed outright', async () => {
    const it = await start('killed');
    await isReady(it);
    const worker = await until('a worker', 5_000, () => workerOf(it));
    const members = family(it.pid);
    process.kill(worker, 'SIGSTOP');
    it.child.kill('SIGKILL');
    await it.exit;
    expect(await survivors(members, 15_000)).toEqual([]);
  });

  test('ends with the reason when its database dies under it', async () => {
    const it = await start('bereft');
    await isReady(it);
    const members = family(it.pid);
    const postgres = members.find(({ command }) => /bin\/postgres -D/.test(command) && !command.startsWith('/bin/sh'));
    process.kill(postgres?.pid ?? 0, 'SIGKILL');
    expect(await it.exit).toBe(1);
    expect(it.output()).toContain('PostgreSQL ended by itself');
    expect(await survivors(members, 5_000)).toEqual([]);
  });

  test('stopped half-way leaves nothing running, and the next start succeeds', async () => {
    const it = await start('halfway');
    await until('the database at work', 20_000, () =>
      fs.existsSync(path.join(home, 'halfway/start.lock')) ? true : undefined,
    );
    const members = family(it.pid);
    it.child.kill('SIGINT');
    await it.exit;
    expect(await survivors(members, 5_000)).toEqual([]);
    await isReady(await start('halfway'));
  });

  test('uses the database of DATABASE_URL and makes none of its own', async () => {
    const own = await startEmbeddedPostgres({
      dataFolder: path.join(home, 'given'),
      database: 'gym',
      settings: { fsync: 'off' },
    });
    const it = await start('external', { DATABASE_URL: own.url });
    await isReady(it);
    expect(fs.existsSync(path.join(home, 'external/postgres'))).toBe(false);
    it.child.kill('SIGTERM');
    await it.exit;
    await own.stop();
  });
});
