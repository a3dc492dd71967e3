import { textIn } from '#app/_i18n/format.ts';
import type { Language } from '#app/_i18n/languages.ts';
import { currentUser } from '#app/_server/current-user.ts';
import { listChallengesFor } from '#app/_server/list-challenges-for.ts';
import type { Bilingual } from '#challenges/challenge.ts';
import { findConceptSet } from '#challenges/concept-sets.ts';
import { chapters, questions } from '#challenges/index.ts';
import { outline } from '#challenges/outline.ts';
import type { CatalogueRow, SetRow } from './filter.ts';

export interface CatalogueQuestion {
  readonly number: string;
  readonly title: string;
  readonly rows: readonly CatalogueRow[];
  /** null where there are no questions of their own. */
  readonly set: SetRow | null;
}
export interface CatalogueChapter {
  readonly number: number;
  readonly title: string;
  readonly questions: readonly CatalogueQuestion[];
}

/** The whole catalogue in the reader's language, with the reader's own progress. */
export async function readCatalogue(language: Language): Promise<readonly CatalogueChapter[]> {
  const challenges = await listChallengesFor(await currentUser());
  const rowsOf = (number: string, question: Bilingual): CatalogueRow[] =>
    challenges
      .filter((challenge) => challenge.question === number)
      .map(({ id, title, kind, difficulty, minutes, concepts, progress }) => ({
        id,
        title: title[language],
        kind,
        difficulty,
        minutes,
        points: outline(id).reduce((sum, { points }) => sum + points, 0),
        state: progress.state,
        bestScore: progress.bestScore,
        lastTriedAt: progress.lastTriedAt,
        words: [id, title.en, title.zh, question.en, question.zh, number, ...concepts].join(' '),
      }));
  const setOf = (number: string, question: Bilingual): SetRow | null => {
    const set = findConceptSet(number);
    if (set === undefined) return null;
    return {
      id: number,
      title: set.title[language],
      minutes: set.minutes,
      questions: set.asks[language].length,
      words: [number, set.title.en, set.title.zh, question.en, question.zh].join(' '),
    };
  };
  return chapters.map((chapter) => ({
    number: chapter.number,
    title: textIn(language, chapter.title),
    questions: questions
      .filter((question) => question.chapter === chapter.number)
      .map(({ number, title }) => ({
        number,
        title: textIn(language, title),
        rows: rowsOf(number, title),
        set: setOf(number, title),
      })),
  }));
}
