import { submissionAnswer } from '#app/_server/submission-answer.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addGradeJob } from '#sandbox/queue/add-grade-job.ts';
import { claimSubmission, claimsMax } from '#sandbox/queue/claim-submission.ts';
import { finishSubmission } from '#sandbox/queue/finish-submission.ts';
import { gradeSubmission } from '#sandbox/queue/grade-submission.ts';
import { stopSubmission } from '#sandbox/queue/stop-submission.ts';
import { Stops } from '#sandbox/queue/stops.ts';
import { type Queue, runQueue } from '#sandbox/queue/run-queue.ts';
import { type FreshDatabase, freshDatabase, silent } from './fresh-database.ts';
import { WorkerMetrics } from '#sandbox/queue/worker-metrics.ts';
import { GradingDouble } from './grading-double.ts';

let fresh: FreshDatabase;
let users = 0;
beforeAll(async () => void (fresh = await freshDatabase()));
afterAll(() => fresh.drop());

async function newUser(): Promise<string> {
  const id = `user-${++users}`;
  await fresh.database.prisma.user.create({ data: { id, name: id, email: `${id}@example.com` } });
  return id;
}

async function submit(userId: string, source: string, kind: 'run' | 'submit' = 'submit', job = false): Promise<string> {
  return fresh.database.prisma.$transaction(async (tx) => {
    const { id } = await tx.submission.create({
      data: {
        userId,
        challenge: 'c',
        challengeVersion: 1,
        language: 'typescript',
        kind,
        source,
        sourceHash: 'h',
        seed: 7n,
      },
    });
    if (job) await addGradeJob(tx, id);
    return id;
  });
}

const stopping = new AbortController().signal;
const grade = (id: string, grader = new GradingDouble(), stops = new Stops()) =>
  gradeSubmission(id, {
    prisma: fresh.database.prisma,
    grader,
    log: silent,
    metrics: new WorkerMetrics(),
    stops,
    stopping,
  });
const jobsOf = (id: string) => fresh.database.prisma.$queryRaw<{ key: string }[]>`
  select key from graphile_worker._private_jobs where key = ${`submission:${id}`}`;
const read = (id: string) =>
  fresh.database.prisma.submission.findUniqueOrThrow({
    where: { id },
    include: { tests: { orderBy: { ordinal: 'asc' } } },
  });
const progressOf = (userId: string) => fresh.database.prisma.progress.findFirst({ where: { userId } });

test('a graded submission has its verdict, score, tests and the seed of its row', async () => {
  const grader = new GradingDouble();
  const id = await submit(await newUser(), 'WA');
  await grade(id, grader);
  const row = await read(id);
  expect(row).toMatchObject({ status: 'done', verdict: 'WA', score: 4, points: 6, claims: 1 });
  expect(row.tests.map((t) => t.ordinal)).toEqual([1, 2, 3]);
  expect(grader.graded[0]?.seed).toBe(7);
  // What the page shows of it; and a row stored before mistakes were named reads as none.
  expect(submissionAnswer(row, [], null).mistakes).toMatchObject([{ id: 'a-slip', text: { zh: '失手了。' } }]);
  const { mistakes: _, ...older } = Object(row.result);
  expect(submissionAnswer({ ...row, result: older }, [], null).mistakes).toEqual([]);
});

test('grading a done submission again changes nothing', async () => {
  const user = await newUser();
  const id = await submit(user, 'AC');
  await grade(id);
  const first = await read(id);
  const second = new GradingDouble();
  await grade(id, second);
  expect(second.graded).toEqual([]);
  expect(await read(id)).toEqual(first);
  expect((await progressOf(user))?.attempts).toBe(1);
});

test('a worker that lost its claim writes nothing', async () => {
  const { prisma } = fresh.database;
  const user = await newUser();
  const id = await submit(user, 'AC');
  const old = await claimSubmission(prisma, id);
  const latest = await claimSubmission(prisma, id);
  if (old === null || latest === null) throw new Error('not claimed');
  const result = await new GradingDouble().grade({ challenge: 'c', source: 'AC', kind: 'submit', seed: 7 });
  expect(await finishSubmission(prisma, old, result)).toBe(false);
  expect((await read(id)).status).toBe('running');
  expect(await finishSubmission(prisma, latest, result)).toBe(true);
  expect(await finishSubmission(prisma, latest, result)).toBe(false);
  expect((await progressOf(user))?.attempts).toBe(1);
});

test('progress keeps the best score and the attempt that solved it', async () => {
  const user = await newUser();
  for (const source of ['WA', 'AC', 'WA', 'AC']) await grade(await submit(user, source));
  expect(await progressOf(user)).toMatchObject({
    bestScore: 6,
    points: 6,
    attempts: 4,
    solvedAttempt: 2,
    solvedVersion: 1,
  });
});

test('a run is activity and neither attempt nor score', async () => {
  const user = await newUser();
  await grade(await submit(user, 'AC', 'run'));
  expect(await progressOf(user)).toMatchObject({ runs: 1, attempts: 0, bestScore: 0, solvedAt: null });
});

test.each(['IE', 'throw'])('our own fault (%s) is shown as IE and counts for nothing', async (source) => {
  const user = await newUser();
  const id = await submit(user, source);
  await grade(id);
  expect((await read(id)).verdict).toBe('IE');
  expect(await progressOf(user)).toBeNull();
});

