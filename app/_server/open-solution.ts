import { lesson, solution, twin } from '#challenges/content.ts';
import { findChallenge } from '#challenges/index.ts';
import type { SolutionAnswer } from './api-types.ts';
import type { CurrentUser } from './current-user.ts';
import { database } from './database.ts';
import { getProgressOf } from './get-progress.ts';
import { ServiceError } from './service-error.ts';

/** Opens lesson and solution. Of a challenge that is not solved yet this is giving up, and remembered; the first time counts. */
export async function openSolution(user: CurrentUser, challenge: string): Promise<SolutionAnswer> {
  if (findChallenge(challenge) === undefined) throw new ServiceError('not-found', 'No challenge has this id.');
  const { state } = await getProgressOf(user, challenge);
  if (state !== 'solved')
    await database().prisma.solutionOpening.createMany({
      data: { userId: user.id, challenge },
      skipDuplicates: true,
    });
  return {
    lesson: { en: lesson(challenge, 'en'), zh: lesson(challenge, 'zh') },
    solution: solution(challenge),
    twin: twin(challenge),
  };
}
