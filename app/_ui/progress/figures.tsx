import { formatNumber } from '#app/_i18n/format.ts';
import type { Language } from '#app/_i18n/languages.ts';
import { messagesIn } from '#app/_i18n/messages.ts';
import type { Row } from './read-progress.ts';
import { type DayRecord, type Help, median, streakOf } from './summary.ts';

interface Props {
  language: Language;
  rows: readonly Row[];
  days: ReadonlyMap<string, DayRecord>;
  zone: string;
  now: Date;
}

/** The four numbers at the head of the page, each with what it is compared with. */
export function Figures({ language, rows, days, zone, now }: Props) {
  const { progress } = messagesIn(language);
  const solved = rows.filter(({ solvedAt }) => solvedAt !== null);
  const helpedBy = (kind: Help): number => solved.filter(({ help }) => help === kind).length;
  const streak = streakOf(days, zone, now);
  const minutes = median(solved.flatMap(({ minutes }) => (minutes === null ? [] : [minutes])));
  const number = (value: number): string => formatNumber(language, value);
  const figures = [
    {
      name: progress.solved,
      big: number(solved.length),
      small: `/${number(rows.length)}`,
      note: progress.unaided(helpedBy('none'), helpedBy('hints'), helpedBy('solution')),
    },
    {
      name: progress.streak,
      big: number(streak.now),
      small: progress.days(streak.now),
      note: progress.longest(streak.longest),
    },
    {
      name: progress.medianTime,
      big: minutes === null ? '–' : number(Math.max(1, Math.round(minutes))),
      small: progress.minutes,
      note: progress.timeNote,
    },
    {
      name: progress.firstTry,
      big: number(solved.filter(({ firstTry }) => firstTry).length),
      small: `/${number(solved.length)}`,
      note: progress.firstTryNote,
    },
  ];
  return (
    <dl className="figures">
      {figures.map(({ name, big, small, note }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="big">
            {big}
            <small>{small}</small>
          </dd>
          <dd className="note">{note}</dd>
        </div>
      ))}
    </dl>
  );
}
