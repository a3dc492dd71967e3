// The judge process: forked by the grader with an empty environment. Its main thread supervises jailed processes and is never blocked;
// its threads hold the tests and wait. It knows no database and no secret but the hidden tests.
import { randomInt } from 'node:crypto';
import { prepareJailFolder } from '../jail/bundle.ts';
import { isRoot, uidCount } from '../jail/layers/user.ts';
import { availableLayers } from '../jail/layers.ts';
import { GpuClient } from '../gpu/client.ts';
import { Pool } from '../jail/pool.ts';
import { JailIncomplete, selfTest } from '../jail/self-test.ts';
import type { Catalogue } from './catalogue.ts';
import { type FromJudge, judgeOptionsSchema, toJudgeSchema } from './messages.ts';
import { Supervisor } from './supervisor.ts';

const options = judgeOptionsSchema.parse(JSON.parse(process.argv[2] ?? '{}'));
const tell = (message: FromJudge): void => void process.send?.(message, undefined, undefined, () => {});

async function start(): Promise<Supervisor> {
  const { device } = options;
  const startingGpu =
    device === 'cpu'
      ? null
      : GpuClient.start({
          device,
          environment: options.driverEnvironment,
          dataFolder: options.dataFolder,
          sessionsMax: options.concurrency,
        });
  const folder = await prepareJailFolder({
    unprivileged: isRoot() && !options.withoutLayers.includes('user'),
    dataFolder: options.dataFolder,
  });
  const layers = availableLayers(folder, options.withoutLayers);
  // The next ids are the pool's; another judge on this machine has begun elsewhere, most likely.
  const slot = randomInt(uidCount);
  const statuses = await selfTest(folder, layers, slot);
  const lacking = statuses.filter(({ state }) => state !== 'proven');
  if (options.requireJail && lacking.length > 0) throw new JailIncomplete(lacking);
  const gpu = await startingGpu;
  const pool = new Pool(folder, layers, {
    gpu,
    size: options.poolSize,
    reserve: options.concurrency,
    contextsAhead: options.contextsAhead,
    firstSlot: slot + 2,
    ...(options.runner === undefined ? {} : { runner: options.runner }),
  });
  const { catalogue }: { catalogue: Catalogue } = await import(options.catalogueUrl);
  const supervisor = new Supervisor({
    catalogue,
    catalogueUrl: options.catalogueUrl,
    pool,
    folder,
    layers: statuses,
    concurrency: options.concurrency,
    gpu,
  });
  await supervisor.ready();
  return supervisor;
}

const starting = start();
starting.then(
  () => tell({ type: 'ready' }),
  (error: unknown) => {
    const expected = error instanceof JailIncomplete;
    tell({
      type: 'failed',
      message: error instanceof Error ? (expected ? error.message : (error.stack ?? error.message)) : String(error),
      jailIncomplete: expected,
    });
    process.exitCode = 1;
    process.disconnect?.();
  },
);

const cancels = new Map<number, AbortController>();
process.on('message', (raw) => {
  const message = toJudgeSchema.parse(raw);
  void starting.then(async (supervisor) => {
    switch (message.type) {
      case 'grade': {
        const { job, request } = message;
        const cancel = new AbortController();
        cancels.set(job, cancel);
        const { result, fault } = await supervisor.grade(request, cancel.signal, (test) =>
          tell({ type: 'test', job, result: test }),
        );
        cancels.delete(job);
        return tell({ type: 'done', job, result, fault });
      }
      case 'cancel':
        return cancels.get(message.job)?.abort();
      case 'status':
        return tell({ type: 'status', status: supervisor.status() });
      default:
        message satisfies never;
    }
  });
});

// The grader is gone: leave nothing behind.
process.on('disconnect', () => {
  void starting.then((supervisor) => supervisor.close()).finally(() => process.exit());
});
// A terminal's Ctrl-C reaches the whole group; the grader decides when we end.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => {});
