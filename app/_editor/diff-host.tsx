'use client';
import { type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import { useLanguage } from '#app/_i18n/language-context.tsx';
import { editorSizeOf, readPreference } from '#app/_ui/frame/preferences.ts';
import { editorLook, loadMonaco, type Monaco } from './load-monaco.ts';

export interface DiffSide {
  readonly label: string;
  readonly source: string;
}
/** Lines, as they are counted in each text. */
export interface DiffSize {
  readonly added: number;
  readonly removed: number;
}
export interface DiffHandle {
  goTo(which: 'next' | 'previous'): void;
}

interface Props {
  handle: Ref<DiffHandle>;
  before: DiffSide;
  after: DiffSide;
  onSize(size: DiffSize): void;
}

type DiffEditor = ReturnType<Monaco['editor']['createDiffEditor']>;

/**
 * Coloured as TypeScript and not checked as such: the compiler takes every model of that language for a part of the program, and two
 * versions of one file would be at odds with each other and with what is being written.
 */
const shownLanguage = 'typescript-shown';

async function declareLanguage({ languages }: Monaco): Promise<void> {
  if (languages.getLanguages().some(({ id }) => id === shownLanguage)) return;
  languages.register({ id: shownLanguage });
  const { language } = await import('monaco-editor/languages/definitions/typescript/typescript');
  languages.setMonarchTokensProvider(shownLanguage, language);
}

/** Two texts beside each other, or in one column where there is no room; nothing can be typed. */
export function DiffHost({ handle, before, after, onSize }: Props) {
  const { language, messages } = useLanguage();
  const place = useRef<HTMLDivElement>(null);
  const live = useRef<DiffEditor | null>(null);
  const now = useRef(onSize);
  now.current = onSize;

  useEffect(() => {
    let gone = false;
    let release = (): void => undefined;
    const open = async () => {
      const { monaco, followTheme } = await loadMonaco(language);
      await declareLanguage(monaco);
      if (gone || place.current === null) return;
      const unfollowTheme = followTheme();
      const [original, modified] = [before, after].map(({ source }) =>
        monaco.editor.createModel(source, shownLanguage),
      );
      if (original === undefined || modified === undefined) return;
      const diff = monaco.editor.createDiffEditor(place.current, {
        ...editorLook(editorSizeOf(readPreference('editorSize'))),
        readOnly: true,
        originalEditable: false,
        renderOverviewRuler: false,
        renderMarginRevertIcon: false,
        renderGutterMenu: false,
        diffAlgorithm: 'advanced',
        originalAriaLabel: before.label,
        modifiedAriaLabel: after.label,
        renderSideBySideInlineBreakpoint: 720,
      });
      diff.setModel({ original, modified });
      diff.onDidUpdateDiff(() => {
        const changes = diff.getLineChanges() ?? [];
        // An end of 0 says that there are no lines on this side.
        const lines = (start: number, end: number) => (end === 0 ? 0 : end - start + 1);
        now.current({
          added: changes.reduce((sum, c) => sum + lines(c.modifiedStartLineNumber, c.modifiedEndLineNumber), 0),
          removed: changes.reduce((sum, c) => sum + lines(c.originalStartLineNumber, c.originalEndLineNumber), 0),
        });
      });
      live.current = diff;
      release = () => {
        live.current = null;
        unfollowTheme();
        diff.dispose();
        original.dispose();
        modified.dispose();
      };
    };
    void open();
    return () => {
      gone = true;
      release();
    };
  }, [language, before, after]);

  useImperativeHandle(handle, () => ({ goTo: (which) => live.current?.goToDiff(which) }), []);

  return (
    <section className="editor diff" aria-label={messages.compare.title}>
      <div ref={place} className="editor-place" />
    </section>
  );
}
