'use client';
import { useEffect, useEffectEvent, useState } from 'react';

/** Why a page could not be shown: its own fault, a service that is not there at the moment, or no network. */
export type Cause = 'unknown' | 'ours' | 'down' | 'offline';

const askAgainAfterMs = 5_000;

async function askService(): Promise<Cause> {
  try {
    const { ok } = await fetch('/api/ready', { cache: 'no-store' });
    return ok ? 'ours' : 'down';
  } catch {
    return 'offline';
  }
}

/** Asks the service how it is, and while it is away asks again until it is back: then `recovered` is called, once. */
export function useRecovery(recovered: () => void): Cause {
  const [cause, setCause] = useState<Cause>('unknown');
  const onRecovered = useEffectEvent(recovered);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let over = false;
    let wasAway = false;
    const ask = async () => {
      const found = await askService();
      if (over) return;
      if (found === 'ours' && wasAway) return onRecovered();
      wasAway = found !== 'ours';
      setCause(found);
      if (wasAway) timer = setTimeout(ask, askAgainAfterMs);
    };
    const askNow = () => {
      clearTimeout(timer);
      void ask();
    };
    askNow();
    addEventListener('online', askNow);
    return () => {
      over = true;
      clearTimeout(timer);
      removeEventListener('online', askNow);
    };
  }, []);
  return cause;
}
