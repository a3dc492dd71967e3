'use client';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { rememberPreference } from '#app/_ui/frame/preferences.ts';

/** Tells the server which days are the reader's, and draws the page again when it had others. */
export function TimeZone({ used }: { used: string }) {
  const router = useRouter();
  useEffect(() => {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    if (!timeZone || timeZone === used) return;
    rememberPreference('zone', timeZone);
    router.refresh();
  }, [used, router]);
  return null;
}
