// How long somebody has been at a challenge, kept in this browser. Pure but for the storage at the end.
import { z } from 'zod';

const clockSchema = z.object({ ms: z.number().min(0), at: z.number() });
/** Time counted so far, and the moment up to which it was counted, ms. */
export type Clock = z.infer<typeof clockSchema>;

/** A longer silence is not work: the page was hidden, closed, or the machine asleep. */
export const silenceMsMax = 5_000;

/** Two windows beside each other count once: whichever comes later finds the moment counted already. */
export function ticked({ ms, at }: Clock, now: number): Clock {
  const passed = now - at;
  return { ms: passed > 0 && passed <= silenceMsMax ? ms + passed : ms, at: now };
}

/** "4:05", "1:02:09". */
export function clockText(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const [first, ...rest] = parts[0] === 0 ? parts.slice(1) : parts;
  return [first, ...rest.map((part) => String(part).padStart(2, '0'))].join(':');
}

const keyOf = (challenge: string) => `gradgym:time:${challenge}`;

export function readClock(challenge: string): Clock {
  try {
    const parsed = clockSchema.safeParse(JSON.parse(localStorage.getItem(keyOf(challenge)) ?? 'null'));
    return parsed.success ? parsed.data : { ms: 0, at: 0 };
  } catch {
    return { ms: 0, at: 0 };
  }
}

export function writeClock(challenge: string, clock: Clock): void {
  try {
    localStorage.setItem(keyOf(challenge), JSON.stringify(clock));
  } catch {
    // Storage is off: the time begins anew with each visit.
  }
}
