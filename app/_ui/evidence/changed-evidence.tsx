'use client';
import { textIn } from '#app/_i18n/format.ts';
import { useLanguage } from '#app/_i18n/language-context.tsx';
import type { Evidence } from '#sandbox/result.ts';

export function ChangedEvidenceView({ evidence }: { evidence: Extract<Evidence, { kind: 'changed' }> }) {
  const { language, messages } = useLanguage();
  const { grading } = messages;
  return (
    <section>
      <h4>{textIn(language, evidence.label)}</h4>
      <table className="facts-table" aria-label={textIn(language, evidence.label)}>
        <thead>
          <tr>
            <th scope="col">{grading.changed}</th>
            <th scope="col">{grading.beforeIt}</th>
            <th scope="col">{grading.afterIt}</th>
          </tr>
        </thead>
        <tbody>
          {evidence.changes.map(({ what, before, after }) => (
            <tr key={textIn(language, what)}>
              <th scope="row">{textIn(language, what)}</th>
              <td className="num agree">{before}</td>
              <td className="num depart">{after}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
