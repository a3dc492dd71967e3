// The running service: database, web tier, one worker; in this order up, in the reverse order down.
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { nodeFlags } from './bootstrap.js';
import { ensureBuild } from './build.js';
import { startChild } from './children.js';
import { ensureClient } from './generate.js';
import { tryLock } from './lock.js';
import { root } from './paths.js';
import { PlainError, say, seconds, step } from './report.js';
import { checkPort, readSettings } from './settings.js';

const GRACE_MS = 5_000;
const READY_WITHIN_MS = 120_000;
/** A worker that dies is started again, after a pause that grows while it keeps dying young. */
const RESTART_PAUSES_MS = [200, 1_000, 3_000, 10_000];
/** It says so itself that another start would not help. */
const WORKER_REFUSES = 78;
const LIVED_LONG_MS = 60_000;

/** Everything that runs, and the one way to end it. `over` settles with the reason when it ended by itself. */
class Service {
  constructor() {
    this.stopping = undefined;
    this.over = new Promise((resolve) => {
      this.end = resolve;
    });
  }

  get isStopping() {
    return this.stopping !== undefined;
  }

  /** Work of the start that a stop must not outlive. */
  orStopped(work) {
    return Promise.race([
      work,
      this.over.then((reason) => {
        throw reason;
      }),
    ]);
  }

  stop() {
    this.stopping ??= (async () => {
      this.end(new PlainError('Stopped.'));
      await this.builder?.stop(GRACE_MS);
      // The web tier first: nobody is promised a verdict that no worker will write.
      await this.web?.stop(GRACE_MS);
      await this.worker?.stop(GRACE_MS);
      await Promise.allSettled([this.starting, this.building]);
      await this.postgres?.stop();
      this.lock?.release();
    })();
    return this.stopping;
  }
}

export async function startService({ dev }) {
  const started = performance.now();
  const service = new Service();
  const onSignal = () => {
    if (!service.isStopping) say('\nStopping');
    void service.stop().then(() => process.exit(0));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, onSignal);
  try {
    await bringUp(service, dev, started);
    throw await service.over;
  } catch (error) {
    if (service.isStopping) return await service.stop();
    await service.stop();
    throw error;
  }
}

async function bringUp(service, dev, started) {
  const { parsed, variables } = await readSettings();
  const dataFolder = path.resolve(root, parsed.GRADGYM_DATA_DIR);
  makeDataFolder(dataFolder);
  const lock = tryLock(path.join(dataFolder, 'start.lock'));
  if (lock.release === undefined) {
    throw new PlainError(
      `GradGym already runs on ${dataFolder} (process ${lock.holder}). Stop it first, or set GRADGYM_DATA_DIR to another folder.`,
    );
  }
  service.lock = lock;
  await checkPort(parsed.PORT, parsed.HOST);

  service.building = (async () => {
    await ensureClient(process.execPath);
    if (dev || service.isStopping) return;
    await ensureBuild((child) => {
      service.builder = child;
      if (service.isStopping) void child.stop(GRACE_MS);
    });
  })();
  service.starting = startDatabase(service, parsed, dataFolder);
  // Whichever fails first ends the start at once; stop() waits for the other.
  const [databaseUrl] = await service.orStopped(Promise.all([service.starting, service.building]));

  const env = {
    ...variables,
    DATABASE_URL: databaseUrl,
    GRADGYM_DATA_DIR: dataFolder,
    NEXT_TELEMETRY_DISABLED: '1',
    NODE_ENV: dev ? 'development' : 'production',
  };
  const logs = path.join(dataFolder, 'logs');
  service.web = startChild({
    name: 'web',
    args: [
      path.join(root, 'node_modules/next/dist/bin/next'),
      dev ? 'dev' : 'start',
      '-H',
      dev ? 'localhost' : parsed.HOST,
      '-p',
      String(parsed.PORT),
    ],
    cwd: root,
    env,
    logFile: path.join(logs, 'web.log'),
    echo: dev,
  });
  void service.web.ended.then((how) => {
    if (!service.isStopping)
      service.end(new PlainError(`The web tier ended by itself (${how}). Its last lines:\n${service.web.lastLines()}`));
  });
  void keepWorker(service, env, logs, dev);
  await service.orStopped(waitUntilReady(service, parsed, dev));
  const host = ['127.0.0.1', '0.0.0.0', '::', '::1'].includes(parsed.HOST) ? 'localhost' : parsed.HOST;
  say(`\nGradGym is ready in ${seconds(started)}: http://${host}:${parsed.PORT}`);
  say(`Logs and data are in ${path.relative(process.cwd(), dataFolder) || '.'}. Ctrl-C stops everything.`);
}

