import { cookies } from 'next/headers';
import type { Language } from '#app/_i18n/languages.ts';
import { currentUser } from '#app/_server/current-user.ts';
import { getChallengeFor } from '#app/_server/get-challenge-for.ts';
import { getDraft } from '#app/_server/get-draft.ts';
import { getSubmission } from '#app/_server/get-submission.ts';
import { listSubmissions } from '#app/_server/list-submissions.ts';
import { countHints } from '#app/_server/open-hint.ts';
import { preferenceCookies } from '#app/_ui/frame/preferences.ts';
import { highlight } from '#app/_ui/markdown/highlighter.ts';
import { renderMarkdown } from '#app/_ui/markdown/markdown.ts';
import { parseShares } from '#app/_ui/workspace/panes.ts';
import { workspaceChallenge } from '#app/_ui/workspace/read-challenge.ts';
import type { WorkspaceLesson, WorkspaceOwn } from '#app/_ui/workspace/types.ts';
import { lesson, solution, twin } from '#challenges/content.ts';
import type { Challenge } from '#challenges/index.ts';

/** All that the workspace opens with. The lesson and the solution are read only for those who have solved it or gave up. */
export async function readWorkspace(challenge: Challenge, language: Language) {
  const user = await currentUser();
  const [detail, draft, history, hintsOpened] = await Promise.all([
    getChallengeFor(user, challenge.id),
    user === null ? null : getDraft(user, challenge.id),
    user === null ? [] : listSubmissions(user, challenge.id),
    user === null ? 0 : countHints(user, challenge.id),
  ]);
  const newest = history[0];
  const latest = user === null || newest === undefined ? null : await getSubmission(user, newest.id);
  const { state, gaveUpAt } = detail.progress;
  const own: WorkspaceOwn = { draft, history, latest, hintsOpened, gaveUpAt };
  return {
    own,
    challenge: await workspaceChallenge(
      challenge,
      detail.outline,
      detail.statement[language],
      detail.starter,
      language,
    ),
    lesson: state === 'solved' || gaveUpAt !== null ? await workspaceLesson(challenge.id, language) : null,
    shares: parseShares((await cookies()).get(preferenceCookies.panes)?.value),
  };
}

async function workspaceLesson(id: string, language: Language): Promise<WorkspaceLesson> {
  return {
    lesson: await renderMarkdown(lesson(id, language), { anchors: true }),
    solution: await highlight(solution(id), 'typescript'),
    twin: await highlight(twin(id), 'python'),
  };
}
