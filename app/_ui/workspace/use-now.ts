'use client';
import { useEffect, useState } from 'react';

/** The present, once a minute: enough for times that are said in minutes and days. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