/** Open to be entered, since the database's own user may need to; what is secret in it has modes of its own. */
function makeDataFolder(folder) {
  try {
    fs.mkdirSync(folder, { recursive: true, mode: 0o755 });
    fs.accessSync(folder, fs.constants.W_OK);
  } catch (error) {
    throw new PlainError(`GRADGYM_DATA_DIR ${folder} cannot be written (${error.code}).`);
  }
}

async function startDatabase(service, parsed, dataFolder) {
  const url = parsed.DATABASE_URL ?? (await startEmbedded(service, dataFolder));
  const { applyMigrations } = await import('../prisma/migrate.ts');
  if (service.isStopping) return url;
  try {
    const applied = await applyMigrations(url);
    if (applied.length > 0) say(`  Migrations: ${applied.join(', ')}`);
  } catch (error) {
    throw new PlainError(explainDatabase(error, parsed.DATABASE_URL));
  }
  return url;
}

async function startEmbedded(service, dataFolder) {
  const { startEmbeddedPostgres } = await import('../prisma/embedded-postgres.ts');
  const postgres = await step('PostgreSQL', () =>
    startEmbeddedPostgres({ dataFolder, database: 'gradgym', say: (line) => say(`  ${line}`) }),
  ).catch((error) => {
    // Its message says everything; its stack would only hide that.
    throw error?.name === 'PostgresError' ? new PlainError(error.message) : error;
  });
  service.postgres = postgres;
  void postgres.ended.then((lastLines) => {
    if (!service.isStopping) service.end(new PlainError(`PostgreSQL ended by itself. Its last lines:\n${lastLines}`));
  });
  return postgres.url;
}

function explainDatabase(error, given) {
  const place = given === undefined ? 'The embedded database' : `The database of DATABASE_URL (${new URL(given).host})`;
  const code = error?.code ?? error?.cause?.code;
  if (['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', 'EHOSTUNREACH'].includes(code))
    return `${place} cannot be reached (${code}).`;
  if (code === '28P01' || code === '28000') return `${place} refuses the user or the password.`;
  if (code === '3D000') return `${place} does not exist: create it first.`;
  return `${place} could not be brought up to date: ${error?.message ?? error}`;
}

async function keepWorker(service, env, logs, dev) {
  for (let deaths = 0; !service.isStopping; deaths++) {
    const began = performance.now();
    service.worker = startChild({
      name: 'worker',
      flags: nodeFlags,
      args: [path.join(root, 'sandbox/worker.ts')],
      cwd: root,
      env,
      logFile: path.join(logs, 'worker.log'),
      echo: dev,
    });
    const how = await service.worker.ended;
    if (service.isStopping) return;
    if (how === WORKER_REFUSES)
      return service.end(new PlainError(`The worker does not grade here.\n${service.worker.lastLines()}`));
    if (performance.now() - began > LIVED_LONG_MS) deaths = 0;
    const pauseMs = RESTART_PAUSES_MS[Math.min(deaths, RESTART_PAUSES_MS.length - 1)];
    say(
      `The worker ended by itself (${how}) and is started again in ${pauseMs / 1000} s. Its last lines:\n${service.worker.lastLines()}`,
    );
    await Promise.race([delay(pauseMs), service.over]);
  }
}

async function waitUntilReady(service, { PORT, HOST }, dev) {
  const host = dev ? 'localhost' : ['0.0.0.0', '::'].includes(HOST) ? '127.0.0.1' : HOST;
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${PORT}/api/ready`;
  const until = performance.now() + READY_WITHIN_MS;
  let answer = 'no answer';
  while (!service.isStopping && performance.now() < until) {
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(30_000) });
      if (response.ok) return;
      answer = `${response.status} ${(await response.text()).slice(0, 500)}`;
    } catch (error) {
      answer = error?.cause?.code ?? error?.message ?? answer;
    }
    await delay(100);
  }
  if (service.isStopping) return;
  throw new PlainError(
    `The service did not become ready within ${READY_WITHIN_MS / 1000} s; ${url} says: ${answer}\nWeb tier:\n${service.web.lastLines()}\nWorker:\n${service.worker.lastLines()}`,
  );
}
