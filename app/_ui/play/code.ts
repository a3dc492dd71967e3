// What /play opens with and keeps: on this device alone.
import { z } from 'zod';
import { isLink, sourceOf } from './link.ts';

const keys = { own: 'gradgym:play', before: 'gradgym:play:before' } as const;

/** Storage may be off or full: then the code lives as long as the page. */
function read(key: string): string | null {
  try {
    const kept = z.string().max(200_000).safeParse(localStorage.getItem(key));
    return kept.success ? kept.data : null;
  } catch {
    return null;
  }
}
export function keepCode(source: string, key: keyof typeof keys = 'own'): void {
  try {
    localStorage.setItem(keys[key], source);
  } catch {
    // See above.
  }
}

export interface PlayOpening {
  readonly source: string;
  readonly from: 'link' | 'broken-link' | 'here';
  /** What was kept here before the link's code took its place. */
  readonly before: string | null;
}

export async function openCode(fragment: string, example: string): Promise<PlayOpening> {
  const own = read(keys.own);
  if (!isLink(fragment)) return { source: own ?? example, from: 'here', before: null };
  const linked = await sourceOf(fragment);
  if (linked === null) return { source: own ?? example, from: 'broken-link', before: null };
  if (own === linked) return { source: linked, from: 'here', before: null };
  if (own !== null) keepCode(own, 'before');
  return { source: linked, from: 'link', before: own };
}
