'use client';
import { useLanguage } from '#app/_i18n/language-context.tsx';
import type { SourceProblem } from '#sandbox/result.ts';
import { SourceLines } from './source-lines.tsx';

interface Props {
  problem: SourceProblem;
  source: string;
  onGoTo(line: number, column: number | null): void;
}

/** An error of the submission: what was said, and the line it points at. */
export function ProblemView({ problem, source, onGoTo }: Props) {
  const { messages } = useLanguage();
  const { line, column, message } = problem;
  return (
    <div className="problem">
      <p className="says">
        <span className="message">{message}</span>
        {line !== null && (
          <button type="button" className="link-button" onClick={() => onGoTo(line, column)}>
            {messages.grading.goToLine(line)}
          </button>
        )}
      </p>
      {line !== null && <SourceLines source={source} line={line} />}
    </div>
  );
}
