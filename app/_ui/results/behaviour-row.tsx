'use client';
import { textIn } from '#app/_i18n/format.ts';
import { useLanguage } from '#app/_i18n/language-context.tsx';
import { Cells, VerdictCell } from '#app/_ui/cells.tsx';
import { Glyph } from '#app/_ui/glyphs.tsx';
import { InlineCode } from '#app/_ui/inline-code.tsx';
import type { BehaviourOutline } from '#app/_ui/workspace/types.ts';
import type { TestResult, Verdict } from '#sandbox/result.ts';
import { TestRow } from './test-row.tsx';
import { behaviourLook, cellOf, type TestLook, verdictOfLook } from './test-status.ts';

interface Props {
  behaviour: BehaviourOutline;
  looks: readonly TestLook[];
  results: ReadonlyMap<string, TestResult>;
  earned: number | null;
  verdict: Verdict | null;
  open: boolean;
  source: string;
  onToggle(open: boolean): void;
  onGoTo(line: number, column: number | null): void;
}

/** A behaviour keeps its line from before anything has run; its tests open under it. */
export function BehaviourRow({ behaviour, looks, results, earned, verdict, open, source, onToggle, onGoTo }: Props) {
  const { language, messages } = useLanguage();
  const { grading } = messages;
  const look = behaviourLook(looks);
  const shown = verdictOfLook(look, verdict);
  const passed = looks.filter((each) => each === 'passed').length;
  return (
    <details
      className={`behaviour ${look === 'out' ? 'out' : ''}`}
      open={open}
      onToggle={(event) => onToggle(event.currentTarget.open)}
    >
      <summary>
        {shown === null ? (
          <span className={`verdict-cell s waiting ${look === 'now' ? 'now' : ''}`} aria-hidden="true" />
        ) : (
          <VerdictCell
            verdict={shown}
            size="s"
            name={grading.status[look === 'now' || look === 'out' ? 'pending' : look]}
          />
        )}
        <span className="name">
          <InlineCode text={textIn(language, behaviour.title)} />
          {look === 'out' && <small>{grading.inRun}</small>}
        </span>
        <Cells
          looks={looks.map((each) => cellOf[each])}
          label={passed > 0 ? grading.passedTests(passed, looks.length) : grading.pendingTests(looks.length)}
        />
        <span className="pts">{earned === null ? behaviour.points : `${earned}/${behaviour.points}`}</span>
        <span className="chevron">
          <Glyph size={12}>
            <path d="m4 6 4 4 4-4" />
          </Glyph>
        </span>
      </summary>
      <ul className="tests">
        {behaviour.tests.map((test, at) => (
          <TestRow
            key={test.id}
            test={test}
            result={results.get(test.id)}
            look={looks[at] ?? 'pending'}
            verdict={verdict}
            source={source}
            onGoTo={onGoTo}
          />
        ))}
      </ul>
    </details>
  );
}
