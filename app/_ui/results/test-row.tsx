'use client';
import { textIn } from '#app/_i18n/format.ts';
import { useLanguage } from '#app/_i18n/language-context.tsx';
import { VerdictCell } from '#app/_ui/cells.tsx';
import { EvidenceView } from '#app/_ui/evidence/evidence-view.tsx';
import { InlineCode } from '#app/_ui/inline-code.tsx';
import type { BehaviourOutline } from '#app/_ui/workspace/types.ts';
import type { TestResult, Verdict } from '#sandbox/result.ts';
import { ProblemView } from './problem-view.tsx';
import { type TestLook, verdictOfLook } from './test-status.ts';

interface Props {
  test: BehaviourOutline['tests'][number];
  result: TestResult | undefined;
  look: TestLook;
  verdict: Verdict | null;
  source: string;
  onGoTo(line: number, column: number | null): void;
}

/** One test: a line while there is nothing to say, its story when it did not pass. */
export function TestRow({ test, result, look, verdict, source, onGoTo }: Props) {
  const { language, messages } = useLanguage();
  const { grading } = messages;
  const shown = verdictOfLook(look, verdict);
  const told = result !== undefined && (result.says !== null || result.evidence.length > 0 || result.error !== null);
  const printed = result !== undefined && result.console !== '';
  return (
    <li className={told || printed ? 'test told' : 'test'}>
      <div className="line">
        {shown === null ? (
          <span
            className={`verdict-cell s waiting ${look === 'now' ? 'now' : ''}`}
            role="img"
            aria-label={look === 'out' ? grading.inRun : grading.status[look === 'now' ? 'pending' : look]}
          />
        ) : (
          <VerdictCell
            verdict={shown}
            size="s"
            name={grading.status[look === 'now' || look === 'out' ? 'pending' : look]}
          />
        )}
        <span>
          <InlineCode text={textIn(language, test.title)} />
          <small>
            {look === 'out' ? grading.inRun : test.visibility === 'hidden' ? grading.hidden : grading.sampleTest}
          </small>
        </span>
      </div>
      {result !== undefined && (told || printed) && (
        <div className="evidence">
          {result.says !== null && (
            <p className="says">
              <InlineCode text={textIn(language, result.says)} />
            </p>
          )}
          {result.error !== null && <ProblemView problem={result.error} source={source} onGoTo={onGoTo} />}
          {result.evidence.map((evidence, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the evidence of a finished test keeps its order
            <EvidenceView key={at} evidence={evidence} />
          ))}
          {printed && (
            <section>
              <h4>{grading.console}</h4>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: output that scrolls must be reachable by keyboard */}
              <pre className="console" tabIndex={0} role="region" aria-label={grading.console}>
                {result.console}
              </pre>
            </section>
          )}
        </div>
      )}
    </li>
  );
}
