import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { type LayerStatus, layerStatusSchema, type WorkerReport, workerReportSchema } from '#sandbox/status.ts';
import { database } from './database.ts';
import { workerSeenSecondsMax } from './queue-outlook.ts';

export interface Readiness {
  readonly ready: boolean;
  readonly database: boolean;
  /** Names of migrations that the database lacks. */
  readonly migrationsMissing: readonly string[];
  readonly queue: boolean;
  readonly queued: number;
  /** How long the oldest of them waits; null when none does. */
  readonly queueAgeSeconds: number | null;
  readonly workers: readonly {
    readonly host: string;
    readonly slots: number;
    readonly seenSecondsAgo: number;
    /** Every layer of its jail, outermost first, as its start proved it; null when it did not say. */
    readonly jail: readonly LayerStatus[] | null;
    /** Its pool and its largest delay since the last sign of life; null before the first. */
    readonly report: WorkerReport | null;
  }[];
}

const nothing = {
  ready: false,
  database: false,
  migrationsMissing: [],
  queue: false,
  queued: 0,
  queueAgeSeconds: null,
  workers: [],
};

/** Whether a submission made now would be graded, and if not, what is missing. */
export async function readiness(): Promise<Readiness> {
  const { prisma } = database();
  try {
    await prisma.$queryRaw`select 1`;
  } catch {
    return nothing;
  }
  const migrationsMissing = await missingMigrations();
  if (migrationsMissing.length > 0) return { ...nothing, database: true, migrationsMissing };
  const [queue] = await prisma.$queryRaw<{ there: boolean }[]>`
    select to_regclass('graphile_worker._private_jobs') is not null as there`;
  const waiting = await prisma.submission.aggregate({
    where: { status: 'queued' },
    _count: true,
    _min: { createdAt: true },
  });
  const oldest = waiting._min.createdAt;
  const secondsSince = (moment: Date): number => Math.max(0, (Date.now() - moment.getTime()) / 1000);
  const seen = await prisma.worker.findMany({
    where: { lastSeenAt: { gt: new Date(Date.now() - workerSeenSecondsMax * 1000) } },
    orderBy: { id: 'asc' },
  });
  const workers = seen.map(({ host, slots, lastSeenAt, jail, report }) => ({
    host,
    slots,
    seenSecondsAgo: Math.round(secondsSince(lastSeenAt)),
    jail: jailSchema.safeParse(jail).data?.layers ?? null,
    report: workerReportSchema.safeParse(report).data ?? null,
  }));
  const there = queue?.there === true;
  return {
    ready: there && workers.length > 0,
    database: true,
    migrationsMissing,
    queue: there,
    queued: waiting._count,
    queueAgeSeconds: oldest === null ? null : secondsSince(oldest),
    workers,
  };
}

const jailSchema = z.object({ layers: z.array(layerStatusSchema) });

async function missingMigrations(): Promise<string[]> {
  const folder = path.join(/* turbopackIgnore: true */ process.cwd(), 'prisma/migrations');
  const entries = await readdir(folder, { withFileTypes: true });
  const wanted = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  try {
    const rows = await database().prisma.$queryRaw<{ migration_name: string }[]>`
      select migration_name from _prisma_migrations where finished_at is not null and rolled_back_at is null`;
    const applied = new Set(rows.map((row) => row.migration_name));
    return wanted.filter((name) => !applied.has(name));
  } catch {
    return wanted;
  }
}
