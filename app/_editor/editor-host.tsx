'use client';
import { type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import { useLanguage } from '#app/_i18n/language-context.tsx';
import { currentTheme } from '#app/_ui/frame/theme-switch.tsx';
import { editorSizeOf, readPreference } from '#app/_ui/frame/preferences.ts';
import type { Compiled } from '#sandbox/compile/compile.ts';
import type { SourceProblem } from '#sandbox/result.ts';

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

type Monaco = typeof import('./monaco.ts');
type CodeEditor = ReturnType<Monaco['editor']['create']>;

const problemOwner = 'submission';

async function load(
  language: 'en' | 'zh',
  typingsUrl: string,
  globals: string,
): Promise<{ monaco: Monaco; applyTheme: (dark: boolean) => void }> {
  // Monaco reads its own words once, while it is evaluated: the Chinese ones have to be there before it.
  if (language === 'zh') await import('monaco-editor/nls/lang/zh-cn');
  const [monaco, theme, typings] = await Promise.all([
    import('./monaco.ts'),
    import('./editor-theme.ts'),
    fetch(typingsUrl).then((response) => response.text()),
  ]);
  monaco.configureTypescript(typings, globals);
  return { monaco, applyTheme: theme.applyEditorTheme };
}

export function EditorHost({ handle, opening, typingsUrl, globals = '', label, onChange, onReady }: Props) {
  const { language, messages } = useLanguage();
  const place = useRef<HTMLDivElement>(null);
  const live = useRef<{ monaco: Monaco; code: CodeEditor } | null>(null);
  const [ready, setReady] = useState(false);
  const now = useRef({ opening, onChange, onReady, label: label ?? messages.work.editor });
  now.current = { opening, onChange, onReady, label: label ?? messages.work.editor };

  useEffect(() => {
    let gone = false;
    let release = () => undefined as void;
    void load(language, typingsUrl, globals).then(({ monaco, applyTheme }) => {
      if (gone || place.current === null) return;
      const follow = () => applyTheme(currentTheme() === 'dark');
      follow();
      const model = monaco.editor.createModel(
        now.current.opening(),
        'typescript',
        monaco.Uri.parse('file:///solution.ts'),
      );
      const fontSize = editorSizeOf(readPreference('editorSize'));
      const code = monaco.editor.create(place.current, {
        model,
        ariaLabel: now.current.label,
        automaticLayout: true,
        fixedOverflowWidgets: true,
        fontFamily: getComputedStyle(document.documentElement).getPropertyValue('--font-mono'),
        fontLigatures: false,
        fontSize,
        lineHeight: Math.round(fontSize * 1.7),
        padding: { top: 10, bottom: 10 },
        tabSize: 2,
        minimap: { enabled: false },
        stickyScroll: { enabled: false },
        scrollBeyondLastLine: false,
        overviewRulerLanes: 0,
        hideCursorInOverviewRuler: true,
        lineNumbersMinChars: 3,
        lineDecorationsWidth: 12,
        folding: false,
        guides: { indentation: false },
        bracketPairColorization: { enabled: false },
        occurrencesHighlight: 'singleFile',
        renderLineHighlightOnlyWhenFocus: true,
        wordWrap: matchMedia('(max-width: 700px)').matches ? 'on' : 'off',
        scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10, alwaysConsumeMouseWheel: false },
        unicodeHighlight: { ambiguousCharacters: false },
      });
      const changes = model.onDidChangeContent(() => now.current.onChange(model.getValue()));
      const themed = new MutationObserver(follow);
      themed.observe(document.documentElement, { attributeFilter: ['data-theme'] });
      const system = matchMedia('(prefers-color-scheme: dark)');
      system.addEventListener('change', follow);
      // Widths are measured once; a web font that arrives later would put the cursor beside the letters.
      void document.fonts.ready.then(() => monaco.editor.remeasureFonts());
      live.current = { monaco, code };
      setReady(true);
      now.current.onReady();
      release = () => {
        live.current = null;
        themed.disconnect();
        system.removeEventListener('change', follow);
        changes.dispose();
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
    <div className="editor" data-ready={ready}>
      <div ref={place} className="editor-place" />
      {!ready && <p className="editor-loading">{messages.work.editorLoading}</p>}
    </div>
  );
}
