// What a worker tells of its work: totals that all workers add to in the database, so that they go on when one is started again, and a
// report of how it is now in its own row. The web tier makes /metrics and the status page of both.
import type { PrismaClient } from '#prisma/client.ts';
import type { Verdict } from '../result.ts';
import { type GpuStatus, gradingSecondsClasses, type StopReason, stopReasons, type WorkerReport } from '../status.ts';

/** One label each at most, of few values: the table stays as small as this list. */
export type TotalName =
  | 'verdicts'
  | 'faults'
  | 'jail_kills'
  | 'grading_seconds_bucket'
  | 'grading_seconds_sum'
  | 'grading_seconds_count';

/** As much of the judge's status as is told on. */
export interface JudgeCounts {
  readonly idle: number;
  readonly starting: number;
  readonly given: number;
  readonly loopLagMsMax: number;
  readonly kills: { readonly [R in StopReason]?: number | undefined };
  readonly faults: number;
  readonly gpu?: GpuStatus;
}

export class WorkerMetrics {
  private readonly added = new Map<string, number>();
  private seen: Pick<JudgeCounts, 'kills' | 'faults'> = { kills: {}, faults: 0 };

  graded(verdict: Verdict, wallMs: number): void {
    const seconds = wallMs / 1000;
    this.add('verdicts', verdict, 1);
    // Each class holds what is below its end, those below it included, as Prometheus has it.
    for (const end of gradingSecondsClasses) if (seconds <= end) this.add('grading_seconds_bucket', String(end), 1);
    this.add('grading_seconds_sum', '', seconds);
    this.add('grading_seconds_count', '', 1);
  }

  /** The judge counts from its own start; what it counts less than before, it counts anew. */
  judge(counts: JudgeCounts): WorkerReport {
    const since = (now: number, before: number): number => (now >= before ? now - before : now);
    for (const reason of stopReasons)
      this.add('jail_kills', reason, since(counts.kills[reason] ?? 0, this.seen.kills[reason] ?? 0));
    this.add('faults', '', since(counts.faults, this.seen.faults));
    this.seen = { kills: counts.kills, faults: counts.faults };
    const { idle, starting, given, loopLagMsMax } = counts;
    return { pool: { idle, starting, given }, loopLagMsMax, gpu: counts.gpu ?? null };
  }

  /** Adds what was counted since the last time; kept for the next one when the database cannot be reached. */
  async store(prisma: Pick<PrismaClient, '$executeRaw'>): Promise<void> {
    const rows = [...this.added].filter(([, value]) => value !== 0);
    if (rows.length === 0) return;
    this.added.clear();
    const [names, labels] = [0, 1].map((part) => rows.map(([key]) => key.split(' ')[part] ?? ''));
    const values = rows.map(([, value]) => value);
    try {
      // In one order, so that two workers never wait for each other.
      await prisma.$executeRaw`
        insert into metric_totals (name, label, value)
        select * from unnest(${names}::text[], ${labels}::text[], ${values}::float8[]) as t (name, label, value)
        order by name, label
        on conflict (name, label) do update set value = metric_totals.value + excluded.value`;
    } catch (error) {
      for (const [key, value] of rows) this.added.set(key, (this.added.get(key) ?? 0) + value);
      throw error;
    }
  }

  private add(name: TotalName, label: string, value: number): void {
    const key = `${name} ${label}`;
    this.added.set(key, (this.added.get(key) ?? 0) + value);
  }
}
