import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { isLanguage } from '#app/_i18n/languages.ts';
import { messagesIn } from '#app/_i18n/messages.ts';
import { Catalogue } from '#app/_ui/catalogue/catalogue.tsx';
import { readCatalogue } from '#app/_ui/catalogue/read-catalogue.ts';
import { Footer } from '#app/_ui/frame/footer.tsx';
import { pageMetadata } from '#app/_ui/frame/page-metadata.ts';
import { challenges, questions } from '#challenges/index.ts';

interface Props {
  params: Promise<{ lang: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang } = await params;
  if (!isLanguage(lang)) return {};
  const { site, catalogue } = messagesIn(lang);
  const description = catalogue.description(questions.length, challenges.length);
  return pageMetadata(lang, '/challenges', { title: site.challenges, description });
}

export default async function CataloguePage({ params }: Props) {
  const { lang } = await params;
  if (!isLanguage(lang)) notFound();
  const { catalogue } = messagesIn(lang);
  const chapters = await readCatalogue(lang);
  const rows = chapters.flatMap((chapter) => chapter.questions.flatMap((question) => question.rows));
  return (
    <>
      <main id="main" className="wrap">
        <div className="page-head">
          <h1>{catalogue.title(questions.length)}</h1>
          <p>{catalogue.lead(rows.length, rows.filter(({ state }) => state === 'solved').length)}</p>
        </div>
        <Catalogue chapters={chapters} />
      </main>
      <Footer language={lang} />
    </>
  );
}
