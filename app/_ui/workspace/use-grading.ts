'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { SubmissionAnswer } from '#app/_server/api-types.ts';
import type { GradeResult, TestResult } from '#sandbox/result.ts';
import { createSubmission, Refusal, readSubmission, stopSubmission } from '#app/_ui/api/client.ts';
import { followSubmission } from '#app/_ui/api/follow-submission.ts';

export type GradingRefusal =
  | { kind: 'too-many'; seconds: number }
  | { kind: 'too-large' }
  | { kind: 'offline' }
  | { kind: 'away' }
  | { kind: 'said'; reason: string }
  | { kind: 'failed' };

export interface Grading {
  readonly submission: SubmissionAnswer | null;
  readonly sending: boolean;
  readonly connected: boolean;
  readonly refusal: GradingRefusal | null;
  /** What was ended last, until something else is submitted or shown. */
  readonly stopped: boolean;
  /** With `runHere` it is tried first. */
  submit(kind: 'run' | 'submit', source: string, runHere?: RunHere): void;
  show(id: string): void;
  /** Ends what waits or is graded, here or on the server; a verdict that was quicker stands. */
  stop(): void;
  dismiss(): void;
}

function refusalOf(error: unknown): GradingRefusal {
  if (error instanceof TypeError) return { kind: 'offline' };
  if (!(error instanceof Refusal)) return { kind: 'failed' };
  if (error.status === 413) return { kind: 'too-large' };
  if (error.status === 429) return { kind: 'too-many', seconds: error.answer?.retryAfterSeconds ?? 1 };
  if (error.status === 503) return { kind: 'away' };
  return error.answer === null || error.status >= 500
    ? { kind: 'failed' }
    : { kind: 'said', reason: error.answer.reason };
}

const sent = (id: string, challenge: string, kind: 'run' | 'submit', source: string): SubmissionAnswer => ({
  id,
  challenge,
  challengeVersion: 0,
  language: 'typescript',
  kind,
  status: 'queued',
  verdict: null,
  score: null,
  points: null,
  createdAt: new Date().toISOString(),
  finishedAt: null,
  source,
  seed: 0,
  startedAt: null,
  queue: null,
  tests: [],
  behaviours: [],
  mistakes: [],
  problems: [],
  console: '',
  meters: null,
  reference: null,
});

/** A run in this browser, by the sample tests alone; null where the server has to say, and once it is aborted. */
export type RunHere = (
  source: string,
  onTest: (test: TestResult) => void,
  signal: AbortSignal,
) => Promise<GradedHere | null>;
export type GradedHere = Omit<GradeResult, 'meters'>;

/** The solution is measured after the verdict, in about the time that grading took; not at all when others wait. */
const referenceDelaysMs = [1_000, 2_000, 5_000];

async function awaitReference(
  id: string,
  ours: (change: (current: SubmissionAnswer) => SubmissionAnswer) => void,
): Promise<void> {
  for (const delay of referenceDelaysMs) {
    await new Promise((resolve) => setTimeout(resolve, delay));
    const whole = await readSubmission(id).catch(() => null);
    if (whole?.reference == null) continue;
    ours((current) => ({ ...current, reference: whole.reference }));
    return;
  }
}

/** Runs that happened here and nowhere else: the server and the history know nothing of them. */
const herePrefix = 'here-';
let runsHere = 0;
export const isHere = (id: string): boolean => id.startsWith(herePrefix);

