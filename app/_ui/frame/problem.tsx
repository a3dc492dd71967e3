'use client';
import { useRouter } from 'next/navigation';
import { startTransition } from 'react';
import { useLanguage } from '#app/_i18n/language-context.tsx';
import { useRecovery } from './use-recovery.ts';

/** In the place of a page that could not be made. It finds out why, and comes back by itself when that is over. */
export function Problem({ reset }: { reset: () => void }) {
  const { messages } = useLanguage();
  const router = useRouter();
  const again = () =>
    startTransition(() => {
      router.refresh();
      reset();
    });
  const cause = useRecovery(again);
  const { title, hint } = messages.problems.causes[cause === 'unknown' ? 'ours' : cause];
  return (
    <main id="main" className="wrap">
      <div className="blank" role="alert" aria-busy={cause === 'unknown'} data-cause={cause}>
        <h1>{cause === 'unknown' ? messages.problems.error : title}</h1>
        <p>{cause === 'unknown' ? ' ' : hint}</p>
        <div className="acts">
          <button type="button" className="button" onClick={again}>
            {messages.grading.tryAgain}
          </button>
        </div>
      </div>
    </main>
  );
}
