import Link from 'next/link';
import { textIn } from '#app/_i18n/format.ts';
import type { Language } from '#app/_i18n/languages.ts';
import { messagesIn } from '#app/_i18n/messages.ts';
import { Cells, type CellLook } from '#app/_ui/cells.tsx';
import { chapters, questions } from '#challenges/index.ts';
import type { Row } from './read-progress.ts';

const solvedLook = { none: 'right', hints: 'half', solution: 'shown' } as const;
const lookOf = ({ help, attempts, gaveUpAt }: Row): CellLook =>
  help !== null ? solvedLook[help] : attempts > 0 || gaveUpAt !== null ? 'wrong' : '';

const solvedOf = (rows: readonly Row[]): number => rows.filter(({ solvedAt }) => solvedAt !== null).length;

/** Every interview question with a square for each of its challenges. */
export function Questions({ language, rows }: { language: Language; rows: readonly Row[] }) {
  const { progress, catalogue } = messagesIn(language);
  const key: [CellLook, string][] = [
    ['right', progress.look.right],
    ['half', progress.look.half],
    ['shown', progress.look.shown],
    ['wrong', progress.look.wrong],
    ['', progress.look.none],
  ];
  return (
    <section className="block" aria-labelledby="questions">
      <div className="section-head">
        <h2 id="questions">{progress.byQuestion}</h2>
        <p className="key">
          {key.map(([look, name]) => (
            <span key={name}>
              <Cells looks={[look]} />
              {name}
            </span>
          ))}
        </p>
      </div>
      <div className="mastery">
        {chapters.map(({ number, title }) => {
          const asked = questions.filter(({ chapter }) => chapter === number);
          const ofChapter = rows.filter(({ question }) => asked.some((one) => one.number === question));
          return (
            <section key={number}>
              <h3>
                {textIn(language, title)}
                <span>{catalogue.solvedOf(solvedOf(ofChapter), ofChapter.length)}</span>
              </h3>
              <ul>
                {asked.map((question) => {
                  const own = ofChapter.filter((row) => row.question === question.number);
                  const score = own.reduce((sum, { bestScore }) => sum + bestScore, 0);
                  const points = own.reduce((sum, { points }) => sum + points, 0);
                  return (
                    <li key={question.number}>
                      <span className="num">{question.number}</span>
                      <Link href={`/${language}/challenges#q${question.number}`}>
                        {textIn(language, question.title)}
                      </Link>
                      <Cells looks={own.map(lookOf)} label={progress.solvedLabel(solvedOf(own), own.length)} />
                      <span className="r num">
                        {own.length === 0 ? '' : score}
                        {own.length > 0 && <span className="quiet">/{points}</span>}
                      </span>
                    </li>
                  );
                })}
              </ul>
            </section>
          );
        })}
      </div>
    </section>
  );
}