test('a submission that outlives too many workers ends as IE without being graded again', async () => {
  const id = await submit(await newUser(), 'AC');
  for (let i = 0; i < claimsMax; i++) await claimSubmission(fresh.database.prisma, id);
  const grader = new GradingDouble();
  await grade(id, grader);
  expect((await read(id)).verdict).toBe('IE');
  expect(grader.graded).toEqual([]);
});

test('text that PostgreSQL cannot hold does not keep a verdict from being stored', async () => {
  const id = await submit(await newUser(), 'nasty');
  await grade(id);
  const row = await read(id);
  expect(row.verdict).toBe('AC');
  expect(row.tests[1]?.body).toMatchObject({ says: 'nul ␀ and half �' });
});

test('a user has one submission running; the next starts when it ends', async () => {
  const { prisma } = fresh.database;
  const user = await newUser();
  const [first, second] = [await submit(user, 'AC'), await submit(user, 'WA')];
  const claim = await claimSubmission(prisma, first);
  expect(await claimSubmission(prisma, second)).toBeNull();
  if (claim === null) throw new Error('not claimed');
  await finishSubmission(
    prisma,
    claim,
    await new GradingDouble().grade({ challenge: 'c', source: 'AC', kind: 'submit', seed: 7 }),
  );
  expect(await jobsOf(second)).toHaveLength(1);
});

test('a submission stopped while it waits leaves neither row nor job, and lets the next one through', async () => {
  const { prisma } = fresh.database;
  const user = await newUser();
  const [first, second] = [await submit(user, 'AC', 'submit', true), await submit(user, 'AC')];
  expect(await stopSubmission(prisma, await newUser(), first)).toBe(false);
  expect(await stopSubmission(prisma, user, first)).toBe(true);
  expect(await prisma.submission.count({ where: { id: first } })).toBe(0);
  expect(await jobsOf(first)).toEqual([]);
  expect(await jobsOf(second)).toHaveLength(1);
  await grade(first);
  expect(await progressOf(user)).toBeNull();
  expect(await stopSubmission(prisma, user, first)).toBe(false);
});

test('a submission that is done cannot be stopped: its verdict stands', async () => {
  const user = await newUser();
  const id = await submit(user, 'WA');
  await grade(id);
  expect(await stopSubmission(fresh.database.prisma, user, id)).toBe(false);
  expect((await read(id)).verdict).toBe('WA');
});

test('a submission stopped while it is graded has no verdict, wherever its grading is', async () => {
  const { prisma } = fresh.database;
  const user = await newUser();
  const [heard, missed] = [await submit(user, 'slow'), await submit(await newUser(), 'slow')];
  const stops = new Stops();
  const grading = [grade(heard, new GradingDouble(60_000), stops), grade(missed, new GradingDouble(3_000))];
  const timeout = 20_000;
  await expect.poll(async () => (await read(heard)).status, { timeout }).toBe('running');
  await expect.poll(async () => (await read(missed)).status, { timeout }).toBe('running');
  const { userId } = await read(missed);
  expect(await stopSubmission(prisma, user, heard)).toBe(true);
  expect(await stopSubmission(prisma, userId, missed)).toBe(true);
  stops.stop(heard);
  await Promise.all(grading);
  expect(await prisma.submission.count({ where: { id: { in: [heard, missed] } } })).toBe(0);
  expect(await prisma.testRow.count({ where: { submissionId: { in: [heard, missed] } } })).toBe(0);
  expect(await progressOf(user)).toBeNull();
  expect(await progressOf(userId)).toBeNull();
});

test('a running queue grades what comes, in all slots, each once, and gives back at stop what is not done', async () => {
  const grader = new GradingDouble(60_000);
  const { database, url } = fresh;
  await database.prisma.$executeRaw`delete from graphile_worker._private_jobs`;
  const queue: Queue = await runQueue({ connectionString: url, database, grader, slots: 3, jail: {}, log: silent });
  const user = await newUser();
  const ids = [await submit(user, 'AC', 'submit', true), await submit(user, 'WA', 'submit', true)];
  for (let i = 0; i < 10; i++) ids.push(await submit(await newUser(), 'AC', 'submit', true));
  await expect
    .poll(async () => (await Promise.all(ids.map(read))).every((row) => row.status === 'done'), { timeout: 10_000 })
    .toBe(true);
  expect(grader.graded).toHaveLength(ids.length);
  const hasty = await newUser();
  const stopped = await submit(hasty, 'slow', 'submit', true);
  await expect.poll(async () => (await read(stopped)).status, { timeout: 5_000 }).toBe('running');
  await stopSubmission(database.prisma, hasty, stopped);
  // Its slot is free again long before it would have been graded.
  for (let i = 0; i < 3; i++) ids.push(await submit(await newUser(), 'AC', 'submit', true));
  await expect
    .poll(async () => (await Promise.all(ids.map(read))).every((row) => row.status === 'done'), { timeout: 10_000 })
    .toBe(true);
  expect(await jobsOf(stopped)).toEqual([]);
  const slow = await submit(await newUser(), 'slow', 'submit', true);
  await expect.poll(async () => (await read(slow)).status, { timeout: 5_000 }).toBe('running');
  await queue.stop();
  expect(grader.closed).toBe(true);
  const jobs = await database.prisma.$queryRaw<{ locked_by: string | null }[]>`
    select locked_by from graphile_worker._private_jobs where key = ${`submission:${slow}`}`;
  expect(jobs).toEqual([{ locked_by: null }]);
});
