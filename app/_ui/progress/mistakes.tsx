import Link from 'next/link';
import { formatAgo, textIn } from '#app/_i18n/format.ts';
import type { Language } from '#app/_i18n/languages.ts';
import { messagesIn } from '#app/_i18n/messages.ts';
import type { Practice } from '#app/_server/get-practice.ts';
import { Cells } from '#app/_ui/cells.tsx';
import { InlineCode } from '#app/_ui/inline-code.tsx';
import { mistakesOf } from './summary.ts';

const shownMax = 5;
const triesMax = 12;

/** Known mistakes met most often: for each submission since the first, made or avoided. */
export function Mistakes({ language, practice, now }: { language: Language; practice: Practice; now: Date }) {
  const { progress } = messagesIn(language);
  const mistakes = mistakesOf(practice);
  return (
    <section aria-labelledby="mistakes">
      <div className="section-head">
        <h2 id="mistakes">{progress.mistakes}</h2>
        <p className="key">
          <span>
            <Cells looks={['wrong']} />
            {progress.made}
          </span>
          <span>
            <Cells looks={['right']} />
            {progress.avoided}
          </span>
        </p>
      </div>
      {mistakes.length === 0 ? (
        <p className="soft">{progress.noMistakes}</p>
      ) : (
        <ul className="rows">
          {mistakes.slice(0, shownMax).map(({ id, challenge, text, tries, times, lastAt, cameBack }) => (
            <li key={`${challenge}/${id}`}>
              <Link href={`/${language}/challenges/${challenge}`}>
                <InlineCode text={textIn(language, text)} />
              </Link>
              <p>{progress.mistake(times, formatAgo(language, lastAt, now), cameBack)}</p>
              <Cells
                looks={tries.slice(-triesMax).map((one) => (one === 'made' ? 'wrong' : 'right'))}
                label={tries
                  .slice(-triesMax)
                  .map((one) => progress[one])
                  .join(', ')}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
