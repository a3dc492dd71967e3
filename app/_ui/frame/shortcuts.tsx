'use client';
import { useRouter } from 'next/navigation';
import dynamic from 'next/dynamic';
import { useEffect, useRef, useState } from 'react';
import { useLanguage } from '#app/_i18n/language-context.tsx';

const ShortcutsDialog = dynamic(() => import('./shortcuts-dialog.tsx').then((loaded) => loaded.ShortcutsDialog), {
  ssr: false,
});

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.closest('input, textarea, select, .monaco-editor') !== null);

/** The page-wide keys, `/` and `?`, and the list that tells them. */
export function Shortcuts() {
  const { language, messages } = useLanguage();
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const router = useRouter();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (event.key === '?') setOpen(true);
      if (event.key !== '/') return;
      event.preventDefault();
      const field = document.querySelector<HTMLInputElement>('input[type=search]');
      if (field === null) router.push(`/${language}/challenges#search`);
      else field.focus();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [language, router]);
  return (
    <>
      <button
        ref={opener}
        type="button"
        className="link-button"
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(true)}
      >
        {messages.site.keyboard} <kbd>?</kbd>
      </button>
      {open && <ShortcutsDialog onClose={() => setOpen(false)} returnFocus={() => opener.current?.focus()} />}
    </>
  );
}
