// The browser's side of /api/v1: one function a verb, answers parsed, refusals as one error class.
// Knows nothing of React, drafts or pages.
import {
  type Credentials,
  type DraftAnswer,
  type DraftWrite,
  draftSchema,
  type ErrorAnswer,
  errorSchema,
  type NewSubmission,
  type SubmissionAnswer,
  type SubmissionSummary,
  submissionListSchema,
  submissionSchema,
} from '#app/_server/api-types.ts';

/** The server said no, with its reason; a lost network is the TypeError that fetch itself throws. */
export class Refusal extends Error {
  readonly status: number;
  readonly answer: ErrorAnswer['error'] | null;
  constructor(status: number, answer: ErrorAnswer['error'] | null) {
    super(answer?.reason ?? `status ${status}`);
    this.status = status;
    this.answer = answer;
  }
}

async function call(path: string, init?: RequestInit): Promise<unknown> {
  const response = await fetch(`/api/v1${path}`, init);
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) return body;
  const refused = errorSchema.safeParse(body);
  throw new Refusal(response.status, refused.success ? refused.data.error : null);
}

export const openAccount = (credentials: Credentials): Promise<unknown> =>
  call('/account', withBody('POST', credentials));
export const signIn = (credentials: Credentials): Promise<unknown> =>
  call('/account/sign-in', withBody('POST', credentials));
export const signOut = (): Promise<unknown> => call('/account/sign-out', withBody('POST', {}));
export const deleteAccount = (): Promise<unknown> => call('/account', { method: 'DELETE' });

const withBody = (method: 'POST' | 'PUT', body: unknown): RequestInit => ({
  method,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

let session: Promise<unknown> | undefined;

/** Makes the visitor a guest once, so that what they write can be kept; does nothing for someone known. */
export function ensureSession(): Promise<unknown> {
  session ??= call('/session', withBody('POST', {})).catch((error: unknown) => {
    session = undefined;
    throw error;
  });
  return session;
}

export async function createSubmission(submission: NewSubmission): Promise<string> {
  await ensureSession();
  const answer = await call('/submissions', withBody('POST', submission));
  return submissionSchema.pick({ id: true }).parse(answer).id;
}

export const readSubmission = async (id: string): Promise<SubmissionAnswer> =>
  submissionSchema.parse(await call(`/submissions/${encodeURIComponent(id)}`));

/** Whether it was in time; a submission that is graded already stays. */
export async function stopSubmission(id: string): Promise<boolean> {
  try {
    await call(`/submissions/${encodeURIComponent(id)}/stop`, { method: 'POST' });
    return true;
  } catch (error) {
    if (error instanceof Refusal && error.status === 409) return false;
    // Stopped already, in another tab perhaps.
    if (error instanceof Refusal && error.status === 404) return true;
    throw error;
  }
}

export const listSubmissions = async (challenge: string): Promise<SubmissionSummary[]> =>
  submissionListSchema.parse(await call(`/submissions?challenge=${encodeURIComponent(challenge)}`)).submissions;

/** Remembers on the server that a hint was opened. */
export async function openHint(challenge: string, hint: number): Promise<void> {
  await ensureSession();
  await call(`/challenges/${encodeURIComponent(challenge)}/hints`, withBody('POST', { hint }));
}

/** Gives up: the server remembers it, and the lesson is there from then on. */
export async function giveUp(challenge: string): Promise<void> {
  await ensureSession();
  await call(`/challenges/${encodeURIComponent(challenge)}/solution`, withBody('POST', { giveUp: true }));
}

/** Null for someone who has none. */
export async function readDraft(challenge: string): Promise<DraftAnswer | null> {
  try {
    return draftSchema.parse(await call(`/drafts/${encodeURIComponent(challenge)}`));
  } catch (error) {
    if (error instanceof Refusal && (error.status === 404 || error.status === 401)) return null;
    throw error;
  }
}

export async function saveDraft(challenge: string, draft: DraftWrite): Promise<DraftAnswer> {
  await ensureSession();
  return draftSchema.parse(await call(`/drafts/${encodeURIComponent(challenge)}`, withBody('PUT', draft)));
}
