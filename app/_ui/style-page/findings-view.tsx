'use client';
import { formatDuration } from '#app/_i18n/format.ts';
import { useLanguage } from '#app/_i18n/language-context.tsx';
import { Cells, Level, StateCell, VerdictCell } from '#app/_ui/cells.tsx';
import { EvidenceView } from '#app/_ui/evidence/evidence-view.tsx';
import { GraphView } from '#app/_ui/evidence/graph-view.tsx';
import { KindGlyph } from '#app/_ui/glyphs.tsx';
import { verdictSchema } from '#sandbox/result.ts';
import { sampleEvidence, sampleGraph } from './samples.ts';

const kinds = ['implement', 'debug', 'optimize', 'predict'] as const;
const times = [
  { verdict: 'AC', ms: 212 },
  { verdict: 'WA', ms: 187 },
  { verdict: 'TLE', ms: 1000 },
] as const;

/** Everything that says how something stands: squares, verdicts, badges, tables, evidence. */
export function FindingsView() {
  const { language, messages } = useLanguage();
  const { verdicts, catalogue, style, grading, progress } = messages;
  return (
    <>
      <ul className="sample-row">
        {verdictSchema.options.map((verdict) => (
          <li key={verdict} className="badge">
            <VerdictCell verdict={verdict} name={verdicts[verdict].name} />
            <span aria-hidden="true">{verdicts[verdict].name}</span>
          </li>
        ))}
      </ul>
      <ul className="sample-row">
        {(['new', 'tried', 'solved'] as const).map((state) => (
          <li key={state} className="badge">
            <StateCell state={state} messages={messages} />
            <span aria-hidden="true">{catalogue.states[state]}</span>
          </li>
        ))}
        {([1, 2, 3] as const).map((level) => (
          <li key={level} className="badge">
            <Level level={level} messages={messages} />
            <span aria-hidden="true">{catalogue.levels[level]}</span>
          </li>
        ))}
        {kinds.map((kind) => (
          <li key={kind} className="kind">
            <KindGlyph kind={kind} />
            {catalogue.kinds[kind]}
          </li>
        ))}
      </ul>
      <ul className="sample-row">
        {(['right', 'half', 'wrong', 'none'] as const).map((look) => (
          <li key={look} className="badge">
            <Cells looks={[look, look, look]} />
            {progress.look[look]}
          </li>
        ))}
      </ul>
      <table className="numbers">
        <caption className="sr">{style.table}</caption>
        <thead>
          <tr>
            <th scope="col">{messages.history.submission(1)}</th>
            <th scope="col" className="r">
              {grading.time}
            </th>
          </tr>
        </thead>
        <tbody>
          {times.map(({ verdict, ms }) => (
            <tr key={verdict}>
              <th scope="row">{verdicts[verdict].name}</th>
              <td className="r num">{formatDuration(language, ms)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="evidence">
        {sampleEvidence.map((evidence) => (
          <EvidenceView key={evidence.kind} evidence={evidence} />
        ))}
        <section>
          <h4>
            loss <span>{grading.graph}</span>
          </h4>
          <GraphView graph={sampleGraph} />
        </section>
      </div>
    </>
  );
}
