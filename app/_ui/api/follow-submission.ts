import { type StatusEvent, type SubmissionAnswer, submissionEventSchemas } from '#app/_server/api-types.ts';
import type { TestResult } from '#sandbox/result.ts';

export interface Follower {
  onStatus(status: StatusEvent): void;
  onTest(test: TestResult): void;
  onDone(submission: SubmissionAnswer): void;
  onConnection(connected: boolean): void;
}

const parsed = (event: MessageEvent<unknown>): unknown =>
  typeof event.data === 'string' ? JSON.parse(event.data) : null;

/** Streams a submission's results. The browser reconnects by itself and says where it stopped (Last-Event-ID). */
export function followSubmission(id: string, follower: Follower): () => void {
  const source = new EventSource(`/api/v1/submissions/${encodeURIComponent(id)}/events`);
  let closed = false;
  const close = () => {
    closed = true;
    source.close();
  };
  source.addEventListener('open', () => follower.onConnection(true));
  source.addEventListener('status', (event) => follower.onStatus(submissionEventSchemas.status.parse(parsed(event))));
  source.addEventListener('test', (event) => follower.onTest(submissionEventSchemas.test.parse(parsed(event))));
  source.addEventListener('done', (event) => {
    close();
    follower.onDone(submissionEventSchemas.done.parse(parsed(event)));
  });
  source.addEventListener('error', () => {
    if (!closed) follower.onConnection(false);
  });
  return close;
}
