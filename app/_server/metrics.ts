// Everything at /metrics, in Prometheus' format: how the service is now, read from the database at each request, and what all workers
// have counted. Labels have few values each; none names a user, a submission or a worker.
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { verdicts } from '#sandbox/result.ts';
import { gradingSecondsClasses, stopReasons } from '#sandbox/status.ts';
import { database } from './database.ts';
import { type Readiness, readiness } from './readiness.ts';

// Kept on globalThis like the database: default metrics are collected once a process.
const place = globalThis as typeof globalThis & { gradgymRegistry?: Registry };

function processRegistry(): Registry {
  if (place.gradgymRegistry) return place.gradgymRegistry;
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'gradgym_web_' });
  place.gradgymRegistry = registry;
  return registry;
}

export async function metrics(): Promise<{ readonly text: string; readonly contentType: string }> {
  const now = new Registry();
  gauges(now, await readiness());
  totals(now, await readTotals());
  const all = Registry.merge([processRegistry(), now]);
  return { text: await all.metrics(), contentType: all.contentType };
}

function gauges(registry: Registry, { ready, queued, queueAgeSeconds, workers }: Readiness): void {
  const gauge = (name: string, help: string, value: number): void =>
    new Gauge({ name: `gradgym_${name}`, help, registers: [registry] }).set(value);
  const reports = workers.flatMap(({ report }) => (report === null ? [] : [report]));
  gauge('ready', 'Whether a submission made now would be graded.', Number(ready));
  gauge('queue_length', 'Submissions that wait.', queued);
  gauge('queue_age_seconds', 'How long the oldest of them waits.', queueAgeSeconds ?? 0);
  gauge('workers', 'Workers seen in the last 15 seconds.', workers.length);
  gauge('worker_slots', 'Submissions they grade at once.', sum(workers.map(({ slots }) => slots)));
  gauge(
    'supervisor_loop_lag_seconds_max',
    "Largest delay of a supervisor's event loop since the worker's last report.",
    Math.max(0, ...reports.map(({ loopLagMsMax }) => loopLagMsMax)) / 1000,
  );
  const pool = new Gauge({
    name: 'gradgym_jail_pool',
    help: 'Jailed processes by state.',
    labelNames: ['state'],
    registers: [registry],
  });
  for (const state of ['idle', 'starting', 'given'] as const)
    pool.set({ state }, sum(reports.map((r) => r.pool[state])));
  const layers = new Gauge({
    name: 'gradgym_jail_layer_workers',
    help: 'Workers by layer of the jail and by what their start proved of it.',
    labelNames: ['layer', 'state'],
    registers: [registry],
  });
  for (const { jail } of workers) for (const { name, state } of jail ?? []) layers.inc({ layer: name, state });
}

type Totals = ReadonlyMap<string, number>;
const keyOf = (name: string, label: string): string => `${name} ${label}`;

async function readTotals(): Promise<Totals> {
  try {
    const rows = await database().prisma.metricTotal.findMany();
    return new Map(rows.map(({ name, label, value }) => [keyOf(name, label), value]));
  } catch {
    // `gradgym_ready` says that the database cannot be reached.
    return new Map();
  }
}

function totals(registry: Registry, stored: Totals): void {
  const counter = (name: string, help: string, label?: string, labels: readonly string[] = ['']): void => {
    const made = new Counter({
      name: `gradgym_${name}_total`,
      help,
      labelNames: label === undefined ? [] : [label],
      registers: [registry],
    });
    for (const value of labels)
      made.inc(label === undefined ? {} : { [label]: value }, stored.get(keyOf(name, value)) ?? 0);
  };
  counter('verdicts', 'Submissions graded, by verdict.', 'verdict', verdicts);
  counter('jail_kills', 'Jailed processes stopped before they had answered, by reason.', 'reason', stopReasons);
  counter('faults', 'Submissions that the judge could not grade at a second try: each is an IE.');
  registry.registerMetric(new StoredHistogram(stored));
}

const gradingSecondsHelp = 'From the request to the verdict in the grader; waiting in the queue is not in it.';

/** The library's own counts what it observes; this one was counted by the workers. */
class StoredHistogram extends Histogram {
  private readonly stored: Totals;
  constructor(stored: Totals) {
    super({
      name: 'gradgym_grading_seconds',
      help: gradingSecondsHelp,
      buckets: [...gradingSecondsClasses],
      registers: [],
    });
    this.stored = stored;
  }
  /** What the library asks for when it writes text; its types do not say so. */
  async getForPromString() {
    const value = (part: string, label = ''): number => this.stored.get(keyOf(`grading_seconds_${part}`, label)) ?? 0;
    const row = (part: string, labels: { le?: number | string }, amount: number) => ({
      metricName: `gradgym_grading_seconds_${part}`,
      labels,
      value: amount,
    });
    return {
      name: 'gradgym_grading_seconds',
      help: gradingSecondsHelp,
      type: 'histogram',
      values: [
        ...gradingSecondsClasses.map((end) => row('bucket', { le: end }, value('bucket', String(end)))),
        row('bucket', { le: '+Inf' }, value('count')),
        row('sum', {}, value('sum')),
        row('count', {}, value('count')),
      ],
    };
  }
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
