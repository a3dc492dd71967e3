import 'katex/dist/katex.min.css';
import '#app/_ui/styles/style-page.css';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { isLanguage } from '#app/_i18n/languages.ts';
import { messagesIn } from '#app/_i18n/messages.ts';
import { Footer } from '#app/_ui/frame/footer.tsx';
import { pageMetadata } from '#app/_ui/frame/page-metadata.ts';
import { highlight } from '#app/_ui/markdown/highlighter.ts';
import { renderMarkdown } from '#app/_ui/markdown/markdown.ts';
import { ControlsView } from '#app/_ui/style-page/controls-view.tsx';
import { FindingsView } from '#app/_ui/style-page/findings-view.tsx';
import { readTokens } from '#app/_ui/style-page/read-tokens.ts';
import { TokensView } from '#app/_ui/style-page/tokens-view.tsx';
import { starter, statement } from '#challenges/content.ts';
import { challenges } from '#challenges/index.ts';

interface Props {
  params: Promise<{ lang: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang } = await params;
  if (!isLanguage(lang)) return {};
  return { ...pageMetadata(lang, '/style', messagesIn(lang).style), robots: { index: false } };
}

/** For who works on the pages: every token and component, in both themes at once. */
export default async function StylePage({ params }: Props) {
  const { lang } = await params;
  if (!isLanguage(lang)) notFound();
  const { style, problems, settings } = messagesIn(lang);
  const tokens = readTokens();
  const first = challenges[0]?.id ?? '';
  const prose = await renderMarkdown(statement(first, lang));
  const listing = await highlight(starter(first), 'typescript');
  return (
    <>
      <main id="main" className="wrap style-page">
        <div className="page-head">
          <h1>{style.title}</h1>
          <p>{style.description}</p>
        </div>
        <div className="schemes">
          {(['light', 'dark'] as const).map((colorScheme) => (
            <section key={colorScheme} className="scheme panel" style={{ colorScheme }} aria-labelledby={colorScheme}>
              <h2 id={colorScheme}>{settings.themes[colorScheme]}</h2>
              <h3>{style.controls}</h3>
              <ControlsView scheme={{ colorScheme, color: 'var(--ink)' }} />
              <h3>{style.data}</h3>
              <FindingsView />
              <h3>{style.reading}</h3>
              {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own markdown, rendered on the server */}
              <div className="read" dangerouslySetInnerHTML={{ __html: prose }} />
              {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own source, highlighted on the server */}
              <div className="listing panel" dangerouslySetInnerHTML={{ __html: listing }} />
              <h3>{style.states}</h3>
              {Object.values(problems.causes).map(({ title, hint }) => (
                <div key={title} className="blank">
                  <b>{title}</b>
                  <p>{hint}</p>
                </div>
              ))}
              <h3>{style.tokens}</h3>
              <TokensView tokens={tokens} />
            </section>
          ))}
        </div>
      </main>
      <Footer language={lang} />
    </>
  );
}
