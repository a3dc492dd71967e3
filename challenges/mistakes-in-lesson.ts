import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { lesson } from './content.ts';
import { challengeFolder } from './index.ts';
import { lessonBlocks } from './lesson-blocks.ts';

export const mistakesInLessonFile = 'mistakes-in-lesson.json';

/** Words of one block of the English lesson, and the mistakes that this block explains. */
const fileSchema = z.record(z.string().min(1), z.array(z.string()).min(1));

export function mistakesInLesson(id: string): z.infer<typeof fileSchema> {
  const path = `${challengeFolder(id)}/${mistakesInLessonFile}`;
  return existsSync(path) ? fileSchema.parse(JSON.parse(readFileSync(path, 'utf8'))) : {};
}

const cache = new Map<string, ReadonlyMap<string, number>>();

/** By mistake, the number of the block of the lesson that explains it; not every mistake has one. */
export function lessonOfMistakes(id: string): ReadonlyMap<string, number> {
  const kept = cache.get(id);
  if (kept !== undefined) return kept;
  const blocks = lessonBlocks(lesson(id, 'en'));
  const found = new Map(
    Object.entries(mistakesInLesson(id)).flatMap(([words, mistakes]) => {
      const number = blocks.findIndex(({ source }) => source.includes(words));
      return number === -1 ? [] : mistakes.map((mistake) => [mistake, number] as const);
    }),
  );
  cache.set(id, found);
  return found;
}
