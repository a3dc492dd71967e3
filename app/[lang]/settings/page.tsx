import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { notFound } from 'next/navigation';
import { isLanguage } from '#app/_i18n/languages.ts';
import { messagesIn } from '#app/_i18n/messages.ts';
import { emailOf } from '#app/_server/account.ts';
import { currentUser } from '#app/_server/current-user.ts';
import { Footer } from '#app/_ui/frame/footer.tsx';
import { pageMetadata } from '#app/_ui/frame/page-metadata.ts';
import { editorSizeOf, isTheme, preferenceCookies } from '#app/_ui/frame/preferences.ts';
import { Account } from '#app/_ui/settings/account.tsx';
import { Appearance } from '#app/_ui/settings/appearance.tsx';
import { OwnData } from '#app/_ui/settings/own-data.tsx';

interface Props {
  params: Promise<{ lang: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang } = await params;
  return isLanguage(lang) ? pageMetadata(lang, '/settings', messagesIn(lang).settings) : {};
}

export default async function SettingsPage({ params }: Props) {
  const { lang } = await params;
  if (!isLanguage(lang)) notFound();
  const { settings } = messagesIn(lang);
  const [user, kept] = await Promise.all([currentUser(), cookies()]);
  const theme = kept.get(preferenceCookies.theme)?.value;
  return (
    <>
      <main id="main" className="wrap settings">
        <div className="page-head">
          <h1>{settings.title}</h1>
        </div>
        <Account email={user === null ? null : await emailOf(user)} />
        <Appearance
          theme={isTheme(theme) ? theme : 'system'}
          editorSize={editorSizeOf(kept.get(preferenceCookies.editorSize)?.value)}
          vim={kept.get(preferenceCookies.vim)?.value === 'on'}
        />
        <OwnData known={user !== null} />
      </main>
      <Footer language={lang} />
    </>
  );
}
