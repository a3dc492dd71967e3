import { formatNumber, textIn } from '#app/_i18n/format.ts';
import { type Language, localeOf } from '#app/_i18n/languages.ts';
import { messagesIn } from '#app/_i18n/messages.ts';
import type { Row } from './read-progress.ts';

/** The table behind the pictures: every challenge that was tried. */
export function AllNumbers({ language, rows, zone }: { language: Language; rows: readonly Row[]; zone: string }) {
  const { progress } = messagesIn(language);
  const { table } = progress;
  const tried = rows.filter(({ lastAt }) => lastAt !== null);
  const day = new Intl.DateTimeFormat(localeOf[language], { dateStyle: 'medium', timeZone: zone });
  const columns = [table.score, table.attempts, table.runs, table.hints, table.minutes];
  return (
    <details className="block all-numbers">
      <summary>{progress.allNumbers(tried.length)}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key */}
      <div className="scroll" tabIndex={0} role="region" aria-label={progress.allNumbers(tried.length)}>
        <table>
          <thead>
            <tr>
              <th scope="col">{table.challenge}</th>
              {columns.map((name) => (
                <th key={name} scope="col" className="r">
                  {name}
                </th>
              ))}
              <th scope="col">{table.solved}</th>
            </tr>
          </thead>
          <tbody>
            {tried.map((row) => (
              <tr key={row.id}>
                <th scope="row">{textIn(language, row.title)}</th>
                <td className="r num">
                  {row.bestScore}/{row.points}
                </td>
                <td className="r num">{row.attempts}</td>
                <td className="r num">{row.runs}</td>
                <td className="r num">{row.hints}</td>
                <td className="r num">
                  {row.minutes === null ? '–' : formatNumber(language, Math.max(1, Math.round(row.minutes)))}
                </td>
                <td>
                  {row.solvedAt === null ? '–' : day.format(row.solvedAt)}
                  {row.firstTry && <span className="quiet"> {table.firstTry}</span>}
                  {row.gaveUpAt !== null && (
                    <span className="quiet"> {row.help === 'solution' ? table.afterSolution : table.gaveUp}</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
