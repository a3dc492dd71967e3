'use client';
import { textIn } from '#app/_i18n/format.ts';
import { useLanguage } from '#app/_i18n/language-context.tsx';
import type { Evidence } from '#sandbox/result.ts';
import { type Frame, partingStep, pathOf, plot, type Series } from './curve.ts';
import { said } from './element-format.ts';

type CurveEvidence = Extract<Evidence, { kind: 'curve' }>;

const wide: Frame = { width: 640, height: 200, left: 44, right: 84, top: 12, bottom: 28 };
const narrow: Frame = { width: 320, height: 180, left: 36, right: 64, top: 12, bottom: 28 };

const lastOf = (series: Series): { step: number; value: number } | null => {
  const at = series.findLastIndex((value) => value !== null && Number.isFinite(value));
  const value = series[at];
  return at < 0 || value === null || value === undefined ? null : { step: at + 1, value };
};

function Drawing({
  evidence,
  frame,
  xLabel,
  names,
}: {
  evidence: CurveEvidence;
  frame: Frame;
  xLabel: string;
  names: { expected: string; yours: string };
}) {
  const { expected, actual } = evidence;
  const drawn = plot(expected, actual, frame);
  const { x, y, yTicks, xTicks } = drawn;
  const [endExpected, endActual] = [lastOf(expected), lastOf(actual)];
  // Labels stand at the ends of their curves; where both end at the same height they are moved apart.
  const yExpected = endExpected === null ? 0 : y(endExpected.value) + 4;
  const yActualRaw = endActual === null ? 0 : y(endActual.value) + 4;
  const close =
    endExpected !== null &&
    endActual !== null &&
    endExpected.step === endActual.step &&
    Math.abs(yExpected - yActualRaw) < 14;
  const yActual = close ? yExpected + (yActualRaw >= yExpected ? 14 : -14) : yActualRaw;
  const parting = partingStep(expected, actual);
  const partingValue = parting === null ? null : (actual[parting - 1] ?? null);
  return (
    <svg
      className="plot"
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      aria-hidden="true"
      style={{ maxWidth: `${frame.width / 16}rem` }}
    >
      {yTicks.map((tick) => (
        <g key={tick}>
          <path d={`M${frame.left} ${y(tick)}H${frame.width - frame.right}`} stroke="var(--line)" />
          <text className="m" x={frame.left - 8} y={y(tick) + 4} textAnchor="end">
            {said(tick)}
          </text>
        </g>
      ))}
      {xTicks.map((tick) => (
        <text key={tick} className="m" x={x(tick)} y={frame.height - 8} textAnchor="middle">
          {tick}
        </text>
      ))}
      <text x={frame.width - frame.right + 14} y={frame.height - 8}>
        {xLabel}
      </text>
      <path
        d={pathOf(expected, drawn)}
        fill="none"
        stroke="var(--agree)"
        strokeWidth="1.75"
        strokeLinejoin="round"
        strokeDasharray="5 3"
      />
      <path d={pathOf(actual, drawn)} fill="none" stroke="var(--depart)" strokeWidth="1.75" strokeLinejoin="round" />
      {endExpected !== null && (
        <text className="a" x={x(endExpected.step) + 8} y={yExpected}>
          {names.expected}
        </text>
      )}
      {endActual !== null && (
        <text className="d" x={x(endActual.step) + 8} y={yActual}>
          {names.yours}
        </text>
      )}
      {parting !== null && partingValue !== null && Number.isFinite(partingValue) && (
        <rect
          x={x(parting) - 5}
          y={y(partingValue) - 5}
          width="10"
          height="10"
          fill="var(--surface)"
          stroke="var(--depart)"
          strokeWidth="2"
        />
      )}
    </svg>
  );
}

export function CurveEvidenceView({ evidence }: { evidence: CurveEvidence }) {
  const { language, messages } = useLanguage();
  const { grading } = messages;
  const label = textIn(language, evidence.label);
  const xLabel = textIn(language, evidence.xLabel);
  const parting = partingStep(evidence.expected, evidence.actual);
  const names = { expected: grading.expected, yours: grading.yours };
  const steps = Array.from({ length: Math.max(evidence.expected.length, evidence.actual.length) }, (_, at) => at);
  const shown = (value: number | null | undefined) => (value === null || value === undefined ? '' : said(value));
  return (
    <section>
      <h4>
        {label} <span>{xLabel}</span>
      </h4>
      <div className="wide-only">
        <Drawing evidence={evidence} frame={wide} xLabel={xLabel} names={names} />
      </div>
      <div className="narrow-only">
        <Drawing evidence={evidence} frame={narrow} xLabel={xLabel} names={names} />
      </div>
      <table className="sr">
        <caption>{grading.curveLabel(label, xLabel)}</caption>
        <thead>
          <tr>
            <th scope="col">{xLabel}</th>
            <th scope="col">{grading.expected}</th>
            <th scope="col">{grading.yours}</th>
          </tr>
        </thead>
        <tbody>
          {steps.map((at) => (
            <tr key={at}>
              <th scope="row">{at + 1}</th>
              <td>{shown(evidence.expected[at])}</td>
              <td>{shown(evidence.actual[at])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {parting !== null && (
        <p className="facts-line">
          {grading.curveParts(xLabel, parting)} {grading.expectedHere}{' '}
          <b className="agree num">{shown(evidence.expected[parting - 1]) || '–'}</b>
          {language === 'zh' ? '，' : ', '}
          {grading.gotHere} <b className="depart num">{shown(evidence.actual[parting - 1]) || '–'}</b>
          {language === 'zh' ? '。' : '.'}
        </p>
      )}
    </section>
  );
}
