import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { database } from './database.ts';
import { environment } from './environment.ts';
import { ServiceError } from './service-error.ts';

function limiter(keyPrefix: string, pointsPerMinute: number): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient: database().pool,
    tableName: 'rate_limits',
    tableCreated: true,
    keyPrefix,
    points: pointsPerMinute,
    duration: 60,
  });
}

/** Of one address: enough for somebody who looks for the right password, too few to guess one. */
const signInsPerMinute = 10;

let limiters: Record<'submission' | 'guest' | 'guests' | 'signIn', RateLimiterPostgres> | undefined;

function all() {
  const perAddress = environment().GRADGYM_GUESTS_PER_MINUTE_MAX;
  limiters ??= {
    submission: limiter('submission', environment().GRADGYM_SUBMISSIONS_PER_MINUTE_MAX),
    guest: limiter('guest', perAddress),
    guests: limiter('guests', 10 * perAddress),
    signIn: limiter('sign-in', signInsPerMinute),
  };
  return limiters;
}

async function count(by: RateLimiterPostgres, key: string, what: string): Promise<void> {
  try {
    await by.consume(key);
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    const retryAfterSeconds = Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
    throw new ServiceError('too-many', `Too many ${what}: at most ${by.points} a minute.`, { retryAfterSeconds });
  }
}

export const countSubmission = (userId: string): Promise<void> => count(all().submission, userId, 'submissions');

const addressOf = (from: Headers): string =>
  from.get('x-forwarded-for')?.split(',')[0]?.trim().slice(0, 64) || 'unknown';

export const countSignIn = (from: Headers): Promise<void> => count(all().signIn, addressOf(from), 'sign-ins');

/**
 * By address, which Next takes from the connection unless the client names one itself, and over all addresses, which
 * no header can get round.
 */
export async function countGuest(from: Headers): Promise<void> {
  await count(all().guest, addressOf(from), 'new guests');
  await count(all().guests, 'all', 'new guests');
}
