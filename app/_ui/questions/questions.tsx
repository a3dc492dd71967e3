'use client';
import { useLanguage } from '#app/_i18n/language-context.tsx';
import { tallyOf } from './answers.ts';
import { QuestionForm } from './question-form.tsx';
import type { QuestionView } from './types.ts';
import { useAnswers } from './use-answers.ts';

interface Props {
  /** Answers are kept under it: a challenge's id, a concept set's number. */
  set: string;
  lead: string;
  questions: readonly QuestionView[];
}

export function Questions({ set, lead, questions }: Props) {
  const { messages } = useLanguage();
  const [answerOf, setAnswer] = useAnswers(set);
  const { checked, right } = tallyOf(questions.map(answerOf));
  return (
    <div className="questions">
      <p className="soft">{lead}</p>
      {questions.map((question, at) => (
        <QuestionForm
          key={question.id}
          question={question}
          number={at + 1}
          answer={answerOf(question)}
          onAnswer={(answer) => setAnswer(question, answer)}
        />
      ))}
      <p className="soft" role="status">
        {messages.questions.tally(checked, right, questions.length)}
      </p>
    </div>
  );
}
