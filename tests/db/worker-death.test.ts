import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { challengeFolder } from '#challenges/index.ts';
import { addGradeJob } from '#sandbox/queue/add-grade-job.ts';
import { type FreshDatabase, freshDatabase } from './fresh-database.ts';

let fresh: FreshDatabase;
const children: ChildProcess[] = [];
beforeAll(async () => void (fresh = await freshDatabase()));
afterAll(() => fresh.drop());
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

function startWorker(slowMs: number): Promise<ChildProcess> {
  return startProcess(path.join(import.meta.dirname, 'worker-double.ts'), { SLOW_MS: String(slowMs) });
}

/** The worker as it is in production, with its judge and its jailed processes. */
function startRealWorker(): Promise<ChildProcess> {
  return startProcess(path.resolve(import.meta.dirname, '../../sandbox/worker.ts'), { GRADGYM_LOG_LEVEL: 'info' });
}

async function startProcess(file: string, variables: Record<string, string>): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--no-warnings', file], {
    env: { ...process.env, DATABASE_URL: fresh.url, ...variables },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', (data: Buffer) => data.toString().includes('ready') && resolve());
    child.on('exit', () => reject(new Error('the worker ended')));
  });
  return child;
}

async function submit(user: string, challenge: string, source: string): Promise<string> {
  const { prisma } = fresh.database;
  await prisma.user.create({ data: { id: user, name: user, email: `${user}@example.com` } });
  return prisma.$transaction(async (tx) => {
    const { id } = await tx.submission.create({
      data: {
        userId: user,
        challenge,
        challengeVersion: 1,
        language: 'typescript',
        kind: 'submit',
        source,
        sourceHash: 'h',
        seed: 7n,
      },
    });
    await addGradeJob(tx, id);
    return id;
  });
}

const submitSlow = (user: string): Promise<string> => submit(user, 'c', 'slow');

const read = (id: string) =>
  fresh.database.prisma.submission.findUniqueOrThrow({ where: { id }, include: { tests: true } });

test('a worker killed while it grades: the next start takes the job within seconds, to exactly one verdict', async () => {
  const first = await startWorker(60_000);
  const id = await submitSlow('killed');
  await expect.poll(async () => (await read(id)).tests.length, { timeout: 5_000 }).toBe(1);
  first.kill('SIGKILL');
  const killed = Date.now();
  await startWorker(300);
  await expect.poll(async () => (await read(id)).status, { timeout: 15_000, interval: 50 }).toBe('done');
  expect(Date.now() - killed).toBeLessThan(8_000);
  const row = await read(id);
  expect(row).toMatchObject({ verdict: 'AC', claims: 2 });
  expect(row.tests).toHaveLength(3);
  expect(await fresh.database.prisma.progress.findFirst({ where: { userId: 'killed' } })).toMatchObject({
    attempts: 1,
  });
});

test('the same with the real grader: killed in the middle of a submission, exactly one verdict after a restart', async () => {
  const first = await startRealWorker();
  // Right, and slow enough to be caught at work.
  const solution = readFileSync(path.join(challengeFolder('first-graph'), 'solution.ts'), 'utf8');
  const source = `${solution}\nconst end = Date.now() + 200;\nwhile (Date.now() < end);\n`;
  const id = await submit('really-killed', 'first-graph', source);
  await expect.poll(async () => (await read(id)).status, { timeout: 10_000, interval: 20 }).toBe('running');
  first.kill('SIGKILL');
  expect(await read(id)).toMatchObject({ verdict: null, claims: 1 });
  await startRealWorker();
  await expect.poll(async () => (await read(id)).status, { timeout: 30_000, interval: 50 }).toBe('done');
  expect(await read(id)).toMatchObject({ verdict: 'AC', claims: 2 });
  expect(await fresh.database.prisma.progress.findFirst({ where: { userId: 'really-killed' } })).toMatchObject({
    attempts: 1,
  });
});

test('of two workers the living one takes over what the killed one held, without a restart', async () => {
  const doomed = await startWorker(60_000);
  const id = await submitSlow('taken-over');
  await expect.poll(async () => (await read(id)).tests.length, { timeout: 5_000 }).toBe(1);
  await startWorker(300);
  expect((await read(id)).claims).toBe(1);
  doomed.kill('SIGKILL');
  await expect.poll(async () => (await read(id)).status, { timeout: 15_000, interval: 50 }).toBe('done');
  expect(await read(id)).toMatchObject({ verdict: 'AC', claims: 2 });
});
