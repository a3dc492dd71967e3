'use client';
import { useLanguage } from '#app/_i18n/language-context.tsx';

/** What a page shows until its answer is there. */
export function Loading() {
  const { messages } = useLanguage();
  return (
    <main id="main" className="wrap">
      <p className="blank quiet" role="status">
        {messages.problems.loading}
      </p>
    </main>
  );
}
