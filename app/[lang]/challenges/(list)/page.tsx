import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { isLanguage } from '#app/_i18n/languages.ts';
import { messagesIn } from '#app/_i18n/messages.ts';
import { Catalogue } from '#app/_ui/catalogue/catalogue.tsx';
import { readCatalogue } from '#app/_ui/catalogue/read-catalogue.ts';
import { Footer } from '#app/_ui/frame/footer.tsx';

interface Props {
  params: Promise<{ lang: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang } = await params;
  return isLanguage(lang) ? { title: messagesIn(lang).site.challenges } : {};
}

export default async function CataloguePage({ params }: Props) {
  const { lang } = await params;
  if (!isLanguage(lang)) notFound();
  const { catalogue } = messagesIn(lang);
  const chapters = await readCatalogue(lang);
  const questions = chapters.flatMap((chapter) => chapter.questions);
  const rows = questions.flatMap((question) => question.rows);
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
