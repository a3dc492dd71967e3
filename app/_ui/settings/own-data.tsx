'use client';
import { Dialog } from 'radix-ui';
import { useState } from 'react';
import { useLanguage } from '#app/_i18n/language-context.tsx';
import { deleteAccount } from '#app/_ui/api/client.ts';

export function OwnData({ known }: { known: boolean }) {
  const { language, messages } = useLanguage();
  const { settings, work, grading } = messages;
  const [failed, setFailed] = useState(false);
  const remove = () => {
    setFailed(false);
    deleteAccount().then(
      () => {
        // What this device kept of them goes too: drafts, answers, opened hints.
        for (const key of Object.keys(localStorage)) if (key.startsWith('gradgym')) localStorage.removeItem(key);
        location.assign(`/${language}`);
      },
      () => setFailed(true),
    );
  };
  return (
    <section aria-labelledby="own-data">
      <div className="section-head">
        <h2 id="own-data">{settings.data}</h2>
      </div>
      {!known ? (
        <p className="soft">{settings.noData}</p>
      ) : (
        <>
          <div className="setting">
            <p>{settings.exportLead}</p>
            <a className="button" href="/api/v1/export" download="gradgym-history.json">
              {settings.export}
            </a>
          </div>
          <div className="setting">
            <p>{settings.deleteLead}</p>
            <Dialog.Root>
              <Dialog.Trigger className="button">{settings.delete}</Dialog.Trigger>
              <Dialog.Portal>
                <Dialog.Overlay className="dialog-shade" />
                <Dialog.Content className="dialog">
                  <Dialog.Title>{settings.deleteTitle}</Dialog.Title>
                  <Dialog.Description>{settings.deleteText}</Dialog.Description>
                  <div className="acts">
                    <Dialog.Close className="button">{work.cancel}</Dialog.Close>
                    <Dialog.Close className="button primary" onClick={remove}>
                      {settings.deleteDo}
                    </Dialog.Close>
                  </div>
                </Dialog.Content>
              </Dialog.Portal>
            </Dialog.Root>
          </div>
          {failed && (
            <p className="problem" role="alert">
              {grading.failed}
            </p>
          )}
        </>
      )}
    </section>
  );
}
