// What to open the editor with, out of what this browser and the server know. Pure but for the storage below, so that "nothing is
// lost" can be tested.
import { z } from 'zod';
import type { DraftAnswer } from '#app/_server/api-types.ts';

export const localDraftSchema = z.object({
  source: z.string(),
  /** The server's version this text was made from; 0 where there was none. */
  baseVersion: z.number().int().min(0),
  /** Not yet on the server. */
  dirty: z.boolean(),
  /** When it was written, ms since 1970. */
  at: z.number().default(0),
});
export type LocalDraft = z.infer<typeof localDraftSchema>;

/** Another text of the same challenge, which is kept until the reader has chosen. */
export interface Rival {
  readonly source: string;
  readonly at: Date;
  /** The server's version; null of one that another tab of this browser kept and never sent. */
  readonly version: number | null;
}

export interface Opening {
  readonly source: string;
  readonly baseVersion: number;
  readonly dirty: boolean;
  readonly rivals: readonly Rival[];
}

/** `locals` are the texts that tabs of this browser kept and did not send, each from a tab of its own. */
export function openingOf(starter: string, locals: readonly LocalDraft[], server: DraftAnswer | null): Opening {
  const version = server?.version ?? 0;
  const [mine, ...others] = locals
    .filter(({ dirty, source }) => dirty && source !== server?.source)
    .toSorted((a, b) => b.at - a.at)
    .filter(({ source }, at, all) => all.findIndex((one) => one.source === source) === at);
  if (mine === undefined) return { source: server?.source ?? starter, baseVersion: version, dirty: false, rivals: [] };
  const rivals = others.map(({ source, at }): Rival => ({ source, at: new Date(at), version: null }));
  // A higher local version than the server's means the server forgot (another database): what is here goes on.
  if (server === null || mine.baseVersion >= version)
    return { source: mine.source, baseVersion: version, dirty: true, rivals };
  return { source: mine.source, baseVersion: mine.baseVersion, dirty: true, rivals: [rivalOf(server), ...rivals] };
}

export const rivalOf = ({ source, updatedAt, version }: DraftAnswer): Rival => ({
  source,
  at: new Date(updatedAt),
  version,
});

const keyOf = (challenge: string) => `gradgym:draft:${challenge}`;
/** Of this tab: two tabs write side by side, and neither overwrites what the other has not sent yet. */
const tabKey = (challenge: string, tab: string) => `${keyOf(challenge)}:${tab}`;

/** Every text of the challenge that a tab of this browser kept. */
export function readLocalDrafts(challenge: string): LocalDraft[] {
  // Storage may be off or full: a draft that cannot be kept here is still sent to the server.
  try {
    return draftKeys(challenge).flatMap((key) => {
      const parsed = localDraftSchema.safeParse(parseJson(localStorage.getItem(key)));
      return parsed.success ? [parsed.data] : [];
    });
  } catch {
    return [];
  }
}

/** Keeps what this tab has not sent, and nothing when all is sent. */
export function writeLocalDraft(challenge: string, tab: string, draft: Omit<LocalDraft, 'at'>): void {
  try {
    const { source, baseVersion, dirty } = draft;
    if (!dirty) localStorage.removeItem(tabKey(challenge, tab));
    else localStorage.setItem(tabKey(challenge, tab), JSON.stringify({ source, baseVersion, dirty, at: Date.now() }));
  } catch {
    // See above: the server still gets it.
  }
}

/** The reader has decided about these texts: whichever tab kept them, they need not be asked about again. */
export function forgetLocalDrafts(challenge: string, source: string): void {
  try {
    for (const key of draftKeys(challenge)) {
      const parsed = localDraftSchema.safeParse(parseJson(localStorage.getItem(key)));
      if (!parsed.success || parsed.data.source === source) localStorage.removeItem(key);
    }
  } catch {
    // See above.
  }
}

function draftKeys(challenge: string): string[] {
  const key = keyOf(challenge);
  return Object.keys(localStorage).filter((one) => one === key || one.startsWith(`${key}:`));
}

function parseJson(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}
