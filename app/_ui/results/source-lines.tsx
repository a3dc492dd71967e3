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
    <section className="source-lines" tabIndex={0} aria-label={messages.grading.yourCode(from, to)}>
      {lines.slice(from - 1, to).map((text, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its number
        <span key={from + at} data-n={from + at} className={from + at === line ? 'at' : ''}>
          {text || ' '}
        </span>
      ))}
    </section>
  );
}
