import type { Language } from '#app/_i18n/languages.ts';
import { localeOf } from '#app/_i18n/languages.ts';
import { messagesIn } from '#app/_i18n/messages.ts';
import { dayIn, weeksUpTo } from './days.ts';
import type { DayRecord } from './summary.ts';

const weeksShown = 6;
/** From how many submissions on a day is a shade darker. */
const shades = [1, 6, 10, 14];
const solvedShownMax = 5;

interface Props {
  language: Language;
  days: ReadonlyMap<string, DayRecord>;
  zone: string;
  now: Date;
}

/** Six weeks as a table: a number in every day, a square for each challenge solved. */
export function Calendar({ language, days, zone, now }: Props) {
  const { progress } = messagesIn(language);
  const today = dayIn(zone)(now);
  const weeks = weeksUpTo(today, weeksShown);
  const format = (day: string, options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(localeOf[language], { ...options, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
  const sum = (week: readonly string[]): number =>
    week.reduce((all, day) => all + (days.get(day)?.submissions ?? 0) + (days.get(day)?.runs ?? 0), 0);
  return (
    <table className="cal">
      <caption className="sr">{progress.calendar}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="sr">{progress.weekOf}</span>
          </th>
          {weeks[0]?.map((day) => (
            <th key={day} scope="col">
              {format(day, { weekday: 'short' })}
            </th>
          ))}
          <th scope="col" className="sum">
            {progress.week}
          </th>
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            <th scope="row">{format(week[0] ?? today, { month: 'short', day: 'numeric' })}</th>
            {week.map((day) => (
              <td key={day}>
                {day <= today && <Day record={days.get(day)} isToday={day === today} language={language} />}
              </td>
            ))}
            <td className="sum num">{sum(week)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Day({ record, isToday, language }: { record: DayRecord | undefined; isToday: boolean; language: Language }) {
  const { progress } = messagesIn(language);
  const { submissions = 0, runs = 0, solved = 0 } = record ?? {};
  const shade = shades.filter((from) => submissions + runs >= from).length;
  return (
    <div className={`day q${shade} ${isToday ? 'today' : ''}`}>
      <b aria-hidden="true">{submissions + runs || ''}</b>
      <span aria-hidden="true" className="solved">
        {Array.from({ length: Math.min(solved, solvedShownMax) }, (_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a square is known by its place alone
          <i key={at} />
        ))}
      </span>
      <span className="sr">{progress.day(submissions, runs, solved, isToday)}</span>
    </div>
  );
}
