import { findChallenge } from '#challenges/index.ts';
import type { CurrentUser } from './current-user.ts';
import { database } from './database.ts';
import { ServiceError } from './service-error.ts';

/** Remembers that a hint was opened; the first time counts. */
export async function openHint(user: CurrentUser, challenge: string, hint: number): Promise<void> {
  const found = findChallenge(challenge);
  if (found === undefined) throw new ServiceError('not-found', 'No challenge has this id.');
  if (hint > found.hints.length)
    throw new ServiceError('bad-request', `It has ${found.hints.length} hints.`, { field: 'hint' });
  await database().prisma.hintOpening.createMany({
    data: { userId: user.id, challenge, hint },
    skipDuplicates: true,
  });
}

/** How many hints of a challenge someone has opened. */
export const countHints = (user: CurrentUser, challenge: string): Promise<number> =>
  database().prisma.hintOpening.count({ where: { userId: user.id, challenge } });
