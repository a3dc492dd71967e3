'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { DraftAnswer } from '#app/_server/api-types.ts';
import { Refusal, saveDraft } from '#app/_ui/api/client.ts';
import { openingOf, readLocalDraft, writeLocalDraft } from './draft.ts';

export type DraftState = { kind: 'starter' } | { kind: 'saving' } | { kind: 'saved'; at: Date } | { kind: 'local' };

export interface Draft {
  /** Read once the editor is there, in the browser. */
  opening(): string;
  readonly state: DraftState;
  readonly conflict: DraftAnswer | null;
  change(source: string): void;
  /** Goes on with this text over the server's version; returns nothing when it was already theirs. */
  resolve(choice: 'mine' | 'theirs'): string | null;
}

const saveDelayMs = 600;
const retryDelayMs = 5000;

/** Saves as you type: on this device at once, on the server a moment later. */
export function useDraft(challenge: string, starter: string, server: DraftAnswer | null): Draft {
  const [state, setState] = useState<DraftState>(
    server === null ? { kind: 'starter' } : { kind: 'saved', at: new Date(server.updatedAt) },
  );
  const [conflict, setConflict] = useState<DraftAnswer | null>(null);
  const now = useRef<{ source: string; baseVersion: number; dirty: boolean; blocked: boolean } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const sending = useRef(false);

  const send = useCallback(async () => {
    const draft = now.current;
    if (draft === null || !draft.dirty || draft.blocked || sending.current) return;
    sending.current = true;
    const { source, baseVersion } = draft;
    try {
      const saved = await saveDraft(challenge, { source, baseVersion });
      draft.baseVersion = saved.version;
      draft.dirty = draft.source !== source;
      writeLocalDraft(challenge, draft);
      if (!draft.dirty) setState({ kind: 'saved', at: new Date(saved.updatedAt) });
    } catch (error) {
      setState({ kind: 'local' });
      const theirs = error instanceof Refusal ? error.answer?.draft : undefined;
      if (theirs !== undefined && theirs.source !== draft.source) {
        draft.blocked = true;
        setConflict(theirs);
      } else if (theirs !== undefined) {
        draft.baseVersion = theirs.version;
        draft.dirty = false;
        setState({ kind: 'saved', at: new Date(theirs.updatedAt) });
      }
    } finally {
      sending.current = false;
    }
    if (draft.dirty && !draft.blocked) timer.current = setTimeout(send, retryDelayMs);
  }, [challenge]);

  const sendSoon = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(send, saveDelayMs);
  }, [send]);

  const opening = useCallback(() => {
    if (now.current === null) {
      const { conflict: theirs, ...open } = openingOf(starter, readLocalDraft(challenge), server);
      now.current = { ...open, blocked: theirs !== null };
      setConflict(theirs);
      if (open.dirty) setState({ kind: 'local' });
      if (open.dirty && theirs === null) sendSoon();
    }
    return now.current.source;
  }, [challenge, starter, server, sendSoon]);

  const change = useCallback(
    (source: string) => {
      const draft = now.current;
      if (draft === null || draft.source === source) return;
      draft.source = source;
      draft.dirty = true;
      writeLocalDraft(challenge, draft);
      if (draft.blocked) return;
      setState({ kind: 'saving' });
      sendSoon();
    },
    [challenge, sendSoon],
  );

  const resolve = useCallback(
    (choice: 'mine' | 'theirs') => {
      const draft = now.current;
      if (draft === null || conflict === null) return null;
      draft.baseVersion = conflict.version;
      draft.blocked = false;
      setConflict(null);
      if (choice === 'mine') {
        sendSoon();
        return null;
      }
      draft.source = conflict.source;
      draft.dirty = false;
      writeLocalDraft(challenge, draft);
      setState({ kind: 'saved', at: new Date(conflict.updatedAt) });
      return conflict.source;
    },
    [challenge, conflict, sendSoon],
  );

  useEffect(() => {
    const retry = () => void send();
    addEventListener('online', retry);
    return () => {
      removeEventListener('online', retry);
      clearTimeout(timer.current);
      void send();
    };
  }, [send]);

  return { opening, state, conflict, change, resolve };
}
