'use client';
import { Dialog } from 'radix-ui';
import type { ReactNode } from 'react';
import { formatTime } from '#app/_i18n/format.ts';
import { useLanguage } from '#app/_i18n/language-context.tsx';
import type { DraftState } from './use-draft.ts';

interface Props {
  /** What may be looked at besides the editor, as tabs. */
  files: ReactNode;
  draft: DraftState;
  canRun: boolean;
  canSubmit: boolean;
  onReset(): void;
  onSubmit(kind: 'run' | 'submit'): void;
}

export function EditorBar({ files, draft, canRun, canSubmit, onReset, onSubmit }: Props) {
  const { language, messages } = useLanguage();
  const { work } = messages;
  const said =
    draft.kind === 'saved' ? messages.draft.saved(formatTime(language, draft.at)) : messages.draft[draft.kind];
  return (
    <div className="editor-bar">
      {files}
      <span className="quiet" data-draft={draft.kind} suppressHydrationWarning>
        {said}
      </span>
      <span className="quiet tab-hint">{work.tabHint}</span>
      <div className="side">
        <Dialog.Root>
          <Dialog.Trigger className="button small">{work.reset}</Dialog.Trigger>
          <Dialog.Portal>
            <Dialog.Overlay className="dialog-shade" />
            <Dialog.Content className="dialog">
              <Dialog.Title>{work.resetTitle}</Dialog.Title>
              <Dialog.Description>{work.resetText}</Dialog.Description>
              <div className="acts">
                <Dialog.Close className="button">{work.cancel}</Dialog.Close>
                <Dialog.Close className="button primary" onClick={onReset}>
                  {work.resetDo}
                </Dialog.Close>
              </div>
            </Dialog.Content>
          </Dialog.Portal>
        </Dialog.Root>
        <button
          type="button"
          className="button small"
          aria-disabled={!canRun}
          aria-keyshortcuts="Control+Enter Meta+Enter"
          onClick={() => onSubmit('run')}
        >
          {work.run} <kbd aria-hidden="true">Ctrl ↵</kbd>
        </button>
        <button
          type="button"
          className="button small primary"
          aria-disabled={!canSubmit}
          aria-keyshortcuts="Control+Shift+Enter Meta+Shift+Enter"
          onClick={() => onSubmit('submit')}
        >
          {work.submit} <kbd aria-hidden="true">Ctrl ⇧ ↵</kbd>
        </button>
      </div>
    </div>
  );
}
