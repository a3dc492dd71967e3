import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type EmbeddedPostgres, explainPostgresFailure, startEmbeddedPostgres } from '#prisma/embedded-postgres.ts';
import { applyMigrations, diffMigrations } from '#prisma/migrate.ts';

const isRoot = process.getuid?.() === 0;
let home: string;
let running: EmbeddedPostgres[] = [];

beforeAll(() => {
  home = fs.mkdtempSync(path.join(os.tmpdir(), 'gradgym-pg-'));
  fs.chmodSync(home, 0o755);
});
afterEach(async () => {
  await Promise.all(running.map((server) => server.stop()));
  running = [];
});
afterAll(() => fs.rmSync(home, { recursive: true, force: true }));

const said: string[] = [];
async function start(dataFolder: string, more: { sharedFolder?: string } = {}): Promise<EmbeddedPostgres> {
  said.length = 0;
  const server = await startEmbeddedPostgres({
    dataFolder,
    database: 'gym',
    say: (line) => said.push(line),
    settings: { fsync: 'off' },
    ...more,
  });
  running.push(server);
  return server;
}

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query({ text: sql, rowMode: 'array' });
    return rows[0]?.[0];
  } finally {
    await client.end();
  }
}

/** The data of one first start, copied for each test that spoils it. */
let pristine: string;
beforeAll(async () => {
  pristine = path.join(home, 'pristine');
  const server = await start(pristine);
  await ask(server.url, "CREATE TABLE kept AS SELECT 'here' AS what");
  await server.stop();
  running = [];
});

function copyOf(name: string): string {
  const folder = path.join(home, name);
  const { uid, gid } = fs.statSync(path.join(pristine, 'postgres'));
  fs.cpSync(pristine, folder, { recursive: true });
  for (const entry of fs.readdirSync(path.join(folder, 'postgres'), { recursive: true, withFileTypes: true })) {
    fs.chownSync(path.join(entry.parentPath, entry.name), uid, gid);
    if (entry.isDirectory()) fs.chmodSync(path.join(entry.parentPath, entry.name), 0o700);
  }
  fs.chownSync(path.join(folder, 'postgres'), uid, gid);
  fs.chmodSync(path.join(folder, 'postgres'), 0o700);
  return folder;
}

