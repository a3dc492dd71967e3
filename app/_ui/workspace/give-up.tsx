'use client';
import { useRouter } from 'next/navigation';
import { AlertDialog } from 'radix-ui';
import { useState } from 'react';
import { useLanguage } from '#app/_i18n/language-context.tsx';
import { giveUp } from '#app/_ui/api/client.ts';

/** Asks once more, says what it means, and opens nothing that the server has not recorded. */
export function GiveUp({ challenge, onDone }: { challenge: string; onDone(): void }) {
  const { messages } = useLanguage();
  const { work } = messages;
  const router = useRouter();
  const [state, setState] = useState<'asking' | 'sending' | 'failed'>('asking');
  const confirm = () => {
    if (state === 'sending') return;
    setState('sending');
    giveUp(challenge).then(
      () => {
        onDone();
        // The lesson comes with the page; until then the dialog says that it is opening.
        router.refresh();
      },
      () => setState('failed'),
    );
  };
  return (
    <AlertDialog.Root onOpenChange={() => setState('asking')}>
      <AlertDialog.Trigger className="button small">{work.giveUp}</AlertDialog.Trigger>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="dialog-shade" />
        <AlertDialog.Content className="dialog">
          <AlertDialog.Title>{work.giveUpTitle}</AlertDialog.Title>
          <AlertDialog.Description>{work.giveUpText}</AlertDialog.Description>
          <p role="status">{state === 'sending' ? work.givingUp : state === 'failed' ? work.giveUpFailed : ''}</p>
          <div className="acts">
            <AlertDialog.Cancel className="button">{work.keepTrying}</AlertDialog.Cancel>
            <button type="button" className="button primary" aria-disabled={state === 'sending'} onClick={confirm}>
              {work.giveUpDo}
            </button>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
