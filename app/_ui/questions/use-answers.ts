'use client';
import { useEffect, useState } from 'react';
import { z } from 'zod';
import { type Answer, emptyAnswer, type Tally, tallyOf } from './answers.ts';
import type { QuestionView } from './types.ts';

const answersSchema = z.record(
  z.string(),
  z.object({
    places: z.array(z.number().int().nonnegative()),
    text: z.string().max(20_000),
    checked: z.boolean(),
    // Answers from before it was kept have none.
    right: z.boolean().nullable().default(null),
  }),
);
const keyOf = (set: string) => `gradgym:questions:${set}`;

function kept(set: string): Readonly<Record<string, Answer>> {
  try {
    return answersSchema.parse(JSON.parse(localStorage.getItem(keyOf(set)) ?? '{}'));
  } catch {
    // Storage is off, or holds what an older version wrote.
    return {};
  }
}

/** How far each of these sets has come on this device; nothing before the page has come alive. */
export function useTallies(sets: readonly string[]): (set: string) => Tally {
  const [tallies, setTallies] = useState<ReadonlyMap<string, Tally>>(new Map());
  const names = sets.join(' ');
  useEffect(
    () => setTallies(new Map(names.split(' ').map((set) => [set, tallyOf(Object.values(kept(set)))]))),
    [names],
  );
  return (set) => tallies.get(set) ?? tallyOf([]);
}

/** Answers to the questions of a challenge or a concept set, kept on this device: the tab may be left and the page reloaded. */
export function useAnswers(
  set: string,
): [(question: QuestionView) => Answer, (question: QuestionView, answer: Answer) => void] {
  const [answers, setAnswers] = useState<Readonly<Record<string, Answer>>>({});
  useEffect(() => setAnswers(kept(set)), [set]);
  const answer = (question: QuestionView, given: Answer) => {
    const next = { ...answers, [question.id]: given };
    setAnswers(next);
    try {
      localStorage.setItem(keyOf(set), JSON.stringify(next));
    } catch {
      // See above: the answer lasts as long as the page.
    }
  };
  return [(question) => answers[question.id] ?? emptyAnswer(question), answer];
}
