import type { Language } from '#app/_i18n/languages.ts';
import { currentTheme } from '#app/_ui/frame/theme-switch.tsx';

export type Monaco = typeof import('./monaco.ts');

export interface LoadedMonaco {
  readonly monaco: Monaco;
  /** Puts the page's colours on, now and at each change of the theme; returns how to stop. */
  followTheme(): () => void;
}

export async function loadMonaco(language: Language): Promise<LoadedMonaco> {
  // Monaco reads its own words once, while it is evaluated: the Chinese ones have to be there before it.
  if (language === 'zh') await import('monaco-editor/nls/lang/zh-cn');
  const [monaco, { applyEditorTheme }] = await Promise.all([import('./monaco.ts'), import('./editor-theme.ts')]);
  const followTheme = () => {
    const apply = () => applyEditorTheme(currentTheme() === 'dark');
    apply();
    const themed = new MutationObserver(apply);
    themed.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    const system = matchMedia('(prefers-color-scheme: dark)');
    system.addEventListener('change', apply);
    // Widths are measured once; a web font that arrives later would put the cursor beside the letters.
    void document.fonts.ready.then(() => monaco.editor.remeasureFonts());
    return () => {
      themed.disconnect();
      system.removeEventListener('change', apply);
    };
  };
  return { monaco, followTheme };
}

/** What every editor of ours looks like. */
export const editorLook = (fontSize: number) =>
  ({
    automaticLayout: true,
    fixedOverflowWidgets: true,
    fontFamily: getComputedStyle(document.documentElement).getPropertyValue('--font-mono'),
    fontLigatures: false,
    fontSize,
    lineHeight: Math.round(fontSize * 1.7),
    padding: { top: 10, bottom: 10 },
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
    scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10, alwaysConsumeMouseWheel: false },
    unicodeHighlight: { ambiguousCharacters: false },
  }) as const;
