'use client';
import dynamic from 'next/dynamic';
import { useLanguage } from '#app/_i18n/language-context.tsx';

function Loading() {
  const { messages } = useLanguage();
  return (
    <div className="editor">
      <p className="editor-loading">{messages.work.editorLoading}</p>
    </div>
  );
}

/** Monaco is neither rendered nor compiled for the server. */
export const CodeEditor = dynamic(() => import('./editor-host.tsx').then((module) => module.EditorHost), {
  ssr: false,
  loading: Loading,
});
