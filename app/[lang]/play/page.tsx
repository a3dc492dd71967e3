import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { notFound } from 'next/navigation';
import { isLanguage } from '#app/_i18n/languages.ts';
import { messagesIn } from '#app/_i18n/messages.ts';
import { pageMetadata } from '#app/_ui/frame/page-metadata.ts';
import { preferenceCookies } from '#app/_ui/frame/preferences.ts';
import { declarations, examples } from '#app/_ui/play/examples.ts';
import { Playground } from '#app/_ui/play/playground.tsx';
import { parseShares } from '#app/_ui/workspace/panes.ts';

interface Props {
  params: Promise<{ lang: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang } = await params;
  if (!isLanguage(lang)) return {};
  return pageMetadata(lang, '/play', messagesIn(lang).play);
}

export default async function PlayPage({ params }: Props) {
  const { lang } = await params;
  if (!isLanguage(lang)) notFound();
  const shares = parseShares((await cookies()).get(preferenceCookies.panes)?.value);
  return <Playground examples={examples()} globals={declarations()} shares={shares} />;
}
