// Migrations by Prisma's own schema engine, in its WebAssembly build: the native one would have to be downloaded. What
// it applies are ordinary Prisma migrations, and `prisma migrate deploy` may apply them as well.
//   node prisma/migrate.ts apply              applies what is missing to DATABASE_URL
//   node prisma/migrate.ts diff NAME          writes prisma/migrations/TIME_NAME from the change of schema.prisma;
//                                             DATABASE_URL names an empty database to replay the migrations in
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum, DriverAdapterError } from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';

type Engine = bindings.SchemaEngine;

const folder = path.dirname(fileURLToPath(import.meta.url));
const migrationsFolder = path.join(folder, 'migrations');
const schemaFile = path.join(folder, 'schema.prisma');
const lockName = 'migration_lock.toml';
const nothingExternal = { externalTables: [], externalEnums: [] };

/** Any two processes that migrate the same database take turns: 0x67796d is "gym". */
const MIGRATION_LOCK = 0x67796d;

let wasmReady: Promise<void> | undefined;

/** The package's own entry imports the .wasm file as a module, which Node does not do without a flag. */
async function loadWasm(): Promise<void> {
  const entry = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm');
  const file = path.join(path.dirname(entry), 'schema_engine_bg.wasm');
  const compiled = await WebAssembly.compile(readFileSync(file));
  const names = [...new Set(WebAssembly.Module.imports(compiled).map((needed) => needed.module))];
  const { exports } = await WebAssembly.instantiate(
    compiled,
    Object.fromEntries(names.map((name) => [name, { ...bindings }])),
  );
  bindings.__wbg_set_wasm(exports);
  if (typeof exports.__wbindgen_start === 'function') exports.__wbindgen_start();
}

/** PostgreSQL's one-byte type "char", which its catalogue is full of. */
const CHAR_OID = 18;
const TEXT_OID = 25;

/**
 * The adapter refuses columns of type "char", and the engine asks for them to describe any table. They are passed
 * through it as text and named afterwards; a zero byte, whose text form is empty, is put back as the native engine
 * would read it.
 */
function migrationAdapter(connectionString: string): PrismaPg {
  const charColumns = new WeakMap<object, readonly number[]>();
  const pool = new pg.Pool({ connectionString, max: 2 });
  const query = pool.query.bind(pool);
  const withCharsAsText = async (config: pg.QueryArrayConfig) => {
    const result = await query(config);
    const columns: number[] = [];
    // A script of several statements answers with a list, which holds no rows that anyone reads.
    for (const [column, field] of (result.fields ?? []).entries()) {
      if (field.dataTypeID !== CHAR_OID) continue;
      field.dataTypeID = TEXT_OID;
      columns.push(column);
    }
    if (columns.length > 0) charColumns.set(result.rows, columns);
    return result;
  };
  Object.assign(pool, { query: withCharsAsText });
  const factory = new PrismaPg(pool, { disposeExternalPool: true });
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => {
      const result = await queryRaw(query);
      for (const column of charColumns.get(result.rows) ?? []) {
        result.columnTypes[column] = ColumnTypeEnum.Character;
        for (const row of result.rows) row[column] = row[column] === '' ? '\0' : row[column];
      }
      return result;
    };
    // The adapter would split the script at every semicolon and run the pieces one by one. As one query a migration is
    // one transaction, and one that fails or is cut off leaves the database as it was.
    adapter.executeScript = async (script) => {
      try {
        await query(script);
      } catch (error) {
        if (!(error instanceof pg.DatabaseError)) throw error;
        const { code = '', severity = 'ERROR', message, detail, column, hint } = error;
        throw new DriverAdapterError({ kind: 'postgres', code, severity, message, detail, column, hint });
      }
    };
    return adapter;
  };
  return factory;
}

async function withEngine<T>(connectionString: string, work: (engine: Engine) => Promise<T>): Promise<T> {
  wasmReady ??= loadWasm();
  await wasmReady;
  const adapter = bindMigrationAwareSqlAdapterFactory(migrationAdapter(connectionString));
  const engine = await bindings.SchemaEngine.new(
    { datamodels: [[schemaFile, readFileSync(schemaFile, 'utf8')]] },
    () => undefined,
    adapter,
  );
  try {
    return await work(engine);
  } finally {
    engine.free();
  }
}

function listMigrations(from: string) {
  const lockFile = path.join(from, lockName);
  const names = existsSync(from)
    ? readdirSync(from, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
        .sort()
    : [];
  return {
    baseDir: from,
    lockfile: { path: lockName, content: existsSync(lockFile) ? readFileSync(lockFile, 'utf8') : null },
    shadowDbInitScript: '',
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok' as const, value: readFileSync(path.join(from, name, 'migration.sql'), 'utf8') },
      },
    })),
  };
}

