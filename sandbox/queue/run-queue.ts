import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Logger as QueueLogger, run, runMigrations, type WorkerPool } from 'graphile-worker';
import type { Logger } from 'pino';
import type { Database } from '#prisma/client.ts';
import { gradePayloadSchema, gradeTask } from './channels.ts';
import { type Grades, gradeSubmission } from './grade-submission.ts';
import { type JudgeCounts, WorkerMetrics } from './worker-metrics.ts';
import { Stops } from './stops.ts';
import { registerWorker } from './worker-registry.ts';

export interface QueueOptions {
  readonly connectionString: string;
  readonly database: Database;
  readonly grader: Grades & { status?(): Promise<JudgeCounts>; close(): Promise<void> };
  /** How many submissions this process grades at once. */
  readonly slots: number;
  readonly jail: unknown;
  readonly log: Logger;
}

export interface Queue {
  /** Settles when the queue has ended, by itself or by stop(). */
  readonly ended: Promise<void>;
  /** Takes no more, waits a while for what is under way, gives back what is not done by then. */
  stop(): Promise<void>;
}

const statusMsMax = 1_000;
/** Less than the front door waits before it kills. */
const stopMsMax = 3_000;

/** The queue's own tables, in a schema of their own. Harmless to call again. */
export async function installQueue(database: Database, log: Logger): Promise<void> {
  await runMigrations({ pgPool: database.pool, logger: queueLogger(log) });
}

export async function runQueue(options: QueueOptions): Promise<Queue> {
  const { database, grader, log, slots } = options;
  const { prisma, pool } = database;
  await installQueue(database, log);
  const metrics = new WorkerMetrics();
  const stops = new Stops();
  const registration = await registerWorker({
    ...options,
    prisma,
    metrics,
    onStop: (submission) => stops.stop(submission),
    // A sign of life does not wait for a judge that is busy being started again.
    judgeStatus: () =>
      Promise.race([grader.status?.() ?? null, sleep(statusMsMax, null, { ref: false })]).catch(() => null),
  });
  const stopping = new AbortController();
  const events = new EventEmitter();
  let named: Promise<void> = Promise.resolve();
  events.on('pool:create', ({ workerPool }: { workerPool: WorkerPool }) => {
    named = registration.ownPool(workerPool.id);
  });
  const runner = await run({
    pgPool: pool,
    concurrency: slots,
    pollInterval: 2_000,
    noHandleSignals: true,
    crontab: '',
    events,
    logger: queueLogger(log),
    taskList: {
      [gradeTask]: async (payload: unknown) => {
        const { submission } = gradePayloadSchema.parse(payload);
        await gradeSubmission(submission, { prisma, grader, log, metrics, stops, stopping: stopping.signal });
      },
    },
  });
  await named;
  log.info({ worker: registration.id, slots, jail: options.jail }, 'worker is ready');
  const stop = async () => {
    const done = runner.stop().catch((error: unknown) => log.error({ err: error }, 'the queue did not stop well'));
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<'late'>((resolve) => (timer = setTimeout(() => resolve('late'), stopMsMax)));
    const outcome = await Promise.race([done, late]);
    clearTimeout(timer);
    if (outcome === 'late') log.warn('gives back what is not graded yet');
    stopping.abort();
    // Unlocked before the grader goes: a job whose grader is closed under it fails, and a failed job waits before it
    // is tried again; one that is unlocked is taken at once, and the failure no longer finds its lock.
    await registration.leave();
    await grader.close();
  };
  return { ended: runner.promise, stop };
}

function queueLogger(log: Logger): QueueLogger {
  return new QueueLogger(() => (level, message) => {
    // It tells of each job at info, and we do so ourselves, with the submission's id.
    if (level === 'error') log.error(message);
    else if (level === 'warning') log.warn(message);
    else log.debug(message);
  });
}
