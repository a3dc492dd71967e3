'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { DraftAnswer } from '#app/_server/api-types.ts';
import { Refusal, readDraft, saveDraft } from '#app/_ui/api/client.ts';
import { forgetLocalDrafts, openingOf, type Rival, readLocalDrafts, rivalOf, writeLocalDraft } from './draft.ts';

export type DraftState = { kind: 'starter' } | { kind: 'saving' } | { kind: 'saved'; at: Date } | { kind: 'local' };

export interface Draft {
  /** Read once the editor is there, in the browser. */
  opening(): string;
  readonly state: DraftState;
  /** Another text, from another tab or device; nothing is saved over it before the reader has chosen. */
  readonly rival: Rival | null;
  change(source: string): void;
  /** Goes on with this text, or with the rival, which is then returned. */
  resolve(choice: 'mine' | 'theirs'): string | null;
}

interface Now {
  source: string;
  baseVersion: number;
  dirty: boolean;
  /** The server has a version that is not known here: saving waits for the reader's choice. */
  blocked: boolean;
}

const saveDelayMs = 600;
const retryDelayMs = 5000;

/**
 * Saves as you type: on this device at once, on the server a moment later. `onNewer` is told of what another tab or device has saved
 * meanwhile, where nothing here is unsaved.
 */
export function useDraft(
  challenge: string,
  starter: string,
  server: DraftAnswer | null,
  onNewer: (newer: DraftAnswer) => void,
): Draft {
  const [state, setState] = useState<DraftState>(
    server === null ? { kind: 'starter' } : { kind: 'saved', at: new Date(server.updatedAt) },
  );
  const [rivals, setRivals] = useState<readonly Rival[]>([]);
  const now = useRef<Now | null>(null);
  const [tab] = useState(() => Math.random().toString(36).slice(2));
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const sending = useRef(false);
  const newer = useRef(onNewer);
  newer.current = onNewer;

  const keep = useCallback((draft: Now) => writeLocalDraft(challenge, tab, draft), [challenge, tab]);

  const send = useCallback(async () => {
    const draft = now.current;
    if (draft === null || !draft.dirty || draft.blocked || sending.current) return;
    sending.current = true;
    const { source, baseVersion } = draft;
    try {
      const saved = await saveDraft(challenge, { source, baseVersion });
      draft.baseVersion = saved.version;
      draft.dirty = draft.source !== source;
      keep(draft);
      if (!draft.dirty) setState({ kind: 'saved', at: new Date(saved.updatedAt) });
    } catch (error) {
      setState({ kind: 'local' });
      const theirs = error instanceof Refusal ? error.answer?.draft : undefined;
      if (theirs !== undefined && theirs.source !== draft.source) {
        draft.blocked = true;
        setRivals((known) => [rivalOf(theirs), ...known.filter(({ version }) => version === null)]);
      } else if (theirs !== undefined) {
        draft.baseVersion = theirs.version;
        draft.dirty = false;
        keep(draft);
        setState({ kind: 'saved', at: new Date(theirs.updatedAt) });
      }
    } finally {
      sending.current = false;
    }
    if (draft.dirty && !draft.blocked) timer.current = setTimeout(send, retryDelayMs);
  }, [challenge, keep]);

  const sendSoon = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(send, saveDelayMs);
  }, [send]);

  const opening = useCallback(() => {
    if (now.current === null) {
      const { rivals: found, ...open } = openingOf(starter, readLocalDrafts(challenge), server);
      const blocked = found.some(({ version }) => version !== null);
      now.current = { ...open, blocked };
      setRivals(found);
      if (open.dirty) {
        // It is this tab's from now on; the one that kept it may be gone for ever.
        forgetLocalDrafts(challenge, open.source);
        keep(now.current);
        setState({ kind: 'local' });
        if (!blocked) sendSoon();
      }
    }
    return now.current.source;
  }, [challenge, starter, server, sendSoon, keep]);

  const change = useCallback(
    (source: string) => {
      const draft = now.current;
      if (draft === null || draft.source === source) return;
      draft.source = source;
      draft.dirty = true;
      keep(draft);
      if (draft.blocked) return;
      setState({ kind: 'saving' });
      sendSoon();
    },
    [keep, sendSoon],
  );

  const resolve = useCallback(
    (choice: 'mine' | 'theirs') => {
      const draft = now.current;
      const [rival, ...others] = rivals;
      if (draft === null || rival === undefined) return null;
      setRivals(others);
      draft.blocked = others.some(({ version }) => version !== null);
      if (rival.version === null) forgetLocalDrafts(challenge, rival.source);
      else draft.baseVersion = rival.version;
      if (choice === 'theirs') {
        draft.source = rival.source;
        draft.dirty = rival.version === null;
        keep(draft);
      }
      if (draft.dirty) sendSoon();
      else setState({ kind: 'saved', at: rival.at });
      return choice === 'theirs' ? rival.source : null;
    },
    [challenge, rivals, keep, sendSoon],
  );

  /** Whoever comes back to this tab sees what was saved elsewhere; what is unsaved here is never replaced. */
  const catchUp = useCallback(async () => {
    const draft = now.current;
    if (draft === null || draft.dirty || sending.current || document.visibilityState !== 'visible') return;
    const saved = await readDraft(challenge).catch(() => null);
    if (saved === null || draft.dirty || saved.version <= draft.baseVersion) return;
    draft.baseVersion = saved.version;
    setState({ kind: 'saved', at: new Date(saved.updatedAt) });
    if (saved.source === draft.source) return;
    draft.source = saved.source;
    newer.current(saved);
  }, [challenge]);

  useEffect(() => {
    const retry = () => void send();
    const look = () => void catchUp();
    addEventListener('online', retry);
    addEventListener('focus', look);
    document.addEventListener('visibilitychange', look);
    return () => {
      removeEventListener('online', retry);
      removeEventListener('focus', look);
      document.removeEventListener('visibilitychange', look);
      clearTimeout(timer.current);
      void send();
    };
  }, [send, catchUp]);

  return { opening, state, rival: rivals[0] ?? null, change, resolve };
}
