// What every route of the API does around its verb: who asks, may they, is the body what it should be, and how is a
// refusal said. Knows no verb.
import type { z } from 'zod';
import { type CurrentUser, currentUser } from './current-user.ts';
import { database } from './database.ts';
import { environment } from './environment.ts';
import { log } from './log.ts';
import { ServiceError } from './service-error.ts';

/** Runs a route; a refusal becomes its answer, anything else a 500 that tells nothing and is in the log. */
export async function answer(request: Request, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ServiceError) return error.toResponse();
    const { pathname } = new URL(request.url);
    log.error({ err: error, method: request.method, path: pathname }, 'a request failed');
    if (!(await databaseAnswers())) return away().toResponse();
    return new ServiceError('internal', 'Something went wrong on our side.').toResponse();
  }
}

const away = () =>
  new ServiceError('unavailable', 'The database cannot be reached at the moment.', { retryAfterSeconds: 5 });

/** Asked after a failure only: what a library makes of a lost database differs, so it is asked itself. */
const databaseAnswers = (): Promise<boolean> =>
  database().prisma.$queryRaw`select 1`.then(
    () => true,
    () => false,
  );

export async function requireUser(request: Request): Promise<CurrentUser> {
  refuseForeignOrigin(request);
  const user = await currentUser(request.headers);
  if (user !== null) return user;
  throw new ServiceError('unauthorized', 'Send a session cookie, or a token as "Authorization: Bearer TOKEN".');
}

/**
 * A page of another origin can make a browser send our cookie, but it cannot keep the browser from saying who it is.
 * A bearer token is no cookie: nobody sends it unknowingly.
 */
export function refuseForeignOrigin(request: Request): void {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  if (request.headers.has('authorization') && !request.headers.has('cookie')) return;
  const site = request.headers.get('sec-fetch-site');
  const origin = request.headers.get('origin');
  const sameSite = site === null || site === 'same-origin' || site === 'none';
  if (sameSite && (origin === null || isOwn(origin, request))) return;
  throw new ServiceError('forbidden', 'This request comes from a page of another origin.');
}

function isOwn(origin: string, request: Request): boolean {
  const configured = environment().GRADGYM_ORIGIN;
  if (configured !== undefined && origin === new URL(configured).origin) return true;
  return URL.canParse(origin) && new URL(origin).host === request.headers.get('host');
}

/** JSON's escapes make at most six bytes of one; the rest of a request is small. */
const bodyBytesMax = 6 * 64 * 1024 + 4096;

/** The body as the schema says; read no further than it may be long. */
export async function parseBody<T>(request: Request, schema: z.ZodType<T>): Promise<T> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw new ServiceError('bad-request', 'The Content-Type must be application/json.');
  const parsed = schema.safeParse(parseJson(await readBounded(request)));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const keys = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const field = [...(issue?.path ?? []), ...keys].join('.');
  throw new ServiceError('bad-request', issue?.message ?? 'Wrong.', field === '' ? {} : { field });
}

async function readBounded(request: Request): Promise<string> {
  const tooLarge = () => new ServiceError('too-large', `The request is longer than ${bodyBytesMax} bytes.`);
  if (Number(request.headers.get('content-length') ?? 0) > bodyBytesMax) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  // Typed as lib.dom's stream, which has no async iterator there; Node's has.
  const reader = request.body?.getReader();
  for (;;) {
    const part = await reader?.read();
    if (part === undefined || part.done) break;
    bytes += part.value.byteLength;
    if (bytes > bodyBytesMax) {
      await reader?.cancel();
      throw tooLarge();
    }
    chunks.push(part.value);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch (cause) {
    throw new ServiceError('bad-request', 'The body is not UTF-8.', { cause });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message.slice(0, 200) : 'unreadable';
    throw new ServiceError('bad-request', `The body is not JSON: ${why}`, { cause });
  }
}
