'use client';
import { useEffect, useRef } from 'react';
import { formatMoment } from '#app/_i18n/format.ts';
import { useLanguage } from '#app/_i18n/language-context.tsx';
import { GiveUp } from './give-up.tsx';
import type { WorkspaceLesson } from './types.ts';
import { useNow } from './use-now.ts';

interface Props {
  challenge: string;
  lesson: WorkspaceLesson | null;
  gaveUpAt: string | null;
  onOpenPair(): void;
}

/** Closed until the challenge is solved or given up. */
export function Lesson({ challenge, lesson, gaveUpAt, onOpenPair }: Props) {
  const { language, messages } = useLanguage();
  const { work } = messages;
  const now = useNow();
  const text = useRef<HTMLDivElement>(null);
  const gaveUpHere = useRef(false);
  useEffect(() => {
    // The button that opened it is gone: the reading goes on where the lesson begins.
    if (lesson === null || !gaveUpHere.current) return;
    gaveUpHere.current = false;
    text.current?.focus();
  }, [lesson]);
  if (lesson === null)
    return (
      <div className="blank">
        <b>{work.lessonLocked}</b>
        <p>{work.lessonLockedHint}</p>
        <GiveUp
          challenge={challenge}
          onDone={() => {
            gaveUpHere.current = true;
          }}
        />
      </div>
    );
  return (
    <div ref={text} tabIndex={-1} className="lesson">
      {gaveUpAt !== null && (
        <p className="soft" suppressHydrationWarning>
          {work.gaveUp(formatMoment(language, new Date(gaveUpAt), now))}
        </p>
      )}
      <p>
        <button type="button" className="button small" onClick={onOpenPair}>
          {work.openPair}
        </button>
      </p>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own markdown, rendered on the server */}
      <div className="read" dangerouslySetInnerHTML={{ __html: lesson.lesson }} />
    </div>
  );
}
