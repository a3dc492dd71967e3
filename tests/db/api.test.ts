import { afterAll, beforeAll, expect, test } from 'vitest';
import { POST as postGuest } from '#app/api/v1/guest/route.ts';
import { GET as getDraftRoute, PUT as putDraft } from '#app/api/v1/drafts/[challenge]/route.ts';
import { POST as postHint } from '#app/api/v1/challenges/[id]/hints/route.ts';
import { POST as postSolution } from '#app/api/v1/challenges/[id]/solution/route.ts';
import { GET as getProgressRoute } from '#app/api/v1/progress/route.ts';
import { GET as getEvents } from '#app/api/v1/submissions/[id]/events/route.ts';
import { GET as getOne } from '#app/api/v1/submissions/[id]/route.ts';
import { POST as postStop } from '#app/api/v1/submissions/[id]/stop/route.ts';
import { GET as getList, POST as postSubmission } from '#app/api/v1/submissions/route.ts';
import { GET as getReady } from '#app/api/ready/route.ts';
import {
  errorSchema,
  progressListSchema,
  solutionSchema,
  submissionEventSchemas,
  submissionSchema,
} from '#app/_server/api-types.ts';
import { auth } from '#app/_server/auth.ts';
import { database } from '#app/_server/database.ts';
import { getPractice } from '#app/_server/get-practice.ts';
import { takeDownBell } from '#app/_server/submission-bell.ts';
import { solution } from '#challenges/content.ts';
import { claimSubmission } from '#sandbox/queue/claim-submission.ts';
import { gradeSubmission } from '#sandbox/queue/grade-submission.ts';
import { Stops } from '#sandbox/queue/stops.ts';
import { TestWriter } from '#sandbox/queue/store-tests.ts';
import { WorkerMetrics } from '#sandbox/queue/worker-metrics.ts';
import { type FreshDatabase, freshDatabase, silent } from './fresh-database.ts';
import { GradingDouble, testNumber } from './grading-double.ts';

process.env.GRADGYM_SUBMISSIONS_PER_MINUTE_MAX = '6';
let fresh: FreshDatabase;
beforeAll(async () => void (fresh = await freshDatabase()));
afterAll(async () => {
  await takeDownBell();
  await database().close();
  await fresh.drop();
});

const origin = 'http://127.0.0.1:4220';
const at = (path: string, init: RequestInit = {}) => new Request(`${origin}${path}`, init);
const guest = async (): Promise<string> =>
  (await (await postGuest(at('/api/v1/guest', { method: 'POST' }))).json()).token;
const as = (token: string, more: Record<string, string> = {}) => ({ authorization: `Bearer ${token}`, ...more });
const json = { 'content-type': 'application/json' };
const good = { challenge: 'first-graph', language: 'typescript', kind: 'submit', source: 'AC' };
const post = (token: string, body: unknown, headers: Record<string, string> = json) =>
  postSubmission(
    at('/api/v1/submissions', {
      method: 'POST',
      headers: as(token, headers),
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }),
  );
const params = <T>(value: T) => ({ params: Promise.resolve(value) });
const one = (token: string, id: string) =>
  getOne(at(`/api/v1/submissions/${id}`, { headers: as(token) }), params({ id }));
const grade = (id: string, grader = new GradingDouble()) =>
  gradeSubmission(id, {
    prisma: fresh.database.prisma,
    grader,
    log: silent,
    metrics: new WorkerMetrics(),
    stops: new Stops(),
    stopping: new AbortController().signal,
  });
const refusal = async (response: Response) => ({
  status: response.status,
  ...errorSchema.parse(await response.json()).error,
});

