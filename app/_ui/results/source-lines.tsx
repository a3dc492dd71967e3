'use client';
import { useLanguage } from '#app/_i18n/language-context.tsx';

/** The user's own lines around a problem, with the line itself marked. */
export function SourceLines({ source, line }: { source: string; line: number }) {
  const { messages } = useLanguage();
  const lines = source.split('\n');
  const from = Math.max(1, line - 2);
  const to = Math.min(lines.length, line + 1);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a listing that scrolls must be reachable by keyboard
    <div className="source-lines" role="region" tabIndex={0} aria-label={messages.grading.yourCode(from, to)}>
      {lines.slice(from - 1, to).map((text, at) => (
        <span key={from + at} data-n={from + at} className={from + at === line ? 'at' : ''}>
          {text || ' '}
        </span>
      ))}
    </div>
  );
}