/** One submission at a time on the page: the newest, or an older one that was asked for. Results fill in as they arrive. */
export function useGrading(
  challenge: string,
  latest: SubmissionAnswer | null,
  onDone: (submission: SubmissionAnswer) => void,
): Grading {
  const [submission, setSubmission] = useState(latest);
  const [sending, setSending] = useState(false);
  const [connected, setConnected] = useState(true);
  const [refusal, setRefusal] = useState<GradingRefusal | null>(null);
  const done = useRef(onDone);
  done.current = onDone;
  const unfollow = useRef<() => void>(() => undefined);
  const [stopped, setStopped] = useState(false);

  const follow = useCallback((id: string) => {
    unfollow.current();
    const ours = (change: (current: SubmissionAnswer) => SubmissionAnswer) =>
      setSubmission((current) => (current?.id === id ? change(current) : current));
    unfollow.current = followSubmission(id, {
      onConnection: setConnected,
      onStatus: ({ status, queue }) => ours((current) => ({ ...current, status, queue })),
      onTest: (test) =>
        ours((current) => ({
          ...current,
          status: 'running',
          tests: [...current.tests.filter(({ id: known }) => known !== test.id), test],
        })),
      onDone: (whole) => {
        setConnected(true);
        ours(() => whole);
        done.current(whole);
        if (whole.verdict === 'AC' && whole.kind === 'submit' && whole.reference === null)
          void awaitReference(id, ours);
      },
      onStopped: () => {
        setConnected(true);
        setSubmission((current) => (current?.id === id ? null : current));
        setStopped(true);
      },
    });
  }, []);

  const first = useRef(latest);
  useEffect(() => {
    if (first.current !== null && first.current.status !== 'done') follow(first.current.id);
    return () => unfollow.current();
  }, [follow]);

  const busy = useRef(false);
  /** Of the run in this browser. */
  const running = useRef<AbortController | null>(null);
  const ours = useCallback(
    (id: string, change: (current: SubmissionAnswer) => SubmissionAnswer) =>
      setSubmission((current) => (current?.id === id ? change(current) : current)),
    [],
  );
  /** Whether nothing is left to do: it was settled here, or stopped. */
  const settleHere = useCallback(
    async (source: string, runHere: RunHere): Promise<boolean> => {
      const begun = sent(`${herePrefix}${++runsHere}`, challenge, 'run', source);
      unfollow.current();
      setConnected(true);
      setSubmission({ ...begun, status: 'running' });
      const { signal } = (running.current = new AbortController());
      const onTest = (test: TestResult) =>
        ours(begun.id, (current) => ({ ...current, tests: [...current.tests, test] }));
      const result = await runHere(source, onTest, signal).catch(() => null);
      if (signal.aborted) {
        setSubmission((current) => (current?.id === begun.id ? null : current));
        setStopped(true);
        return true;
      }
      if (result === null) return false;
      const whole: SubmissionAnswer = {
        ...begun,
        ...result,
        status: 'done',
        finishedAt: new Date().toISOString(),
        meters: null,
      };
      ours(begun.id, () => whole);
      return true;
    },
    [challenge, ours],
  );
  const submit = useCallback(
    (kind: 'run' | 'submit', source: string, runHere?: RunHere) => {
      if (busy.current) return;
      busy.current = true;
      setRefusal(null);
      setStopped(false);
      const go = async () => {
        if (kind === 'run' && runHere !== undefined && (await settleHere(source, runHere))) return;
        setSending(true);
        const id = await createSubmission({ challenge, language: 'typescript', kind, source });
        setSubmission(sent(id, challenge, kind, source));
        follow(id);
      };
      go()
        .catch((error: unknown) => {
          setRefusal(refusalOf(error));
          // What was begun here and could not be settled anywhere is no result.
          setSubmission((current) =>
            current !== null && isHere(current.id) && current.status !== 'done' ? null : current,
          );
        })
        .finally(() => {
          busy.current = false;
          setSending(false);
        });
    },
    [challenge, follow, settleHere],
  );

  const show = useCallback(
    (id: string) => {
      unfollow.current();
      setRefusal(null);
      setStopped(false);
      readSubmission(id)
        .then((whole) => {
          setSubmission(whole);
          if (whole.status !== 'done') follow(whole.id);
        })
        .catch((error: unknown) => setRefusal(refusalOf(error)));
    },
    [follow],
  );

  const pending = submission !== null && submission.status !== 'done' ? submission.id : null;
  const stop = useCallback(() => {
    if (pending === null) return;
    if (isHere(pending)) return running.current?.abort();
    setRefusal(null);
    // The stream says that it ended, or that it was graded before: to this tab and to every other that follows it.
    stopSubmission(pending).catch((error: unknown) => setRefusal(refusalOf(error)));
  }, [pending]);

  const dismiss = useCallback(() => setRefusal(null), []);
  return { submission, sending, connected, refusal, stopped, submit, show, stop, dismiss };
}