describe('the embedded PostgreSQL', () => {
  test('keeps its data over a restart, on loopback alone, behind a password that only its owner reads', async () => {
    const folder = copyOf('restart');
    const server = await start(folder);
    expect(await ask(server.url, 'SELECT what FROM kept')).toBe('here');
    expect(await ask(server.url, 'SHOW listen_addresses')).toBe('127.0.0.1');
    expect(await ask(server.url, 'SHOW server_encoding')).toBe('UTF8');
    expect(fs.statSync(path.join(folder, 'postgres.json')).mode & 0o777).toBe(0o600);
    const url = new URL(server.url);
    url.password = 'wrong';
    await expect(ask(url.href, 'SELECT 1')).rejects.toThrow(/password authentication failed/);
  });

  test('runs beside another of its kind, each on its own port', async () => {
    const one = await start(copyOf('one'));
    fs.rmSync(path.join(home, 'two'), { recursive: true, force: true });
    const two = await start(path.join(home, 'two'));
    expect(one.port).not.toBe(two.port);
    expect(await ask(one.url, 'SELECT what FROM kept')).toBe('here');
    await expect(ask(two.url, 'SELECT what FROM kept')).rejects.toThrow(/does not exist/);
  });

  test('moves to another port when a program has taken its own', async () => {
    const folder = copyOf('port');
    const { port } = JSON.parse(fs.readFileSync(path.join(folder, 'postgres.json'), 'utf8'));
    const squatter = createServer();
    await new Promise<void>((resolve) => squatter.listen(port, '127.0.0.1', () => resolve()));
    const server = await start(folder);
    squatter.close();
    expect(server.port).not.toBe(port);
    expect(said.join()).toContain(`Port ${port}`);
    expect(await ask(server.url, 'SELECT what FROM kept')).toBe('here');
  });

  test('recovers what was committed when it was killed', async () => {
    const folder = copyOf('killed');
    const server = await start(folder);
    await ask(server.url, "INSERT INTO kept VALUES ('committed')");
    process.kill(server.pid, 'SIGKILL');
    await server.ended;
    expect(fs.existsSync(path.join(server.folder, 'postmaster.pid'))).toBe(true);
    // Its other processes notice, and go, a moment later.
    await delay(500);
    const again = await start(folder);
    expect(await ask(again.url, "SELECT count(*)::int FROM kept WHERE what = 'committed'")).toBe(1);
    expect(said.join()).toContain('recovers by itself');
  });

  test('is not kept from starting by a stale file whose process number belongs to another program now', async () => {
    const folder = copyOf('stale');
    fs.writeFileSync(
      path.join(folder, 'postgres/postmaster.pid'),
      `${process.pid}\n${folder}/postgres\n1\n5432\n\n\n\n`,
    );
    const server = await start(folder);
    expect(await ask(server.url, 'SELECT what FROM kept')).toBe('here');
  });

  test('refuses data of another major version, and says which', async () => {
    const folder = copyOf('version');
    fs.writeFileSync(path.join(folder, 'postgres/PG_VERSION'), '16\n');
    await expect(start(folder)).rejects.toThrow(/holds data of PostgreSQL 16, and GradGym brings PostgreSQL 18/);
  });

  test('names the file when the record with its password is gone or broken', async () => {
    const folder = copyOf('record');
    fs.writeFileSync(path.join(folder, 'postgres.json'), '{');
    await expect(start(folder)).rejects.toThrow(/postgres\.json cannot be read/);
    fs.rmSync(path.join(folder, 'postgres.json'));
    await expect(start(folder)).rejects.toThrow(/postgres\.json is missing/);
  });

  test('starts afresh after a first start that was interrupted', async () => {
    const folder = path.join(home, 'interrupted');
    fs.mkdirSync(path.join(folder, 'postgres.new/base'), { recursive: true });
    const server = await start(folder);
    expect(await ask(server.url, 'SELECT 1')).toBe(1);
    expect(fs.existsSync(path.join(folder, 'postgres.new'))).toBe(false);
  });

  // Only as root has PostgreSQL a user of its own.
  if (isRoot) {
    test('runs from a folder that is closed to its user: data and binaries go where it may enter', async () => {
      const closed = path.join(home, 'closed');
      fs.mkdirSync(closed, { mode: 0o700 });
      const sharedFolder = path.join(home, 'shared');
      const dataFolder = path.join(closed, 'data');
      const server = await start(dataFolder, { sharedFolder });
      expect(server.folder.startsWith(sharedFolder)).toBe(true);
      expect(said.join()).toContain(sharedFolder);
      await ask(server.url, "CREATE TABLE kept AS SELECT 'here' AS what");
      await server.stop();
      const again = await start(dataFolder, { sharedFolder });
      expect(await ask(again.url, 'SELECT what FROM kept')).toBe('here');
      await again.stop();
      fs.rmSync(dataFolder, { recursive: true });
      const afresh = await start(dataFolder, { sharedFolder });
      await expect(ask(afresh.url, 'SELECT what FROM kept')).rejects.toThrow(/does not exist/);
    });
  }

  test('ends with the process that started it, even one that was killed', async () => {
    const folder = copyOf('orphan');
    const script = `
      const { startEmbeddedPostgres } = await import(${JSON.stringify(path.resolve(import.meta.dirname, '../../prisma/embedded-postgres.ts'))});
      const server = await startEmbeddedPostgres({ dataFolder: ${JSON.stringify(folder)}, database: 'gym' });
      console.log(server.pid);
      setInterval(() => {}, 1000);`;
    const owner: ChildProcess = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const pid = await new Promise<number>((resolve) => owner.stdout?.once('data', (chunk) => resolve(Number(chunk))));
    expect(isRunning(pid)).toBe(true);
    owner.kill('SIGKILL');
    for (let waited = 0; isRunning(pid) && waited < 10_000; waited += 50) await delay(50);
    expect(isRunning(pid)).toBe(false);
  });
});

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe('what PostgreSQL says when it does not start', () => {
  test.each([
    ['FATAL:  could not write to file "pg_wal/1": No space left on device', /disk is full/],
    ['LOG:  could not bind IPv4 address "127.0.0.1": Address already in use', /took the port/],
    ['FATAL:  database files are incompatible with server', /another version/],
    ['FATAL:  could not access directory "/x": Permission denied', /may not enter/],
    ['FATAL:  lock file "postmaster.pid" already exists', /already runs/],
    ['FATAL:  something new', /something new/],
  ])('"%s" becomes a sentence', (output, sentence) => {
    expect(explainPostgresFailure(output, '/x')).toMatch(sentence);
  });
});

describe('migrations', () => {
  test('apply once, in any number of processes, and agree with schema.prisma', async () => {
    const server = await start(path.join(home, 'migrations'));
    const applied = await Promise.all([applyMigrations(server.url), applyMigrations(server.url)]);
    expect(applied.flat().length).toBeGreaterThan(0);
    expect(new Set(applied.flat()).size).toBe(applied.flat().length);
    expect(await applyMigrations(server.url)).toEqual([]);
    expect(
      await ask(server.url, "SELECT count(*)::int FROM information_schema.tables WHERE table_name = 'submissions'"),
    ).toBe(1);
    expect(await diffMigrations(server.url)).toBe('');
  });

  test('that fail tell which one and why, leave the database as before, and apply once they are mended', async () => {
    const server = await start(path.join(home, 'broken'));
    const folder = path.join(home, 'broken-migrations');
    fs.mkdirSync(path.join(folder, '20260101000000_bad'), { recursive: true });
    fs.writeFileSync(path.join(folder, 'migration_lock.toml'), 'provider = "postgresql"\n');
    fs.writeFileSync(
      path.join(folder, '20260101000000_bad/migration.sql'),
      'CREATE TABLE fine (x int); SELECT * FROM nowhere;',
    );
    await expect(applyMigrations(server.url, folder)).rejects.toThrow(/20260101000000_bad.*nowhere/);
    expect(await ask(server.url, "SELECT to_regclass('fine')::text")).toBeNull();

    fs.writeFileSync(path.join(folder, '20260101000000_bad/migration.sql'), "CREATE TABLE fine AS SELECT ';' AS x;");
    expect(await applyMigrations(server.url, folder)).toEqual(['20260101000000_bad']);
    expect(await ask(server.url, 'SELECT x FROM fine')).toBe(';');
  });
});
