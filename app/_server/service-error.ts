import type { DraftAnswer, ErrorAnswer, ErrorCode } from './api-types.ts';

/** The one place that knows which HTTP status a code is. */
const httpStatus: Record<ErrorCode, number> = {
  'bad-request': 400,
  unauthorized: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  'too-many': 429,
  internal: 500,
  unavailable: 503,
};

export interface ServiceErrorDetails {
  readonly field?: string;
  readonly retryAfterSeconds?: number;
  readonly draft?: DraftAnswer;
  readonly cause?: unknown;
}

/** What every verb throws when it refuses; the route turns it into an answer. */
export class ServiceError extends Error {
  readonly code: ErrorCode;
  readonly details: ServiceErrorDetails;

  constructor(code: ErrorCode, reason: string, details: ServiceErrorDetails = {}) {
    super(reason, { cause: details.cause });
    this.name = 'ServiceError';
    this.code = code;
    this.details = details;
  }

  get status(): number {
    return httpStatus[this.code];
  }

  toResponse(): Response {
    const { field = null, retryAfterSeconds, draft } = this.details;
    const body: ErrorAnswer = {
      error: {
        code: this.code,
        reason: this.message,
        field,
        ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
        ...(draft === undefined ? {} : { draft }),
      },
    };
    const headers = retryAfterSeconds === undefined ? undefined : { 'retry-after': String(retryAfterSeconds) };
    return Response.json(body, { status: this.status, headers });
  }
}
