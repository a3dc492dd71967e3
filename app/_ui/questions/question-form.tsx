import { useLanguage } from '#app/_i18n/language-context.tsx';
import { type Answer, checkedAnswer, emptyAnswer, isAnswered, isRight } from './answers.ts';
import { Choice } from './choice.tsx';
import { Html } from './html.tsx';
import { Mark } from './mark.tsx';
import { Ordering } from './ordering.tsx';
import type { QuestionView } from './types.ts';

export interface PartProps<Q extends QuestionView> {
  readonly question: Q;
  readonly answer: Answer;
  /** Of the prompt, which names the group. */
  readonly labelledBy: string;
  onChange(answer: Answer): void;
}

interface Props {
  question: QuestionView;
  number: number;
  answer: Answer;
  onAnswer(answer: Answer): void;
}

export function QuestionForm({ question, number, answer, onAnswer }: Props) {
  const { messages } = useLanguage();
  const says = messages.questions;
  const prompt = `question-${question.id}`;
  const right = isRight(question, answer);
  return (
    <form
      className="asked"
      aria-labelledby={prompt}
      onSubmit={(event) => {
        event.preventDefault();
        if (isAnswered(question, answer)) onAnswer(checkedAnswer(question, answer));
      }}
    >
      <p className="stage">
        {number}. {says.stages[question.stage]}
      </p>
      <Html id={prompt} className="read" html={question.prompt} />
      {question.runIt && <p className="quiet">{says.runIt}</p>}
      <AnswerPart question={question} answer={answer} labelledBy={prompt} onChange={onAnswer} />
      <div className="act">
        {answer.checked ? (
          <button type="button" className="button small" onClick={() => onAnswer(emptyAnswer(question))}>
            {says.again}
          </button>
        ) : (
          <button type="submit" className="button small" aria-disabled={!isAnswered(question, answer)}>
            {question.kind === 'short' ? says.compare : says.check}
          </button>
        )}
        <p role="status">
          {answer.checked && right !== null && (
            <>
              <Mark right={right} /> {right ? says.right : says.notRight}
            </>
          )}
        </p>
      </div>
      {answer.checked && <Explanation question={question} />}
    </form>
  );
}

function AnswerPart({ question, answer, labelledBy, onChange }: PartProps<QuestionView>) {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return <Choice question={question} answer={answer} labelledBy={labelledBy} onChange={onChange} />;
    case 'ordering':
      return <Ordering question={question} answer={answer} labelledBy={labelledBy} onChange={onChange} />;
    case 'numeric':
      return (
        <div className="field typed">
          <input
            className="num"
            inputMode="text"
            autoComplete="off"
            aria-labelledby={labelledBy}
            value={answer.text}
            readOnly={answer.checked}
            onChange={(event) => onChange({ ...answer, text: event.target.value })}
          />
        </div>
      );
    case 'short':
      return (
        <textarea
          className="written"
          rows={4}
          maxLength={20_000}
          aria-labelledby={labelledBy}
          value={answer.text}
          readOnly={answer.checked}
          onChange={(event) => onChange({ ...answer, text: event.target.value })}
        />
      );
  }
}

function Explanation({ question }: { question: QuestionView }) {
  const { messages } = useLanguage();
  const says = messages.questions;
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return null; // Each option carries its own.
    case 'numeric':
      return (
        <div className="explanation">
          <p>
            {says.answer} <b className="num">{question.answer}</b>
          </p>
          <Html className="read" html={question.why} />
        </div>
      );
    case 'ordering':
      return (
        <div className="explanation">
          <p>{says.rightOrder}</p>
          <ol className="right-order">
            {question.items.map((item) => (
              <li key={item}>
                <Html html={item} />
              </li>
            ))}
          </ol>
          <Html className="read" html={question.why} />
        </div>
      );
    case 'short':
      return (
        <div className="explanation">
          <p>{says.rubric}</p>
          <ul className="rubric">
            {question.rubric.map(({ says: line, points }) => (
              <li key={line}>
                <label>
                  <input type="checkbox" /> <Html html={line} />
                </label>
                <span className="num">{messages.work.points(points)}</span>
              </li>
            ))}
          </ul>
          <p>{says.model}</p>
          <Html className="read" html={question.model} />
        </div>
      );
  }
}
