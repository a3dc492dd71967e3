// Days in the reader's own time zone, as 'YYYY-MM-DD'.

export const isTimeZone = (zone: string | undefined): zone is string => {
  if (zone === undefined || zone === '') return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
};

/** The function that tells the day of a moment in a zone. */
export function dayIn(zone: string): (at: Date) => string {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return (at) => format.format(at);
}

/** Some days later, or earlier when negative. A day is a date here, so no change of the clocks matters. */
export function addDays(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** 0 on Monday to 6 on Sunday. */
export const weekday = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;

/** The last weeks up to that of `today`, each from Monday to Sunday. */
export function weeksUpTo(today: string, weeks: number): string[][] {
  const monday = addDays(today, -weekday(today));
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => addDays(monday, (week + 1 - weeks) * 7 + day)),
  );
}

/** Days in a row with something done, up to today or yesterday, and the most there ever were. */
export function streaks(days: ReadonlySet<string>, today: string): { readonly now: number; readonly longest: number } {
  const lengthTo = (last: string): number => {
    let length = 0;
    while (days.has(addDays(last, -length))) length++;
    return length;
  };
  const ends = [...days].filter((day) => !days.has(addDays(day, 1)));
  // Today is not over: what was kept up until yesterday still runs.
  const now = lengthTo(days.has(today) ? today : addDays(today, -1));
  return { now, longest: Math.max(0, ...ends.map(lengthTo)) };
}
