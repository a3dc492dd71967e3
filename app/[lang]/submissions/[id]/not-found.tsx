'use client';
import Link from 'next/link';
import { useLanguage } from '#app/_i18n/language-context.tsx';

export default function SubmissionNotFound() {
  const { language, messages } = useLanguage();
  return (
    <main id="main" className="wrap">
      <div className="blank">
        <h1>{messages.submission.notFound}</h1>
        <p>{messages.submission.notFoundHint}</p>
        <div className="acts">
          <Link className="button" href={`/${language}/settings`}>
            {messages.settings.signIn.act}
          </Link>
          <Link className="button" href={`/${language}/challenges`}>
            {messages.site.challenges}
          </Link>
        </div>
      </div>
    </main>
  );
}
