'use client';
import { useLanguage } from '#app/_i18n/language-context.tsx';

export default function Loading() {
  const { messages } = useLanguage();
  return (
    <main id="main" className="wrap">
      <p className="blank quiet" role="status">
        {messages.problems.loading}
      </p>
    </main>
  );
}
