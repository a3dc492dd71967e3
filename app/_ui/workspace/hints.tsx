'use client';
import { useEffect, useState } from 'react';
import { useLanguage } from '#app/_i18n/language-context.tsx';
import { openHint } from '#app/_ui/api/client.ts';

const keyOf = (challenge: string) => `gradgym:hints:${challenge}`;

/** How many hints were opened: as the server knows it, and on this device, where that is more. */
export function useOpenedHints(challenge: string, all: number, known: number): [number, () => void] {
  const [opened, setOpened] = useState(Math.min(all, known));
  useEffect(() => {
    try {
      const here = Number(localStorage.getItem(keyOf(challenge))) || 0;
      setOpened(Math.min(all, Math.max(known, here)));
    } catch {
      // Storage is off: hints are closed again after a reload.
    }
  }, [challenge, all, known]);
  const open = () => {
    const next = Math.min(all, opened + 1);
    setOpened(next);
    // Offline the hint opens all the same; this device remembers it.
    openHint(challenge, next).catch(() => {});
    try {
      localStorage.setItem(keyOf(challenge), String(next));
    } catch {
      // See above.
    }
  };
  return [opened, open];
}

/** One by one: the next can be opened only after the one before it. */
export function Hints({ hints, opened, onOpen }: { hints: readonly string[]; opened: number; onOpen: () => void }) {
  const { messages } = useLanguage();
  const { work } = messages;
  return (
    <div className="hints">
      <p className="soft">{work.hintsLead}</p>
      {hints.map((hint, at) => (
        <section key={hint} className="hint" aria-label={work.hint(at + 1)}>
          <div className="hint-head">
            <b>{work.hint(at + 1)}</b>
            {at === opened && (
              <button type="button" className="button small" onClick={onOpen}>
                {work.openHint(at + 1)}
              </button>
            )}
            {at > opened && <small>{work.hintLocked}</small>}
          </div>
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own markdown, rendered on the server */}
          {at < opened && <div className="read" dangerouslySetInnerHTML={{ __html: hint }} />}
        </section>
      ))}
    </div>
  );
}
