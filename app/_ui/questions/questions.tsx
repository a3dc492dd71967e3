'use client';
import { useLanguage } from '#app/_i18n/language-context.tsx';
import { QuestionForm } from './question-form.tsx';
import type { QuestionView } from './types.ts';
import { useAnswers } from './use-answers.ts';

export function Questions({ challenge, questions }: { challenge: string; questions: readonly QuestionView[] }) {
  const { messages } = useLanguage();
  const [answerOf, setAnswer] = useAnswers(challenge);
  return (
    <div className="questions">
      <p className="soft">{messages.questions.lead}</p>
      {questions.map((question, at) => (
        <QuestionForm
          key={question.id}
          question={question}
          number={at + 1}
          answer={answerOf(question)}
          onAnswer={(answer) => setAnswer(question, answer)}
        />
      ))}
    </div>
  );
}