test('a guest submits, and reads the verdict where the answer said', async () => {
  const token = await guest();
  const accepted = await post(token, good);
  expect(accepted.status).toBe(202);
  const { id } = await accepted.json();
  expect(submissionSchema.parse(await (await one(token, id)).json())).toMatchObject({
    status: 'queued',
    verdict: null,
    queue: { ahead: 0 },
  });
  await grade(id);
  const done = submissionSchema.parse(await (await one(token, id)).json());
  expect(done).toMatchObject({ status: 'done', verdict: 'AC', score: 6, source: 'AC' });
  expect(done.tests).toHaveLength(3);
  const list = await (await getList(at('/api/v1/submissions?challenge=first-graph', { headers: as(token) }))).json();
  expect(list.submissions.map((s: { id: string }) => s.id)).toEqual([id]);
  const progress = progressListSchema.parse(
    await (await getProgressRoute(at('/api/v1/progress', { headers: as(token) }))).json(),
  );
  expect(progress.progress.find((p) => p.challenge === 'first-graph')).toMatchObject({
    state: 'solved',
    solvedAttempt: 1,
  });
});

test('a submission and its job are there together', async () => {
  const { id } = await (await post(await guest(), good)).json();
  const jobs = await fresh.database.prisma
    .$queryRaw`select 1 as one from graphile_worker._private_jobs where key = ${`submission:${id}`}`;
  expect(jobs).toEqual([{ one: 1 }]);
});

test.each([
  ['another language', { ...good, language: 'python' }, 400, 'language'],
  ['an unknown kind', { ...good, kind: 'guess' }, 400, 'kind'],
  ['no source', { ...good, source: undefined }, 400, 'source'],
  ['a NUL in the source', { ...good, source: 'a\0b' }, 400, 'source'],
  ['half a surrogate in the source', { ...good, source: 'a\ud800' }, 400, 'source'],
  ['a field too many', { ...good, points: 9 }, 400, 'points'],
  ['an unknown challenge', { ...good, challenge: 'nowhere' }, 404, 'challenge'],
  ['a source above 64 KiB', { ...good, source: 'é'.repeat(32_769) }, 413, 'source'],
  ['a body above all bounds', 'x'.repeat(500_000), 413, null],
  ['a body that is not JSON', '{', 400, null],
])('%s is refused with the field and the reason', async (_what, body, status, field) => {
  const answer = await refusal(await post(await guest(), body));
  expect(answer).toMatchObject({ status, field });
  expect(answer.reason).not.toBe('');
});

test('a body of another Content-Type is refused', async () => {
  expect(await refusal(await post(await guest(), good, { 'content-type': 'text/plain' }))).toMatchObject({
    status: 400,
  });
});

test('without a token or with a wrong one nothing is done', async () => {
  for (const token of ['', 'x', `${await guest()}x`]) expect((await refusal(await post(token, good))).status).toBe(401);
});

test("another's submission, its events and one that never was are not found", async () => {
  const { id } = await (await post(await guest(), good)).json();
  const other = await guest();
  for (const wrong of [id, '00000000-0000-7000-8000-000000000000', 'nonsense']) {
    expect((await refusal(await one(other, wrong))).status).toBe(404);
    const events = await getEvents(
      at(`/api/v1/submissions/${wrong}/events`, { headers: as(other) }),
      params({ id: wrong }),
    );
    expect(events.status).toBe(404);
  }
});

test('one running and three queued, and then 429 with Retry-After until one is done', async () => {
  const token = await guest();
  const ids: string[] = [];
  for (let i = 0; i < 4; i++) ids.push((await (await post(token, good)).json()).id);
  const full = await post(token, good);
  expect(full.status).toBe(429);
  expect(Number(full.headers.get('retry-after'))).toBeGreaterThan(0);
  await grade(ids[0] ?? '');
  expect((await post(token, good)).status).toBe(202);
  expect(await refusal(await post(token, good))).toMatchObject({ status: 429 });
});

test('more than so many a minute are refused with the time to wait', async () => {
  const token = await guest();
  let last = await post(token, good);
  for (let i = 0; i < 6; i++) {
    await grade((await last.json()).id);
    last = await post(token, good);
  }
  expect(last.status).toBe(429);
  const wait = Number(last.headers.get('retry-after'));
  expect(wait).toBeGreaterThan(0);
  expect(wait).toBeLessThanOrEqual(60);
});