/**
 * Migrations on disk that the database does not have as finished; all of them when it has never been migrated. One that
 * was begun and not finished was rolled back by PostgreSQL: it is recorded so, or the engine would refuse to go on.
 */
async function missing(client: pg.Client, names: readonly string[]): Promise<readonly string[]> {
  const table = await client.query<{ found: string | null }>("SELECT to_regclass('_prisma_migrations') AS found");
  if (table.rows[0]?.found === null) return names;
  await client.query(
    'UPDATE _prisma_migrations SET rolled_back_at = now() WHERE finished_at IS NULL AND rolled_back_at IS NULL',
  );
  const finished = await client.query<{ migration_name: string }>(
    'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
  );
  const have = new Set(finished.rows.map((row) => row.migration_name));
  return names.filter((name) => !have.has(name));
}

/** The engine's report is a stack of its own functions: what a reader needs of it is the migration and the reason. */
export class MigrationError extends Error {
  constructor(cause: unknown) {
    const report = cause instanceof Error ? cause.message : String(cause);
    const name = /migration_name="?\\?"?([\w-]+)/.exec(report)?.[1] ?? 'of an unknown name';
    const reason = report.split('\n').filter((line) => !/^external connector error|^ {2,}/.test(line));
    super(`Migration ${name} failed: ${reason.join(' ').trim()}`, { cause });
    this.name = 'MigrationError';
  }
}

/** Brings the database up to date and returns the names of what was applied. Nothing to do costs one query. */
export async function applyMigrations(connectionString: string, from = migrationsFolder): Promise<readonly string[]> {
  const migrationsList = listMigrations(from);
  const client = new pg.Client({
    connectionString,
    application_name: 'gradgym-migrate',
    connectionTimeoutMillis: 10_000,
  });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const behind = await missing(
      client,
      migrationsList.migrationDirectories.map((directory) => directory.path),
    );
    if (behind.length === 0) return [];
    const output = await withEngine(connectionString, (engine) =>
      engine.applyMigrations({ migrationsList, filters: nothingExternal }).catch((cause: unknown) => {
        throw new MigrationError(cause);
      }),
    );
    return output.appliedMigrationNames;
  } finally {
    await client.end();
  }
}

/** The SQL that leads from the committed migrations to schema.prisma; '' when they agree. The database must be empty. */
export async function diffMigrations(emptyDatabase: string, from = migrationsFolder): Promise<string> {
  await applyMigrations(emptyDatabase, from);
  return withEngine(emptyDatabase, async (engine) => {
    const schema = { path: schemaFile, content: readFileSync(schemaFile, 'utf8') };
    const result = await engine.diff({
      from: { tag: 'schemaDatasource', files: [schema], configDir: folder },
      to: { tag: 'schemaDatamodel', files: [schema] },
      script: true,
      exitCode: null,
      filters: nothingExternal,
    });
    const sql = result.stdout ?? '';
    return sql.includes('This is an empty migration') ? '' : sql;
  });
}

/** Writes the next migration and returns its name, or undefined when there is nothing to write. */
export async function writeMigration(
  name: string,
  emptyDatabase: string,
  at = new Date(),
): Promise<string | undefined> {
  const sql = await diffMigrations(emptyDatabase);
  if (sql === '') return undefined;
  const time = at.toISOString().replace(/\D/g, '').slice(0, 14);
  const target = path.join(migrationsFolder, `${time}_${name}`);
  mkdirSync(target);
  writeFileSync(path.join(target, 'migration.sql'), sql);
  return path.basename(target);
}

async function main([command, name]: readonly string[]): Promise<number> {
  const url = process.env.DATABASE_URL ?? '';
  if (url !== '' && command === 'apply') {
    const applied = await applyMigrations(url);
    console.log(applied.length === 0 ? 'Nothing to apply.' : `Applied ${applied.join(', ')}.`);
    return 0;
  }
  if (url !== '' && command === 'diff' && name !== undefined && /^[a-z0-9_]+$/.test(name)) {
    const written = await writeMigration(name, url);
    console.log(
      written === undefined ? 'schema.prisma and the migrations agree.' : `Wrote prisma/migrations/${written}.`,
    );
    return 0;
  }
  console.error('Usage: DATABASE_URL=… node prisma/migrate.ts apply | diff name_in_lower_case');
  return 2;
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2));
