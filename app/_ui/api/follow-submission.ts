import { type StatusEvent, type SubmissionAnswer, submissionEventSchemas } from '#app/_server/api-types.ts';
import type { TestResult } from '#sandbox/result.ts';
import { Refusal, readSubmission } from './client.ts';

export interface Follower {
  onStatus(status: StatusEvent): void;
  onTest(test: TestResult): void;
  onDone(submission: SubmissionAnswer): void;
  /** Its user ended it, in this tab or another: there is no verdict. */
  onStopped(): void;
  onConnection(connected: boolean): void;
}

const reopenMs = 2_000;

const parsed = (event: MessageEvent<unknown>): unknown =>
  typeof event.data === 'string' ? JSON.parse(event.data) : null;

/**
 * Streams a submission's results. The browser reconnects by itself and says where it stopped (Last-Event-ID); where it gives up, because
 * the answer was no stream, the stream is opened again.
 */
export function followSubmission(id: string, follower: Follower): () => void {
  let closed = false;
  let source: EventSource;
  let timer: ReturnType<typeof setTimeout>;
  const close = () => {
    closed = true;
    clearTimeout(timer);
    source.close();
  };
  const reopen = async () => {
    try {
      const whole = await readSubmission(id);
      if (closed) return;
      if (whole.status !== 'done') return open();
      close();
      follower.onDone(whole);
    } catch (error) {
      if (closed) return;
      if (error instanceof Refusal && error.status === 404) {
        close();
        follower.onStopped();
      } else timer = setTimeout(reopen, reopenMs);
    }
  };
  const open = () => {
    source = new EventSource(`/api/v1/submissions/${encodeURIComponent(id)}/events`);
    source.addEventListener('open', () => follower.onConnection(true));
    source.addEventListener('status', (event) => follower.onStatus(submissionEventSchemas.status.parse(parsed(event))));
    source.addEventListener('test', (event) => follower.onTest(submissionEventSchemas.test.parse(parsed(event))));
    source.addEventListener('done', (event) => {
      close();
      follower.onDone(submissionEventSchemas.done.parse(parsed(event)));
    });
    source.addEventListener('stopped', () => {
      close();
      follower.onStopped();
    });
    source.addEventListener('error', () => {
      if (closed) return;
      follower.onConnection(false);
      if (source.readyState === EventSource.CLOSED) timer = setTimeout(reopen, reopenMs);
    });
  };
  open();
  return close;
}
