'use client';
import { formatNumber, textIn } from '#app/_i18n/format.ts';
import { useLanguage } from '#app/_i18n/language-context.tsx';
import type { Evidence } from '#sandbox/result.ts';

type MeterEvidence = Extract<Evidence, { kind: 'meter' }>;

/** What was measured beside what it may be; the numbers that are not are marked. */
export function MeterEvidenceView({ evidence }: { evidence: MeterEvidence }) {
  const { language, messages } = useLanguage();
  const { grading } = messages;
  const nameOf = (name: string): string => {
    const [field = '', kind] = name.split('.');
    const known: Readonly<Record<string, string>> = grading.readings;
    return `${known[field] ?? field}${kind === undefined ? '' : `: ${kind}`}`;
  };
  const budgetOf = ({ atLeast, atMost }: MeterEvidence['readings'][number]): string =>
    atLeast !== null && atLeast === atMost
      ? formatNumber(language, atLeast)
      : [
          atLeast === null ? '' : `≥ ${formatNumber(language, atLeast)}`,
          atMost === null ? '' : `≤ ${formatNumber(language, atMost)}`,
        ]
          .filter((part) => part !== '')
          .join(' ');
  return (
    <section>
      <h4>{textIn(language, evidence.label)}</h4>
      <table className="facts-table" aria-label={textIn(language, evidence.label)}>
        <thead>
          <tr>
            <th scope="col">{grading.measured}</th>
            <th scope="col">{grading.budget}</th>
            <th scope="col">{grading.yours}</th>
          </tr>
        </thead>
        <tbody>
          {evidence.readings.map((reading) => {
            const { name, actual, atLeast, atMost } = reading;
            const within = actual <= (atMost ?? Number.POSITIVE_INFINITY) && actual >= (atLeast ?? 0);
            return (
              <tr key={name} className={within ? '' : 'wrong'}>
                <th scope="row">{nameOf(name)}</th>
                <td className="num">{budgetOf(reading)}</td>
                <td className="num">{formatNumber(language, actual)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
