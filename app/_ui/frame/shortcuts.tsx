'use client';
import { useRouter } from 'next/navigation';
import { Dialog } from 'radix-ui';
import { useEffect, useState } from 'react';
import { useLanguage } from '#app/_i18n/language-context.tsx';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.closest('input, textarea, select, .monaco-editor') !== null);

/** The page-wide keys, `/` and `?`, and the list that tells them. */
export function Shortcuts() {
  const { language, messages } = useLanguage();
  const [open, setOpen] = useState(false);
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
  const { keys } = messages;
  const rows: [string[], string][] = [
    [['Ctrl', '↵'], keys.run],
    [['Ctrl', '⇧', '↵'], keys.submit],
    [['Ctrl', 'M'], keys.tab],
    [['F1'], keys.palette],
    [['←', '→'], keys.panes],
    [['/'], keys.search],
    [['?'], keys.help],
  ];
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Trigger className="link-button">
        {messages.site.keyboard} <kbd>?</kbd>
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Overlay className="dialog-shade" />
        <Dialog.Content className="dialog" aria-describedby={undefined}>
          <Dialog.Title>{keys.title}</Dialog.Title>
          <dl>
            {rows.map(([combination, meaning]) => (
              <div key={meaning} style={{ display: 'contents' }}>
                <dt>
                  {combination.map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </dt>
                <dd>{meaning}</dd>
              </div>
            ))}
          </dl>
          <div className="acts">
            <Dialog.Close className="button">{keys.close}</Dialog.Close>
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
