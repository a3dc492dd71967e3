'use client';
import { textIn } from '#app/_i18n/format.ts';
import { useLanguage } from '#app/_i18n/language-context.tsx';
import type { Evidence } from '#sandbox/result.ts';

/** The calls of a function of the judge's, the first wrong one marked. */
export function CallsEvidenceView({ evidence }: { evidence: Extract<Evidence, { kind: 'calls' }> }) {
  const { language, messages } = useLanguage();
  const { grading } = messages;
  const { calls, count, firstWrong } = evidence;
  return (
    <section>
      <h4>
        {textIn(language, evidence.label)} <span>{grading.callCount(count)}</span>
      </h4>
      <dl className="values">
        <dt className="agree">{grading.expected}</dt>
        <dd>{textIn(language, evidence.expected)}</dd>
      </dl>
      {calls.length > 0 && (
        <table className="facts-table" aria-label={textIn(language, evidence.label)}>
          <thead>
            <tr>
              <th scope="col">{grading.call}</th>
              <th scope="col">{grading.arguments}</th>
            </tr>
          </thead>
          <tbody>
            {calls.map(({ name, args }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a call is known by its place
              <tr key={at} className={at === firstWrong ? 'wrong' : ''}>
                <th scope="row">{at + 1}</th>
                <td>{`${name}(${args.join(', ')})`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {count > calls.length && <p className="facts-line">{grading.firstCalls(calls.length)}</p>}
    </section>
  );
}
