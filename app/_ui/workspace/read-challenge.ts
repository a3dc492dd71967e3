import type { Language } from '#app/_i18n/languages.ts';
import { renderMarkdown } from '#app/_ui/markdown/markdown.ts';
import { lesson } from '#challenges/content.ts';
import { type Challenge, challenges, questions } from '#challenges/index.ts';
import { lessonAnchor, lessonBlocks } from '#challenges/lesson-blocks.ts';
import { lessonOfMistakes } from '#challenges/mistakes-in-lesson.ts';
import type { WorkspaceChallenge } from './types.ts';

/** A challenge in the reader's language, prose rendered. */
export async function workspaceChallenge(
  challenge: Challenge,
  outline: WorkspaceChallenge['outline'],
  statement: string,
  starter: string,
  language: Language,
): Promise<WorkspaceChallenge> {
  const question = questions.find(({ number }) => number === challenge.question);
  const next = challenges[challenges.indexOf(challenge) + 1];
  return {
    id: challenge.id,
    title: challenge.title[language],
    question: { number: challenge.question, title: question?.title[language] ?? '' },
    kind: challenge.kind,
    difficulty: challenge.difficulty,
    minutes: challenge.minutes,
    limits: challenge.limits,
    starter,
    outline,
    hints: await Promise.all(challenge.hints.map((hint) => renderMarkdown(hint[language]))),
    statement: await renderMarkdown(statement),
    explanations: await explanations(challenge.id, language),
    next: next === undefined ? null : { id: next.id, title: next.title[language], minutes: next.minutes },
  };
}

async function explanations(id: string, language: Language): Promise<WorkspaceChallenge['explanations']> {
  const blocks = lessonBlocks(lesson(id, language));
  const entries = [...lessonOfMistakes(id)].map(async ([mistake, number]) => {
    const { heading = null, opening = null } = blocks[number] ?? {};
    const html = opening === null ? null : await renderMarkdown(opening);
    return [mistake, { anchor: lessonAnchor(number), heading, opening: html }] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}