test('a page of another origin cannot use the cookie, our own can', async () => {
  const signed = await auth().api.signInAnonymous({ headers: new Headers(), returnHeaders: true });
  const cookie = signed.headers.get('set-cookie')?.split(';')[0] ?? '';
  expect(signed.headers.get('set-cookie')).toMatch(/HttpOnly/i);
  expect(signed.headers.get('set-cookie')).toMatch(/SameSite=Lax/i);
  const from = (headers: Record<string, string>) =>
    postSubmission(
      at('/api/v1/submissions', {
        method: 'POST',
        headers: { ...json, cookie, host: '127.0.0.1:4220', ...headers },
        body: JSON.stringify(good),
      }),
    );
  expect((await from({ origin: 'https://evil.example' })).status).toBe(403);
  expect((await from({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect((await from({ origin, 'sec-fetch-site': 'same-origin' })).status).toBe(202);
});

test('a draft is saved over the version it was made from and over no other', async () => {
  const token = await guest();
  const put = (source: string, baseVersion: number) =>
    putDraft(
      at('/api/v1/drafts/first-graph', {
        method: 'PUT',
        headers: as(token, json),
        body: JSON.stringify({ source, baseVersion }),
      }),
      params({ challenge: 'first-graph' }),
    );
  const get = () =>
    getDraftRoute(at('/api/v1/drafts/first-graph', { headers: as(token) }), params({ challenge: 'first-graph' }));
  expect((await get()).status).toBe(404);
  expect(await (await put('one', 0)).json()).toMatchObject({ source: 'one', version: 1 });
  expect(await (await put('two', 1)).json()).toMatchObject({ source: 'two', version: 2 });
  expect(await refusal(await put('three', 1))).toMatchObject({ status: 409, draft: { source: 'two', version: 2 } });
  expect(await (await put('two', 1)).json()).toMatchObject({ version: 2 });
  expect(await (await get()).json()).toMatchObject({ source: 'two', version: 2 });
});

test('an opened hint is kept with the moment it was opened first; a hint that does not exist is refused', async () => {
  const token = await guest();
  const open = (id: string, hint: unknown) =>
    postHint(
      at(`/api/v1/challenges/${id}/hints`, {
        method: 'POST',
        headers: as(token, json),
        body: JSON.stringify({ hint }),
      }),
      params({ id }),
    );
  expect((await open('first-graph', 1)).status).toBe(204);
  const session = await auth().api.getSession({ headers: new Headers(as(token)) });
  const user = { id: session?.user.id ?? '', guest: true };
  const [first] = (await getPractice(user)).hints;
  expect((await open('first-graph', 1)).status).toBe(204);
  expect((await getPractice(user)).hints).toEqual([first]);
  expect(await refusal(await open('first-graph', 4))).toMatchObject({ status: 400, field: 'hint' });
  expect(await refusal(await open('no-such-challenge', 1))).toMatchObject({ status: 404 });
});

test('giving up is said in so many words, opens the solution, and is kept with its first moment', async () => {
  const token = await guest();
  const giveUp = (id: string, body: unknown) =>
    postSolution(
      at(`/api/v1/challenges/${id}/solution`, {
        method: 'POST',
        headers: as(token, json),
        body: JSON.stringify(body),
      }),
      params({ id }),
    );
  const gaveUpAt = async () =>
    progressListSchema
      .parse(await (await getProgressRoute(at('/api/v1/progress', { headers: as(token) }))).json())
      .progress.find(({ challenge }) => challenge === 'first-graph')?.gaveUpAt;
  expect(await refusal(await giveUp('first-graph', {}))).toMatchObject({ status: 400, field: 'giveUp' });
  expect(await refusal(await giveUp('first-graph', { giveUp: false }))).toMatchObject({ status: 400 });
  expect(await refusal(await giveUp('no-such-challenge', { giveUp: true }))).toMatchObject({ status: 404 });
  expect(await gaveUpAt()).toBeNull();
  const opened = solutionSchema.parse(await (await giveUp('first-graph', { giveUp: true })).json());
  expect(opened.solution).toContain('first_graph');
  const first = await gaveUpAt();
  expect(first).not.toBeNull();
  await giveUp('first-graph', { giveUp: true });
  expect(await gaveUpAt()).toBe(first);
});

test('beside an accepted submission stands what the solution took on the same seed; beside no other', async () => {
  const token = await guest();
  const graded = async (body: object) => {
    const { id } = await (await post(token, { ...good, ...body })).json();
    const grader = new GradingDouble();
    await grade(id, grader);
    const answer = submissionSchema.parse(await (await one(token, id)).json());
    return { answer, sources: grader.graded.map(({ source }) => source), seeds: grader.graded.map(({ seed }) => seed) };
  };
  // Whoever waits goes first: then nothing is measured.
  await post(await guest(), good);
  expect((await graded({})).answer.reference).toBeNull();
  await fresh.database.prisma.submission.deleteMany({ where: { status: 'queued' } });
  const accepted = await graded({});
  expect(accepted.answer.reference).toMatchObject({ wallMs: 5, peakBytes: 1000 });
  expect(accepted.sources).toEqual(['AC', solution('first-graph')]);
  expect(accepted.seeds).toEqual([accepted.answer.seed, accepted.answer.seed]);
  for (const body of [{ source: 'WA' }, { kind: 'run' }]) {
    const { answer, sources } = await graded(body);
    expect([answer.reference, sources.length]).toEqual([null, 1]);
  }
});

test('the solution of a solved challenge opens without giving up', async () => {
  const token = await guest();
  const { id } = await (await post(token, good)).json();
  await grade(id);
  const opened = await postSolution(
    at('/api/v1/challenges/first-graph/solution', {
      method: 'POST',
      headers: as(token, json),
      body: JSON.stringify({ giveUp: true }),
    }),
    params({ id: 'first-graph' }),
  );
  expect(opened.status).toBe(200);
  const session = await auth().api.getSession({ headers: new Headers(as(token)) });
  expect((await getPractice({ id: session?.user.id ?? '', guest: true })).gaveUp.size).toBe(0);
});

test("a guest's history goes along to the account that is opened", async () => {
  const signed = await auth().api.signInAnonymous({ headers: new Headers(), returnHeaders: true });
  const { token } = signed.response;
  const { id } = await (await post(token, good)).json();
  await grade(id);
  const openedAt = new Date('2026-11-20T10:00:00Z');
  await fresh.database.prisma.solutionOpening.create({
    data: { userId: signed.response.user.id, challenge: 'training-loop', openedAt },
  });
  const cookie = signed.headers.get('set-cookie')?.split(';')[0] ?? '';
  const account = await auth().api.signUpEmail({
    headers: new Headers({ cookie }),
    body: { email: 'ada@example.com', password: 'correct horse battery', name: 'Ada' },
  });
  const row = await fresh.database.prisma.submission.findUniqueOrThrow({ where: { id } });
  expect(row.userId).toBe(account.user.id);
  expect(await fresh.database.prisma.progress.count({ where: { userId: account.user.id } })).toBe(1);
  expect((await getPractice({ id: account.user.id, guest: false })).gaveUp).toEqual(
    new Map([['training-loop', openedAt]]),
  );
});

interface Seen {
  id: number;
  event: string;
  data: unknown;
}

/** Reads a stream until it ends or `until` says enough. */
async function read(response: Response, until: (seen: Seen[]) => boolean = () => false): Promise<Seen[]> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const seen: Seen[] = [];
  let text = '';
  for (;;) {
    const part = await reader?.read();
    if (part === undefined || part.done) return seen;
    text += part.value;
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const match = /^id: (\d+)\nevent: (\w+)\ndata: (.*)$/.exec(block);
      if (match) seen.push({ id: Number(match[1]), event: match[2] ?? '', data: JSON.parse(match[3] ?? '') });
    }
    if (until(seen)) {
      await reader?.cancel();
      return seen;
    }
  }
}

const events = (token: string, id: string, last?: number) =>
  getEvents(
    at(`/api/v1/submissions/${id}/events`, {
      headers: as(token, last === undefined ? {} : { 'last-event-id': String(last) }),
    }),
    params({ id }),
  );

test('events stream as they happen, in order, each once, and the stream ends with the verdict', async () => {
  const token = await guest();
  const { id } = await (await post(token, { ...good, source: 'slow' })).json();
  let grading: Promise<void> | undefined;
  const seen = await read(await events(token, id), (so) => {
    if (so.length > 0) grading ??= grade(id);
    return false;
  });
  await grading;
  expect(seen.map((s) => s.event)).toEqual(['status', 'status', 'test', 'test', 'test', 'done']);
  expect(seen.map((s) => s.id)).toEqual([1, 2, 3, 4, 5, 1_000_000]);
  expect(seen.at(-1)?.data).toMatchObject({ id, status: 'done', verdict: 'AC' });
});

test('who waits is told again when what stands before it has changed', async () => {
  const first = (await (await post(await guest(), good)).json()).id;
  const token = await guest();
  const { id } = await (await post(token, good)).json();
  let grading: Promise<void> | undefined;
  const seen = await read(await events(token, id), (so) => {
    if (so.length === 1) grading ??= grade(first);
    return so.length === 2;
  });
  await grading;
  expect(seen.map((s) => [s.id, s.event])).toEqual([
    [1, 'status'],
    [1, 'status'],
  ]);
  const [before, after] = seen.map(({ data }) => submissionEventSchemas.status.parse(data).queue);
  expect(before).toMatchObject({ slots: 0, waitSeconds: null });
  expect(after?.ahead).toBe((before?.ahead ?? 0) - 1);
  await grade(id);
});

test('a stream that broke off resumes after the last event it has seen, and does not come back after the end', async () => {
  const token = await guest();
  const { id } = await (await post(token, { ...good, source: 'slow' })).json();
  const { prisma } = fresh.database;
  const claim = await claimSubmission(prisma, id);
  if (claim === null) throw new Error('not claimed');
  const writer = new TestWriter(prisma, claim);
  writer.add(testNumber(1, 'passed'));
  const before = await read(await events(token, id), (seen) => seen.some((s) => s.id === 3));
  expect(before.map((s) => s.id)).toEqual([2, 3]);
  const resumed = read(await events(token, id, 3));
  await grade(id);
  expect((await resumed).map((s) => s.id)).toEqual([4, 5, 1_000_000]);
  expect((await events(token, id, 1_000_000)).status).toBe(204);
});

test('a stopped submission is gone, whoever follows it is told, and a graded one stays', async () => {
  const token = await guest();
  const stop = (id: string, by = token) =>
    postStop(at(`/api/v1/submissions/${id}/stop`, { method: 'POST', headers: as(by) }), params({ id }));
  const { id } = await (await post(token, good)).json();
  expect((await refusal(await stop(id, await guest()))).status).toBe(404);
  let stopping: Promise<Response> | undefined;
  const seen = await read(await events(token, id), (so) => {
    if (so.length > 0) stopping ??= stop(id);
    return false;
  });
  expect((await stopping)?.status).toBe(204);
  expect(seen.map((s) => s.event)).toEqual(['status', 'stopped']);
  expect((await one(token, id)).status).toBe(404);
  const graded = (await (await post(token, good)).json()).id;
  await grade(graded);
  expect(await refusal(await stop(graded))).toMatchObject({ status: 409 });
  expect(await (await one(token, graded)).json()).toMatchObject({ verdict: 'AC' });
});

test('the service is not ready while no worker lives', async () => {
  const response = await getReady();
  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({
    ready: false,
    database: true,
    migrationsMissing: [],
    queue: true,
    workers: [],
  });
});
