import { formatNumber, textIn } from '#app/_i18n/format.ts';
import type { Language } from '#app/_i18n/languages.ts';
import { messagesIn } from '#app/_i18n/messages.ts';
import { chapters, questions } from '#challenges/index.ts';
import type { Row } from './read-progress.ts';
import { median } from './summary.ts';

/** Minutes from the first line kept to the solution: for each chapter the median between fastest and slowest. */
export function TimeToSolve({ language, rows }: { language: Language; rows: readonly Row[] }) {
  const { progress } = messagesIn(language);
  const chapterOf = new Map(questions.map(({ number, chapter }) => [number, chapter]));
  const lines = chapters.map(({ number, title }) => {
    const minutes = rows
      .filter((row) => chapterOf.get(row.question) === number)
      .flatMap((row) => (row.minutes === null ? [] : [Math.max(1, Math.round(row.minutes))]));
    return {
      title: textIn(language, title),
      count: minutes.length,
      least: Math.min(...minutes),
      most: Math.max(...minutes),
      middle: median(minutes),
    };
  });
  const end = Math.ceil(Math.max(10, ...lines.filter(({ count }) => count > 0).map(({ most }) => most)) / 10) * 10;
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((share) => end * share);
  const at = (minutes: number): string => `${(100 * minutes) / end}%`;
  const number = (minutes: number): string => formatNumber(language, minutes, 1);
  return (
    <div className="times">
      <table>
        <caption>{progress.byChapter}</caption>
        <thead className="sr">
          <tr>
            <th scope="col">{progress.chapter}</th>
            <th scope="col">{progress.timesColumn}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ title, count, least, most, middle }) => (
            <tr key={title}>
              <th scope="row">{title}</th>
              <td>
                {middle === null ? (
                  <span className="quiet">{progress.noTimes}</span>
                ) : (
                  <div className="span">
                    <i className="line" style={{ left: at(least), width: at(most - least) }} />
                    <i className="middle" style={{ left: at(middle) }} />
                    <b className="num" style={{ left: at(middle) }} aria-hidden="true">
                      {number(middle)}
                    </b>
                    <span className="sr">{progress.times(number(middle), number(least), number(most), count)}</span>
                  </div>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="scale num" aria-hidden="true">
        {ticks.map((tick) => (
          <span key={tick} style={{ left: at(tick) }}>
            {number(tick)}
          </span>
        ))}
      </div>
      <p className="quiet">{progress.timesNote}</p>
    </div>
  );
}
