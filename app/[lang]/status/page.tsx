import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { isLanguage } from '#app/_i18n/languages.ts';
import { messagesIn } from '#app/_i18n/messages.ts';
import { readiness } from '#app/_server/readiness.ts';
import { Footer } from '#app/_ui/frame/footer.tsx';
import { pageMetadata } from '#app/_ui/frame/page-metadata.ts';
import { Status } from '#app/_ui/status/status.tsx';

interface Props {
  params: Promise<{ lang: string }>;
}

export const dynamic = 'force-dynamic';

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang } = await params;
  return isLanguage(lang) ? pageMetadata(lang, '/status', messagesIn(lang).status) : {};
}

export default async function StatusPage({ params }: Props) {
  const { lang } = await params;
  if (!isLanguage(lang)) notFound();
  const { status } = messagesIn(lang);
  const report = await readiness();
  return (
    <>
      <main id="main" className="wrap">
        <div className="page-head">
          <h1>{report.ready ? status.ready : status.notReady}</h1>
          <p>{status.lead}</p>
        </div>
        <Status language={lang} report={report} />
      </main>
      <Footer language={lang} />
    </>
  );
}
