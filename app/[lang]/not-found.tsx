'use client';
import Link from 'next/link';
import { useLanguage } from '#app/_i18n/language-context.tsx';

export default function NotFound() {
  const { language, messages } = useLanguage();
  return (
    <main id="main" className="wrap">
      <div className="blank">
        <h1>{messages.problems.notFound}</h1>
        <p>{messages.problems.notFoundHint}</p>
        <div className="acts">
          <Link className="button" href={`/${language}/challenges`}>
            {messages.site.challenges}
          </Link>
        </div>
      </div>
    </main>
  );
}
