// A worker process that is real but for its grader, to be killed by worker-death.test.ts.
import pino from 'pino';
import { openDatabase } from '#prisma/client.ts';
import { runQueue } from '#sandbox/queue/run-queue.ts';
import { GradingDouble } from './grading-double.ts';

const connectionString = process.env.DATABASE_URL ?? '';
const database = openDatabase({ connectionString, applicationName: 'worker-double', connectionsMax: 6 });
const grader = new GradingDouble(Number(process.env.SLOW_MS));
await runQueue({ connectionString, database, grader, slots: 2, jail: grader.jail, log: pino({ level: 'warn' }) });
process.stdout.write('ready\n');
