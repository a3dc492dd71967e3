import 'katex/dist/katex.min.css';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { isLanguage } from '#app/_i18n/languages.ts';
import { messagesIn } from '#app/_i18n/messages.ts';
import { Footer } from '#app/_ui/frame/footer.tsx';
import { Questions } from '#app/_ui/questions/questions.tsx';
import { readQuestions } from '#app/_ui/questions/read-questions.ts';
import { findConceptSet } from '#challenges/concept-sets.ts';
import { challenges, questions } from '#challenges/index.ts';

interface Props {
  params: Promise<{ lang: string; number: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang, number } = await params;
  const set = findConceptSet(number);
  return set !== undefined && isLanguage(lang) ? { title: set.title[lang] } : {};
}

/** Questions to answer without code, about one interview question as a whole. */
export default async function QuestionsPage({ params }: Props) {
  const { lang, number } = await params;
  const set = findConceptSet(number);
  if (set === undefined || !isLanguage(lang)) notFound();
  const messages = messagesIn(lang);
  const asks = set.asks[lang];
  return (
    <>
      <main id="main" className="wrap">
        <div className="page-head">
          <h1>{set.title[lang]}</h1>
          <p>
            <Link href={`/${lang}/challenges#q${number}`}>
              {number} {questions.find((question) => question.number === number)?.title[lang]}
            </Link>
          </p>
        </div>
        <Questions
          set={number}
          lead={messages.questions.setLead(asks.length, set.minutes)}
          questions={await readQuestions(asks)}
        />
        <section className="to-write" aria-labelledby="to-write">
          <h2 id="to-write">{messages.questions.toWrite}</h2>
          <ul>
            {challenges
              .filter((challenge) => challenge.question === number)
              .map(({ id, title }) => (
                <li key={id}>
                  <Link href={`/${lang}/challenges/${id}`}>{title[lang]}</Link>
                </li>
              ))}
          </ul>
        </section>
      </main>
      <Footer language={lang} />
    </>
  );
}
