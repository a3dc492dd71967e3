// The worker process: takes submissions from the queue and grades them. It alone holds the database's address; what it
// starts to run them gets an empty environment. `node sandbox/worker.ts`, as many as there are
// machines, with the same DATABASE_URL. Start reading at queue/run-queue.ts.
import { availableParallelism } from 'node:os';
import pino from 'pino';
import { openDatabase } from '#prisma/client.ts';
import { serviceEnvironment } from '#prisma/environment.ts';
import { createGrader, JailIncomplete } from './grade.ts';
import { runQueue } from './queue/run-queue.ts';

/** EX_CONFIG of sysexits.h: another start would end the same way. */
const exitWrongMachine = 78;
const environment = serviceEnvironment();
const log = pino({ name: 'worker', level: environment.GRADGYM_LOG_LEVEL });
// Each submission is a process that may use a core; one core is left for the rest.
const slots = environment.GRADGYM_WORKER_SLOTS ?? Math.max(1, availableParallelism() - 1);
const connectionString = environment.DATABASE_URL;

const grader = await createGrader({
  concurrency: slots,
  requireJail: environment.GRADGYM_REQUIRE_JAIL,
  device: environment.GRADGYM_DEVICE,
}).catch((error: unknown) => {
  if (!(error instanceof JailIncomplete)) throw error;
  // For people, as it is: the front door shows these lines and does not try again.
  process.stderr.write(`${error.message}\n`);
  process.exit(exitWrongMachine);
});
for (const { name, state, detail } of grader.jail.layers)
  if (state !== 'proven') log.warn({ layer: name, state, detail }, 'a layer of the jail is not there');
const database = openDatabase({ connectionString, applicationName: 'gradgym-worker', connectionsMax: slots + 4 });
const queue = await runQueue({ connectionString, database, grader, slots, jail: grader.jail, log });

let stopping: Promise<void> | undefined;

function stop(why: string): void {
  if (stopping !== undefined) return;
  log.info({ why }, 'worker stops');
  stopping = queue
    .stop()
    .then(() => database.close())
    .then(
      () => process.exit(why === 'the queue ended' ? 1 : 0),
      (error: unknown) => {
        log.error({ err: error }, 'worker did not stop well');
        process.exit(1);
      },
    );
}

process.on('SIGTERM', () => stop('SIGTERM'));
process.on('SIGINT', () => stop('SIGINT'));
queue.ended.then(
  () => stop('the queue ended'),
  (error: unknown) => {
    log.error({ err: error }, 'the queue failed');
    stop('the queue ended');
  },
);
