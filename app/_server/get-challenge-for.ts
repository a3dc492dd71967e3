import { starter, statement } from '#challenges/content.ts';
import { findChallenge } from '#challenges/index.ts';
import { outline } from '#challenges/outline.ts';
import type { ChallengeDetail } from './api-types.ts';
import type { CurrentUser } from './current-user.ts';
import { database } from './database.ts';
import { progressAnswer } from './get-progress.ts';
import { challengeAnswer } from './list-challenges-for.ts';
import { ServiceError } from './service-error.ts';

export async function getChallengeFor(user: CurrentUser | null, id: string): Promise<ChallengeDetail> {
  const challenge = findChallenge(id);
  if (challenge === undefined) throw new ServiceError('not-found', 'No challenge has this id.');
  const where = user === null ? null : { userId_challenge: { userId: user.id, challenge: id } };
  const progress = where === null ? null : await database().prisma.progress.findUnique({ where });
  return {
    ...challengeAnswer(challenge, progressAnswer(id, progress)),
    outline: outline(id).map((behaviour) => ({ ...behaviour, tests: behaviour.tests.map((test) => ({ ...test })) })),
    statement: { en: statement(id, 'en'), zh: statement(id, 'zh') },
    starter: starter(id),
  };
}
