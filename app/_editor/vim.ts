// Vim's keys on an editor, with its line of modes and commands. Loaded only where they are wanted.
import { initVimMode } from 'monaco-vim';
import type { Monaco } from './load-monaco.ts';

type CodeEditor = ReturnType<Monaco['editor']['create']>;

/** Returns how to give the editor its own keys back. */
export function vimKeys(editor: CodeEditor, line: HTMLElement): () => void {
  const vim = initVimMode(editor, line);
  return () => vim.dispose();
}
