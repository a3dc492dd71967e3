'use client';
import { useLanguage } from '#app/_i18n/language-context.tsx';

export default function PageError({ reset }: { error: Error; reset: () => void }) {
  const { messages } = useLanguage();
  return (
    <main id="main" className="wrap">
      <div className="blank" role="alert">
        <h1>{messages.problems.error}</h1>
        <p>{messages.problems.errorHint}</p>
        <div className="acts">
          <button type="button" className="button" onClick={reset}>
            {messages.grading.tryAgain}
          </button>
        </div>
      </div>
    </main>
  );
}
