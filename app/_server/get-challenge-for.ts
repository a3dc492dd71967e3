import { starter, statement } from '#challenges/content.ts';
import { findChallenge } from '#challenges/index.ts';
import { outline } from '#challenges/outline.ts';
import type { ChallengeDetail } from './api-types.ts';
import type { CurrentUser } from './current-user.ts';
import { getProgressOf } from './get-progress.ts';
import { challengeAnswer } from './list-challenges-for.ts';
import { ServiceError } from './service-error.ts';

export async function getChallengeFor(user: CurrentUser | null, id: string): Promise<ChallengeDetail> {
  const challenge = findChallenge(id);
  if (challenge === undefined) throw new ServiceError('not-found', 'No challenge has this id.');
  return {
    ...challengeAnswer(challenge, await getProgressOf(user, id)),
    outline: outline(id).map((behaviour) => ({ ...behaviour, tests: behaviour.tests.map((test) => ({ ...test })) })),
    statement: { en: statement(id, 'en'), zh: statement(id, 'zh') },
    starter: starter(id),
  };
}
