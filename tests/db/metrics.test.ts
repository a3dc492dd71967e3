// What the workers count reaches /metrics, whole and in Prometheus' format, over workers that end and judges that start again.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { GET as getReady } from '#app/api/ready/route.ts';
import { GET as getMetrics } from '#app/metrics/route.ts';
import { database } from '#app/_server/database.ts';
import { runQueue } from '#sandbox/queue/run-queue.ts';
import { type JudgeCounts, WorkerMetrics } from '#sandbox/queue/worker-metrics.ts';
import { layerNames } from '#sandbox/status.ts';
import { type FreshDatabase, freshDatabase, silent } from './fresh-database.ts';
import { GradingDouble } from './grading-double.ts';

let fresh: FreshDatabase;
beforeAll(async () => void (fresh = await freshDatabase()));
afterAll(async () => {
  await database().close();
  await fresh.drop();
});

const counts = (more: Partial<JudgeCounts> = {}): JudgeCounts => ({
  idle: 2,
  starting: 1,
  given: 0,
  loopLagMsMax: 12,
  kills: {},
  faults: 0,
  ...more,
});

/** Samples by name and labels, as a scraper reads them. */
async function scrape(): Promise<Map<string, number>> {
  const response = await getMetrics();
  expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  const lines = (await response.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => {
      const [, name = '', value = ''] = /^([a-z0-9_]+(?:\{[^}]*\})?) (\S+)$/i.exec(line) ?? [];
      expect(name, line).not.toBe('');
      return [name, Number(value)];
    }),
  );
}

test('verdicts, kills and times of all workers add up, and a judge that starts anew takes nothing back', async () => {
  const { prisma } = fresh.database;
  const [one, two] = [new WorkerMetrics(), new WorkerMetrics()];
  one.graded('AC', 20);
  one.graded('WA', 300);
  two.graded('AC', 45_000);
  one.judge(counts({ kills: { TLE: 2 }, faults: 1 }));
  await Promise.all([one.store(prisma), two.store(prisma)]);
  // The judge of the first was started again.
  one.judge(counts({ kills: { TLE: 1, MLE: 1 } }));
  await one.store(prisma);
  await one.store(prisma);
  const found = await scrape();
  expect(found.get('gradgym_verdicts_total{verdict="AC"}')).toBe(2);
  expect(found.get('gradgym_verdicts_total{verdict="WA"}')).toBe(1);
  expect(found.get('gradgym_verdicts_total{verdict="IE"}')).toBe(0);
  expect(found.get('gradgym_jail_kills_total{reason="TLE"}')).toBe(3);
  expect(found.get('gradgym_jail_kills_total{reason="MLE"}')).toBe(1);
  expect(found.get('gradgym_faults_total')).toBe(1);
  expect(found.get('gradgym_grading_seconds_bucket{le="0.025"}')).toBe(1);
  expect(found.get('gradgym_grading_seconds_bucket{le="0.5"}')).toBe(2);
  expect(found.get('gradgym_grading_seconds_bucket{le="30"}')).toBe(2);
  expect(found.get('gradgym_grading_seconds_bucket{le="+Inf"}')).toBe(3);
  expect(found.get('gradgym_grading_seconds_count')).toBe(3);
  expect(found.get('gradgym_grading_seconds_sum')).toBeCloseTo(45.32);
  expect(found.get('gradgym_ready')).toBe(0);
  expect([...found.keys()].some((name) => name.startsWith('gradgym_web_nodejs_eventloop_lag'))).toBe(true);
});

test('what could not be stored is stored the next time', async () => {
  const metrics = new WorkerMetrics();
  metrics.graded('OLE', 10);
  await expect(
    metrics.store({ $executeRaw: () => Promise.reject(new Error('no database')) as never }),
  ).rejects.toThrow();
  await metrics.store(fresh.database.prisma);
  expect((await scrape()).get('gradgym_verdicts_total{verdict="OLE"}')).toBe(1);
});

test("a living worker's pool, lag and layers are in /metrics and /api/ready, and what waits", async () => {
  const layers = layerNames.map((name) => ({
    name,
    state: name === 'bubblewrap' ? ('missing' as const) : ('proven' as const),
    detail: `${name} here`,
  }));
  const grader = Object.assign(new GradingDouble(), { status: async () => counts({ kills: { OLE: 4 } }) });
  const queue = await runQueue({
    connectionString: fresh.url,
    database: fresh.database,
    grader,
    slots: 3,
    jail: { layers },
    log: silent,
  });
  await expect.poll(async () => (await scrape()).get('gradgym_jail_pool{state="idle"}'), { timeout: 10_000 }).toBe(2);
  const found = await scrape();
  expect(found.get('gradgym_workers')).toBe(1);
  expect(found.get('gradgym_worker_slots')).toBe(3);
  expect(found.get('gradgym_ready')).toBe(1);
  expect(found.get('gradgym_supervisor_loop_lag_seconds_max')).toBeCloseTo(0.012);
  expect(found.get('gradgym_jail_layer_workers{layer="bubblewrap",state="missing"}')).toBe(1);
  expect(found.get('gradgym_queue_length')).toBe(0);
  const ready = await (await getReady()).json();
  expect(ready.workers).toMatchObject([
    { slots: 3, jail: layers, report: { pool: { idle: 2, starting: 1, given: 0 } } },
  ]);
  await queue.stop();
  expect((await scrape()).get('gradgym_jail_kills_total{reason="OLE"}')).toBe(4);
});
