import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import pino from 'pino';
import { type Database, openDatabase } from '#prisma/client.ts';
import { installQueue } from '#sandbox/queue/run-queue.ts';

export const silent = pino({ level: process.env.GRADGYM_TEST_LOG_LEVEL ?? 'silent' });

export interface FreshDatabase {
  readonly url: string;
  readonly database: Database;
  drop(): Promise<void>;
}

/** A database of its own, migrated, with the queue installed, that the web tier's environment points at. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const server = process.env.GRADGYM_TEST_POSTGRES;
  if (server === undefined) throw new Error('GRADGYM_TEST_POSTGRES is unset: tests/postgres.ts sets it');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await once(server, `create database ${name}`);
  const url = server.replace(/\/[^/]*$/, `/${name}`);
  await migrate(url);
  process.env.DATABASE_URL = url;
  process.env.GRADGYM_DATA_DIR = mkdtempSync(path.join(tmpdir(), 'gradgym-data-'));
  process.env.GRADGYM_LOG_LEVEL = 'silent';
  const database = openDatabase({ connectionString: url, applicationName: 'tests', connectionsMax: 8 });
  await installQueue(database, silent);
  return {
    url,
    database,
    drop: async () => {
      await database.close();
      await once(server, `drop database ${name} with (force)`);
    },
  };
}

async function once(connectionString: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

async function migrate(url: string): Promise<void> {
  const folder = path.resolve(import.meta.dirname, '../../prisma/migrations');
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  await once(
    url,
    'create table _prisma_migrations (migration_name text, finished_at timestamptz, rolled_back_at timestamptz)',
  );
  for (const name of names.sort()) {
    await once(url, readFileSync(path.join(folder, name, 'migration.sql'), 'utf8'));
    await once(url, `insert into _prisma_migrations values ('${name}', now(), null)`);
  }
}
