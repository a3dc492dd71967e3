import { isDeepStrictEqual } from 'node:util';
import type { StatusEvent, StoppedEvent, SubmissionAnswer } from './api-types.ts';
import type { CurrentUser } from './current-user.ts';
import { database } from './database.ts';
import { getSubmission } from './get-submission.ts';
import { queueOutlook } from './queue-outlook.ts';
import { parseTest } from './submission-answer.ts';
import { waitFor } from './submission-bell.ts';
import type { TestResult } from '#sandbox/result.ts';

export type SubmissionEvent = { readonly id: number } & (
  | { readonly event: 'status'; readonly data: StatusEvent }
  | { readonly event: 'test'; readonly data: TestResult }
  | { readonly event: 'done'; readonly data: SubmissionAnswer }
  | { readonly event: 'stopped'; readonly data: StoppedEvent }
);

// Ids rise along a submission's life, so that the last one seen says what is still to come:
// 1 queued, 2 running, 2 + n the test of ordinal n, and one far above for the end.
const idQueued = 1;
const idRunning = 2;
export const idDone = 1_000_000;

/** While it waits, what stands before it is told again this often: nothing rings when another's is done. */
const outlookEveryMs = 2_000;

/**
 * Everything that happens to a submission after the event `seen`, until it is done. Listens first and reads then; each
 * ring reads the rows above the last one sent, so an event is neither lost between the two nor sent twice.
 */
export async function* submissionEvents(
  user: CurrentUser,
  submission: string,
  seen: number,
  signal: AbortSignal,
): AsyncGenerator<SubmissionEvent> {
  let last = seen;
  let told: unknown;
  let rung = true;
  let wake: () => void = () => undefined;
  const ring = () => {
    rung = true;
    wake();
  };
  signal.addEventListener('abort', ring);
  const stop = await waitFor(submission, ring);
  try {
    while (!signal.aborted) {
      let timer: NodeJS.Timeout | undefined;
      if (!rung)
        await new Promise<void>((resolve) => {
          wake = resolve;
          if (last <= idQueued) timer = setTimeout(resolve, outlookEveryMs);
        });
      clearTimeout(timer);
      rung = false;
      if (signal.aborted) return;
      for (const event of await readAfter(user, submission, last)) {
        if (event.event === 'status' && event.id === last && isDeepStrictEqual(event.data, told)) continue;
        last = event.id;
        told = event.data;
        yield event;
      }
      if (last >= idDone) return;
    }
  } finally {
    signal.removeEventListener('abort', ring);
    stop();
  }
}

async function readAfter(user: CurrentUser, id: string, last: number): Promise<SubmissionEvent[]> {
  if (last >= idDone) return [];
  const row = await database().prisma.submission.findUnique({
    where: { id },
    select: { status: true, createdAt: true },
  });
  // It was there when the stream began.
  if (row === null) return [{ id: idDone, event: 'stopped', data: {} }];
  const { status, createdAt } = row;
  const events: SubmissionEvent[] = [];
  if (status === 'queued') {
    return [{ id: idQueued, event: 'status', data: { status, queue: await queueOutlook(createdAt) } }];
  }
  if (last < idRunning) events.push({ id: idRunning, event: 'status', data: { status: 'running', queue: null } });
  if (status === 'running') return [...events, ...(await testsAfter(id, last))];
  const done = await getSubmission(user, id);
  done.tests.forEach((test, index) => {
    if (idRunning + index + 1 > last) events.push({ id: idRunning + index + 1, event: 'test', data: test });
  });
  return [...events, { id: idDone, event: 'done', data: done }];
}

async function testsAfter(submissionId: string, last: number): Promise<SubmissionEvent[]> {
  const rows = await database().prisma.testRow.findMany({
    where: { submissionId, ordinal: { gt: last - idRunning } },
    orderBy: { ordinal: 'asc' },
  });
  return rows.map((row) => ({ id: idRunning + row.ordinal, event: 'test', data: parseTest(row.body) }));
}
