import '#app/_ui/styles/index.css';
import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { LanguageProvider } from '#app/_i18n/language-context.tsx';
import { isLanguage, type Language, localeOf } from '#app/_i18n/languages.ts';
import { messagesIn } from '#app/_i18n/messages.ts';
import { Passage } from '#app/_ui/frame/passage.tsx';
import { originOfRequest } from '#app/_server/origin.ts';
import { isTheme, preferenceCookies } from '#app/_ui/frame/preferences.ts';
import { TopBar } from '#app/_ui/frame/top-bar.tsx';

interface Props {
  params: Promise<{ lang: string }>;
  children: ReactNode;
}

/** An unknown language is not found (each page says so); the frame around that message is then English. */
const languageOf = async (params: Props['params']): Promise<Language> => {
  const { lang } = await params;
  return isLanguage(lang) ? lang : 'en';
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { site } = messagesIn(await languageOf(params));
  return {
    metadataBase: await originOfRequest(),
    title: { default: `${site.title} · ${site.name}`, template: `%s · ${site.name}` },
    description: site.description,
  };
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' };

export default async function Layout({ params, children }: Props) {
  const language = await languageOf(params);
  // The theme is in the first byte of the page, so there is no flash and no script in the head.
  const theme = (await cookies()).get(preferenceCookies.theme)?.value;
  return (
    <html lang={localeOf[language]} {...(isTheme(theme) ? { 'data-theme': theme } : {})} suppressHydrationWarning>
      <body>
        <a className="skip" href="#main">
          {messagesIn(language).site.skip}
        </a>
        <LanguageProvider language={language}>
          <TopBar language={language} />
          <Passage />
          {children}
        </LanguageProvider>
      </body>
    </html>
  );
}
