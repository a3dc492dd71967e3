import type { Question, QuestionSet } from './questions.ts';

/** A challenge's question, asked in another set as well. Throws when there is none with this id. */
export function questionFrom(set: QuestionSet, id: string): Question {
  const question = set.find((one) => one.id === id);
  if (!question) throw new Error(`No question is called ${JSON.stringify(id)}.`);
  return question;
}
