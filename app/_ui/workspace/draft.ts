// What to open the editor with, out of what this device and the server know. Pure, so that "nothing is lost" can be tested.
import { z } from 'zod';
import type { DraftAnswer } from '#app/_server/api-types.ts';

export const localDraftSchema = z.object({
  source: z.string(),
  /** The server's version this text was made from; 0 where there was none. */
  baseVersion: z.number().int().min(0),
  /** Not yet on the server. */
  dirty: z.boolean(),
});
export type LocalDraft = z.infer<typeof localDraftSchema>;

export interface Opening {
  readonly source: string;
  readonly baseVersion: number;
  readonly dirty: boolean;
  /** The server's newer text, where this device also has one that was never sent: the reader chooses. */
  readonly conflict: DraftAnswer | null;
}

export function openingOf(starter: string, local: LocalDraft | null, server: DraftAnswer | null): Opening {
  const version = server?.version ?? 0;
  if (local?.dirty !== true)
    return { source: server?.source ?? starter, baseVersion: version, dirty: false, conflict: null };
  if (server !== null && server.source === local.source)
    return { source: server.source, baseVersion: version, dirty: false, conflict: null };
  // A higher local version than the server's means the server forgot (another database): what is here goes on.
  if (local.baseVersion >= version) return { source: local.source, baseVersion: version, dirty: true, conflict: null };
  return { source: local.source, baseVersion: local.baseVersion, dirty: true, conflict: server };
}

const keyOf = (challenge: string) => `gradgym:draft:${challenge}`;

/** Storage may be off or full: a draft that cannot be kept here is still sent to the server. */
export function readLocalDraft(challenge: string): LocalDraft | null {
  try {
    const parsed = localDraftSchema.safeParse(JSON.parse(localStorage.getItem(keyOf(challenge)) ?? 'null'));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

export function writeLocalDraft(challenge: string, draft: LocalDraft): void {
  try {
    localStorage.setItem(keyOf(challenge), JSON.stringify(draft));
  } catch {
    // See above: the server still gets it.
  }
}
