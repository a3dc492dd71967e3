import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { isLanguage } from '#app/_i18n/languages.ts';
import { messagesIn } from '#app/_i18n/messages.ts';
import { Footer } from '#app/_ui/frame/footer.tsx';
import { pageMetadata } from '#app/_ui/frame/page-metadata.ts';
import { AllNumbers } from '#app/_ui/progress/all-numbers.tsx';
import { Calendar } from '#app/_ui/progress/calendar.tsx';
import { Figures } from '#app/_ui/progress/figures.tsx';
import { Mistakes } from '#app/_ui/progress/mistakes.tsx';
import { NextSteps } from '#app/_ui/progress/next-steps.tsx';
import { Questions } from '#app/_ui/progress/questions.tsx';
import { readProgress } from '#app/_ui/progress/read-progress.ts';
import { recordOfDays } from '#app/_ui/progress/summary.ts';
import { TimeToSolve } from '#app/_ui/progress/time-to-solve.tsx';
import { TimeZone } from '#app/_ui/progress/time-zone.tsx';

interface Props {
  params: Promise<{ lang: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang } = await params;
  return isLanguage(lang) ? pageMetadata(lang, '/progress', messagesIn(lang).progress) : {};
}

export default async function ProgressPage({ params }: Props) {
  const { lang } = await params;
  if (!isLanguage(lang)) notFound();
  const { progress } = messagesIn(lang);
  const { practice, rows, zone, now } = await readProgress();
  const days = recordOfDays(practice, zone);
  const solved = rows.filter(({ solvedAt }) => solvedAt !== null);
  const first = rows[0];
  return (
    <>
      <TimeZone used={zone} />
      <main id="main" className="wrap progress">
        <div className="page-head">
          <h1>{progress.head(solved.length, rows.length)}</h1>
          <p>{practice.attempts.length === 0 ? progress.emptyHint : progress.lead}</p>
          {practice.attempts.length === 0 && first !== undefined && (
            <p>
              <Link className="button primary" href={`/${lang}/challenges/${first.id}`}>
                {messagesIn(lang).home.start}
              </Link>
            </p>
          )}
        </div>
        {practice.attempts.length > 0 && (
          <>
            <Figures language={lang} rows={rows} days={days} zone={zone} now={now} />
            <section className="block" aria-labelledby="activity">
              <div className="section-head">
                <h2 id="activity">{progress.activity}</h2>
                <p>{progress.activityNote}</p>
              </div>
              <div className="activity">
                <Calendar language={lang} days={days} zone={zone} now={now} />
                <TimeToSolve language={lang} rows={rows} />
              </div>
            </section>
          </>
        )}
        <Questions language={lang} rows={rows} />
        <div className="block split">
          <NextSteps language={lang} rows={rows} />
          <Mistakes language={lang} practice={practice} now={now} />
        </div>
        {practice.attempts.length > 0 && <AllNumbers language={lang} rows={rows} zone={zone} />}
      </main>
      <Footer language={lang} />
    </>
  );
}
