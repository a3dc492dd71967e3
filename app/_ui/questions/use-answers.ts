'use client';
import { useEffect, useState } from 'react';
import { z } from 'zod';
import { type Answer, emptyAnswer } from './answers.ts';
import type { QuestionView } from './types.ts';

const answersSchema = z.record(
  z.string(),
  z.object({ places: z.array(z.number().int().nonnegative()), text: z.string().max(20_000), checked: z.boolean() }),
);
const keyOf = (challenge: string) => `gradgym:questions:${challenge}`;

function kept(challenge: string): Readonly<Record<string, Answer>> {
  try {
    return answersSchema.parse(JSON.parse(localStorage.getItem(keyOf(challenge)) ?? '{}'));
  } catch {
    // Storage is off, or holds what an older version wrote.
    return {};
  }
}

/** Answers to a challenge's questions, kept on this device: the tab may be left and the page reloaded. */
export function useAnswers(
  challenge: string,
): [(question: QuestionView) => Answer, (question: QuestionView, answer: Answer) => void] {
  const [answers, setAnswers] = useState<Readonly<Record<string, Answer>>>({});
  useEffect(() => setAnswers(kept(challenge)), [challenge]);
  const set = (question: QuestionView, answer: Answer) => {
    const next = { ...answers, [question.id]: answer };
    setAnswers(next);
    try {
      localStorage.setItem(keyOf(challenge), JSON.stringify(next));
    } catch {
      // See above: the answer lasts as long as the page.
    }
  };
  return [(question) => answers[question.id] ?? emptyAnswer(question), set];
}
