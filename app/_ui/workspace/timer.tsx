'use client';
import { useEffect, useState } from 'react';
import { useLanguage } from '#app/_i18n/language-context.tsx';
import { readPreference, rememberPreference } from '#app/_ui/frame/preferences.ts';
import { clockText, readClock, ticked, writeClock } from './clock.ts';

/** The time on this challenge. It counts in silence and is shown to those who ask for it; it stands still once the challenge is over. */
export function Timer({ challenge, running }: { challenge: string; running: boolean }) {
  const { messages } = useLanguage();
  const { work } = messages;
  const [shown, setShown] = useState(false);
  const [ms, setMs] = useState<number | null>(null);

  useEffect(() => {
    setShown(readPreference('timer') === 'shown');
    const tick = () => {
      const clock = readClock(challenge);
      const now = running && document.visibilityState === 'visible' ? ticked(clock, Date.now()) : clock;
      if (now !== clock) writeClock(challenge, now);
      setMs(now.ms);
    };
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [challenge, running]);

  const choose = (choice: boolean) => {
    setShown(choice);
    rememberPreference('timer', choice ? 'shown' : 'hidden');
  };
  return (
    <span className="timer">
      {shown && ms !== null && (
        <span role="timer" aria-label={work.timer} className="num">
          {clockText(ms)}
        </span>
      )}
      <button type="button" className="link-button" onClick={() => choose(!shown)}>
        {shown ? work.hideTimer : work.showTimer}
      </button>
    </span>
  );
}
