import { type Challenge, challenges } from '#challenges/index.ts';
import type { ChallengeAnswer, ProgressAnswer } from './api-types.ts';
import type { CurrentUser } from './current-user.ts';
import { getProgress, progressAnswer } from './get-progress.ts';

/** The catalogue with one's own progress; both languages in one answer. */
export async function listChallengesFor(user: CurrentUser | null): Promise<ChallengeAnswer[]> {
  const progress = new Map((await getProgress(user)).map((one) => [one.challenge, one]));
  return challenges.map((challenge) =>
    challengeAnswer(challenge, progress.get(challenge.id) ?? progressAnswer(challenge.id, null, null)),
  );
}

export function challengeAnswer(challenge: Challenge, progress: ProgressAnswer): ChallengeAnswer {
  return {
    ...challenge,
    concepts: [...challenge.concepts],
    prerequisites: [...challenge.prerequisites],
    entryPoints: challenge.entryPoints.map((entry) => ({ ...entry })),
    hints: challenge.hints.map((hint) => ({ ...hint })),
    progress,
  };
}
