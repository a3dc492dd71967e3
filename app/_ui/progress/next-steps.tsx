import Link from 'next/link';
import { textIn } from '#app/_i18n/format.ts';
import type { Language } from '#app/_i18n/languages.ts';
import { messagesIn } from '#app/_i18n/messages.ts';
import type { Row } from './read-progress.ts';
import { nextSteps } from './summary.ts';

export function NextSteps({ language, rows }: { language: Language; rows: readonly Row[] }) {
  const { progress } = messagesIn(language);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const steps = nextSteps(rows, byId);
  return (
    <section aria-labelledby="next">
      <div className="section-head">
        <h2 id="next">{progress.next}</h2>
      </div>
      {steps.length === 0 ? (
        <p className="soft">{progress.allDone}</p>
      ) : (
        <ul className="rows">
          {steps.map(({ id, why }) => {
            const row = byId.get(id);
            if (!row) return null;
            return (
              <li key={id}>
                <Link href={`/${language}/challenges/${id}`}>{textIn(language, row.title)}</Link>
                <p>
                  {why === 'begun'
                    ? progress.goOn(row.bestScore, row.points, row.attempts)
                    : progress.startIt(row.question, row.estimate)}
                </p>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
