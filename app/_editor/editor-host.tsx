'use client';
import { type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import { useLanguage } from '#app/_i18n/language-context.tsx';
import type { Language } from '#app/_i18n/languages.ts';
import { editorSizeOf, readPreference } from '#app/_ui/frame/preferences.ts';
import type { Compiled } from '#sandbox/compile/compile.ts';
import type { SourceProblem } from '#sandbox/result.ts';
import { editorLook, type LoadedMonaco, loadMonaco, type Monaco } from './load-monaco.ts';

export interface EditorHandle {
  source(): string;
  /** Replaces the whole text as one edit, so that undo brings back what was there. */
  replace(source: string): void;
  undo(): void;
  goTo(line: number, column: number | null): void;
  /** Marks the user's own lines; the marks go when the line is edited. */
  mark(problems: readonly SourceProblem[]): void;
  focus(): void;
  /** What is in the editor now, as a script. */
  compile(): Promise<Compiled>;
}

interface Props {
  handle: Ref<EditorHandle>;
  opening(): string;
  typingsUrl: string;
  /** What the program finds here besides, as declarations. */
  globals?: string;
  label?: string;
  onChange(source: string): void;
  onReady(): void;
}

type CodeEditor = ReturnType<Monaco['editor']['create']>;

const problemOwner = 'submission';

async function load(language: Language, typingsUrl: string, globals: string): Promise<LoadedMonaco> {
  const [loaded, typings] = await Promise.all([
    loadMonaco(language),
    fetch(typingsUrl).then((response) => response.text()),
  ]);
  loaded.monaco.configureTypescript(typings, globals);
  return loaded;
}

export function EditorHost({ handle, opening, typingsUrl, globals = '', label, onChange, onReady }: Props) {
  const { language, messages } = useLanguage();
  const place = useRef<HTMLDivElement>(null);
  const vimLine = useRef<HTMLDivElement>(null);
  const [vim] = useState(() => readPreference('vim') === 'on');
  const live = useRef<{ monaco: Monaco; code: CodeEditor } | null>(null);
  const [ready, setReady] = useState(false);
  const now = useRef({ opening, onChange, onReady, label: label ?? messages.work.editor });
  now.current = { opening, onChange, onReady, label: label ?? messages.work.editor };

  useEffect(() => {
    let gone = false;
    let release = () => undefined as void;
    void load(language, typingsUrl, globals).then(({ monaco, followTheme }) => {
      if (gone || place.current === null) return;
      const unfollowTheme = followTheme();
      const model = monaco.editor.createModel(
        now.current.opening(),
        'typescript',
        monaco.Uri.parse('file:///solution.ts'),
      );
      const fontSize = editorSizeOf(readPreference('editorSize'));
      const code = monaco.editor.create(place.current, {
        ...editorLook(fontSize),
        model,
        ariaLabel: now.current.label,
        tabSize: 2,
        occurrencesHighlight: 'singleFile',
        renderLineHighlightOnlyWhenFocus: true,
        wordWrap: matchMedia('(max-width: 700px)').matches ? 'on' : 'off',
      });
      const changes = model.onDidChangeContent(() => now.current.onChange(model.getValue()));
      live.current = { monaco, code };
      let releaseKeys = (): void => undefined;
      if (vimLine.current !== null) {
        const line = vimLine.current;
        void import('./vim.ts').then(({ vimKeys }) => {
          if (!gone) releaseKeys = vimKeys(code, line);
        });
      }
      setReady(true);
      now.current.onReady();
      release = () => {
        live.current = null;
        unfollowTheme();
        changes.dispose();
        releaseKeys();
        code.dispose();
        model.dispose();
      };
    });
    return () => {
      gone = true;
      release();
    };
  }, [language, typingsUrl, globals]);

  useImperativeHandle(
    handle,
    () => ({
      source: () => live.current?.code.getValue() ?? now.current.opening(),
      replace: (source) => {
        const model = live.current?.code.getModel();
        if (live.current === null || model == null) return;
        live.current.code.pushUndoStop();
        live.current.code.executeEdits('replace', [
          { range: model.getFullModelRange(), text: source, forceMoveMarkers: true },
        ]);
        live.current.code.pushUndoStop();
      },
      undo: () => live.current?.code.trigger('page', 'undo', null),
      goTo: (line, column) => {
        const code = live.current?.code;
        if (code === undefined) return;
        code.setPosition({ lineNumber: line, column: column ?? 1 });
        code.revealLineInCenter(line);
        code.focus();
      },
      mark: (problems) => {
        const model = live.current?.code.getModel();
        if (live.current === null || model == null) return;
        const { editor, MarkerSeverity } = live.current.monaco;
        const lines = model.getLineCount();
        editor.setModelMarkers(
          model,
          problemOwner,
          problems.flatMap(({ message, line, column }) => {
            if (line === null || line > lines) return [];
            const startColumn = column ?? model.getLineFirstNonWhitespaceColumn(line);
            const word = model.getWordAtPosition({ lineNumber: line, column: startColumn });
            const endColumn = column === null ? model.getLineMaxColumn(line) : (word?.endColumn ?? startColumn + 1);
            return [
              {
                message,
                severity: MarkerSeverity.Error,
                startLineNumber: line,
                endLineNumber: line,
                startColumn,
                endColumn,
              },
            ];
          }),
        );
      },
      focus: () => live.current?.code.focus(),
      compile: async () => {
        const model = live.current?.code.getModel();
        if (model == null) throw new Error('the editor is not there yet');
        const { compileModel } = await import('./compile.ts');
        return compileModel(model);
      },
    }),
    [],
  );

  return (
    <div className="editor" data-ready={ready} data-vim={vim}>
      <div ref={place} className="editor-place" />
      {vim && <div ref={vimLine} className="vim-line" />}
      {!ready && <p className="editor-loading">{messages.work.editorLoading}</p>}
    </div>
  );
}
