// One real PostgreSQL for a run of tests, in a folder that goes when they end. GRADGYM_TEST_POSTGRES is its address, with
// a user who may create databases: each test file makes its own.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmbeddedPostgres } from '#prisma/embedded-postgres.ts';

export default async function startPostgres(): Promise<() => Promise<void>> {
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'gradgym-test-'));
  chmodSync(dataFolder, 0o755);
  const server = await startEmbeddedPostgres({
    dataFolder,
    database: 'postgres',
    // Nothing in it outlives the run, so nothing need reach the disk.
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
  });
  process.env.GRADGYM_TEST_POSTGRES = server.url;
  return async () => {
    await server.stop();
    // Where the clone is closed to the database's user, the data lies elsewhere.
    rmSync(path.dirname(server.folder), { recursive: true, force: true });
    rmSync(dataFolder, { recursive: true, force: true });
  };
}
