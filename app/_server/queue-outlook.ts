import type { QueueOutlook } from './api-types.ts';
import { database } from './database.ts';

/** As long as a worker that stopped talking still counts: readiness says the same. */
export const workerSeenSecondsMax = 15;
/** How many of the last gradings tell how long one takes. */
const gradingsLookedAt = 50;

interface Row {
  readonly ahead: number;
  readonly slots: number;
  /** Of one grading, median; null before the first. */
  readonly seconds: number | null;
}

/** What stands before a submission that waits, and how long it will be until its verdict at the pace of the last ones. */
export async function queueOutlook(createdAt: Date): Promise<QueueOutlook> {
  const [row] = await database().prisma.$queryRaw<Row[]>`
    select
      (select count(*)::int from submissions where status <> 'done' and created_at < ${createdAt}) as ahead,
      (select coalesce(sum(slots), 0)::int from workers
        where last_seen_at > now() - make_interval(secs => ${workerSeenSecondsMax})) as slots,
      (select percentile_cont(0.5) within group (order by extract(epoch from finished_at - started_at))::float8
        from (select started_at, finished_at from submissions
          where status = 'done' and started_at is not null and finished_at is not null
          order by created_at desc limit ${gradingsLookedAt}) as last) as seconds`;
  if (row === undefined) throw new Error('a query of one row had none');
  return { ahead: row.ahead, slots: row.slots, waitSeconds: waitSeconds(row) };
}

/** Rounds of `slots` submissions at once, each as long as the median; null where nobody grades or nothing was graded yet. */
export function waitSeconds({ ahead, slots, seconds }: Row): number | null {
  if (slots === 0 || seconds === null) return null;
  return Math.max(1, Math.ceil((Math.floor(ahead / slots) + 1) * seconds));
}
