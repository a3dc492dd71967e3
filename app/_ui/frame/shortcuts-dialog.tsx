'use client';
import { Dialog } from 'radix-ui';
import { useLanguage } from '#app/_i18n/language-context.tsx';

/** The keys and what they do. A file of its own: it is loaded when it is asked for. */
export function ShortcutsDialog({ onClose, returnFocus }: { onClose: () => void; returnFocus: () => void }) {
  const { keys } = useLanguage().messages;
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
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="dialog-shade" />
        <Dialog.Content
          className="dialog"
          aria-describedby={undefined}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            returnFocus();
          }}
        >
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
