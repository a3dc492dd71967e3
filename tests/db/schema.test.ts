import { afterAll, beforeAll, expect, test } from 'vitest';
import { addGradeJob } from '#sandbox/queue/add-grade-job.ts';
import { type FreshDatabase, freshDatabase } from './fresh-database.ts';

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
  await fresh.database.prisma.user.create({ data: { id: 'ada', name: 'Ada', email: 'ada@example.com' } });
});
afterAll(() => fresh.drop());

const row = {
  userId: 'ada',
  challenge: 'c',
  challengeVersion: 1,
  language: 'typescript',
  kind: 'submit' as const,
  source: 's',
  sourceHash: 'h',
  seed: 1n,
};
const create = (data: object) => fresh.database.prisma.submission.create({ data: { ...row, ...data } });
const now = new Date();

test.each([
  ['done without a verdict', { status: 'done' as const, result: {}, finishedAt: now }],
  ['a verdict before it is done', { verdict: 'AC' as const }],
  ['done without a result', { status: 'done' as const, verdict: 'AC' as const }],
  [
    'a score above the points',
    { status: 'done' as const, verdict: 'AC' as const, result: {}, finishedAt: now, score: 3, points: 2 },
  ],
  ['a source above 64 KiB', { source: 'é'.repeat(32_769) }],
  ['a seed outside 32 bits', { seed: 2n ** 32n }],
  ['a user that is not there', { userId: 'nobody' }],
])('the database refuses a submission with %s', async (_what, data) => {
  await expect(create(data)).rejects.toThrow();
});

test('the same row without the fault is accepted', async () => {
  await expect(
    create({ status: 'done', verdict: 'AC', result: {}, finishedAt: now, score: 2, points: 2 }),
  ).resolves.toBeTruthy();
});

test('a submission has one result per ordinal', async () => {
  const { id } = await create({});
  await fresh.database.prisma.testRow.create({ data: { submissionId: id, ordinal: 1, body: {} } });
  await expect(
    fresh.database.prisma.testRow.create({ data: { submissionId: id, ordinal: 1, body: {} } }),
  ).rejects.toThrow();
});

test('a transaction that fails after the job was added leaves neither row nor job', async () => {
  const { prisma } = fresh.database;
  let id = '';
  const attempt = prisma.$transaction(async (tx) => {
    id = (await tx.submission.create({ data: row })).id;
    await addGradeJob(tx, id);
    throw new Error('afterwards');
  });
  await expect(attempt).rejects.toThrow('afterwards');
  expect(await prisma.submission.findUnique({ where: { id } })).toBeNull();
  const jobs = await prisma.$queryRaw`select 1 from graphile_worker._private_jobs where key = ${`submission:${id}`}`;
  expect(jobs).toEqual([]);
});

test('a user who goes takes everything along', async () => {
  const { prisma } = fresh.database;
  await prisma.user.create({ data: { id: 'bob', name: 'Bob', email: 'bob@example.com' } });
  const { id } = await create({ userId: 'bob' });
  await prisma.testRow.create({ data: { submissionId: id, ordinal: 1, body: {} } });
  await prisma.user.delete({ where: { id: 'bob' } });
  expect(await prisma.testRow.count({ where: { submissionId: id } })).toBe(0);
});
