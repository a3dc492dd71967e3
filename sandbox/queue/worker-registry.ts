// Who works and who has died. A worker holds an advisory lock on a connection of its own for as long as it lives;
// PostgreSQL drops the lock with the connection, so a killed process is known to be dead at once, on whatever machine
// it ran. Being wrong about a death costs time and never a verdict: claims are fenced in the submission's row.
import { hostname } from 'node:os';
import pg from 'pg';
import type { Logger } from 'pino';
import type { PrismaClient } from '#prisma/client.ts';
import { addGradeJob } from './add-grade-job.ts';
import type { JudgeCounts, WorkerMetrics } from './worker-metrics.ts';
import { stopChannel, workerLockClass, workerSilenceSecondsMax } from './channels.ts';

const heartbeatMs = 3_000;
const reconnectMs = 1_000;

export interface WorkerRegistration {
  readonly id: number;
  /** Tells the registry under which name this worker's jobs are locked. */
  ownPool(poolId: string): Promise<void>;
  /** The last act: gives back what this worker still holds and leaves. */
  leave(): Promise<void>;
}

export interface RegisterOptions {
  readonly connectionString: string;
  readonly prisma: PrismaClient;
  readonly log: Logger;
  readonly slots: number;
  readonly jail: unknown;
  readonly metrics: WorkerMetrics;
  /** A submission was stopped by its user. One that is missed while the connection is down is graded to its end, and kept nowhere. */
  onStop(submission: string): void;
  /** How the judge is; null when it cannot say. */
  judgeStatus(): Promise<JudgeCounts | null>;
}

export async function registerWorker(options: RegisterOptions): Promise<WorkerRegistration> {
  const { prisma, log, slots } = options;
  const self = { host: hostname(), pid: process.pid, slots, jail: JSON.parse(JSON.stringify(options.jail ?? null)) };
  const { id } = await prisma.worker.create({ data: self, select: { id: true } });
  const lock = await holdLock(options, id);
  await releaseDead(prisma, log);
  let poolId: string | undefined;
  const tellMetrics = async (): Promise<string | null> => {
    const counts = await options.judgeStatus();
    const report = counts === null ? null : JSON.stringify(options.metrics.judge(counts));
    await options.metrics.store(prisma);
    return report;
  };
  const beat = async () => {
    const report = await tellMetrics();
    // Written anew when others took a long silence for death and deleted it.
    const poolNow = poolId ?? null;
    await prisma.$executeRaw`
      insert into workers (id, pool_id, host, pid, slots, jail, report)
      values (${id}, ${poolNow}, ${self.host}, ${self.pid}, ${slots}, ${JSON.stringify(self.jail)}::jsonb, ${report}::jsonb)
      on conflict (id) do update set last_seen_at = now(), report = excluded.report`;
    await releaseDead(prisma, log);
    await addLostJobs(prisma, log);
  };
  let beating: Promise<void> | undefined;
  const heart = setInterval(() => {
    beating ??= beat()
      .catch((error: unknown) => log.warn({ err: error }, 'a heartbeat failed'))
      .finally(() => (beating = undefined));
  }, heartbeatMs);
  return {
    id,
    ownPool: async (name) => {
      poolId = name;
      await prisma.worker.update({ where: { id }, data: { poolId: name }, select: { id: true } });
    },
    leave: async () => {
      clearInterval(heart);
      await beating;
      await tellMetrics().catch((error: unknown) => log.warn({ err: error }, 'the last counts are lost'));
      if (poolId !== undefined) await release(prisma, [poolId]);
      await prisma.worker.deleteMany({ where: { id } });
      await lock.close();
    },
  };
}

/** Holds the lock and hears what is stopped, and takes it again on a new connection when the old one breaks. */
async function holdLock(
  { connectionString, log, onStop }: RegisterOptions,
  id: number,
): Promise<{ close(): Promise<void> }> {
  let client: pg.Client | undefined;
  let closed = false;
  const connect = async () => {
    const next = new pg.Client({ connectionString, application_name: `gradgym-worker-${id}`, keepAlive: true });
    next.on('error', () => undefined);
    await next.connect();
    await next.query('select pg_advisory_lock($1::int, $2::int)', [workerLockClass, id]);
    next.on('notification', ({ payload }) => onStop(payload ?? ''));
    await next.query(`listen ${stopChannel}`);
    next.on('end', () => void retry());
    client = next;
  };
  const retry = async () => {
    while (!closed) {
      await new Promise((resolve) => setTimeout(resolve, reconnectMs));
      try {
        if (!closed) await connect();
        return;
      } catch (error) {
        log.warn({ err: error }, 'cannot take the worker lock again yet');
      }
    }
  };
  await connect();
  return {
    close: async () => {
      closed = true;
      await client?.end();
    },
  };
}

/** Frees the jobs of workers that are dead; graphile-worker alone would wait four hours. */
export async function releaseDead(prisma: PrismaClient, log: Logger): Promise<void> {
  const dead = await prisma.$queryRaw<{ id: number; pool_id: string | null }[]>`
    delete from workers w
    where w.last_seen_at < now() - make_interval(secs => ${workerSilenceSecondsMax})
       or not exists (
         select 1 from pg_locks l
         where l.locktype = 'advisory' and l.granted and l.objsubid = 2
           and l.database = (select oid from pg_database where datname = current_database())
           and l.classid::bigint = ${workerLockClass} and l.objid::bigint = w.id)
         -- a worker that has just written its row takes its lock next
         and w.last_seen_at < now() - interval '1 second'
    returning id, pool_id`;
  const pools = dead.flatMap(({ pool_id }) => (pool_id === null ? [] : [pool_id]));
  // Locked by a name that nobody goes by: killed between taking its first job and saying its name.
  const strangers = await prisma.$queryRaw<{ locked_by: string }[]>`
    select distinct locked_by from graphile_worker._private_jobs
    where locked_at < now() - interval '20 seconds' and locked_by not in (select pool_id from workers where pool_id is not null)`;
  const names = [...pools, ...strangers.map(({ locked_by }) => locked_by)];
  if (names.length > 0) await release(prisma, names);
  if (dead.length > 0) log.warn({ workers: dead.map(({ id }) => id) }, 'workers died; their jobs are free again');
}

async function release(prisma: PrismaClient, pools: string[]): Promise<void> {
  await prisma.$transaction(async (tx) => {
    await tx.$queryRaw`select graphile_worker.force_unlock_workers(${pools}::text[])::text`;
    // Wakes the workers that wait; an unlock alone rings no bell.
    await tx.$executeRaw`select pg_notify('jobs:insert', '{"count":100}')`;
  });
}

/** The last net: a submission that waits without a job, whatever became of it, gets one. */
export async function addLostJobs(prisma: PrismaClient, log: Logger): Promise<void> {
  const lost = await prisma.$queryRaw<{ id: string }[]>`
    select s.id::text from submissions s
    where s.status <> 'done' and s.created_at < now() - interval '15 seconds'
      and not exists (select 1 from graphile_worker._private_jobs j
                      where j.key = 'submission:' || s.id and (j.locked_at is not null or j.attempts < j.max_attempts))
      and not exists (select 1 from submissions o where o.user_id = s.user_id and o.status = 'running' and o.id <> s.id)
    limit 100`;
  for (const { id } of lost) await addGradeJob(prisma, id);
  if (lost.length > 0) log.warn({ submissions: lost.map(({ id }) => id) }, 'submissions had lost their jobs');
}
