import { cookies } from 'next/headers';
import { currentUser } from '#app/_server/current-user.ts';
import { getPractice, type Practice } from '#app/_server/get-practice.ts';
import { getProgress } from '#app/_server/get-progress.ts';
import { preferenceCookies } from '#app/_ui/frame/preferences.ts';
import { challenges } from '#challenges/index.ts';
import { outline } from '#challenges/outline.ts';
import { isTimeZone } from './days.ts';
import { type ChallengeRecord, recordOf } from './summary.ts';

/** A challenge of the catalogue with what its reader has done. */
export interface Row extends ChallengeRecord {
  readonly question: string;
  readonly title: { readonly en: string; readonly zh: string };
  readonly estimate: number;
  readonly prerequisites: readonly string[];
  readonly bestScore: number;
  readonly points: number;
}

const nothing: Practice = { attempts: [], begun: new Map(), hints: [], gaveUp: new Map() };

/** All that the page of progress is made of. */
export async function readProgress() {
  const user = await currentUser();
  const [practice, best] = await Promise.all([user === null ? nothing : getPractice(user), getProgress(user)]);
  const zone = (await cookies()).get(preferenceCookies.zone)?.value;
  const scores = new Map(best.map(({ challenge, bestScore }) => [challenge, bestScore]));
  const rows = challenges.map(
    ({ id, question, title, minutes, prerequisites }): Row => ({
      ...recordOf(id, practice),
      question,
      title,
      estimate: minutes,
      prerequisites,
      bestScore: scores.get(id) ?? 0,
      points: outline(id).reduce((sum, { points }) => sum + points, 0),
    }),
  );
  return { practice, rows, zone: isTimeZone(zone) ? zone : 'UTC', now: new Date() };
}
