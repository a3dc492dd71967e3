import { VerdictGlyph } from '#app/_ui/glyphs.tsx';

/** The cell beside what was answered; the word stands next to it. */
export function Mark({ right }: { right: boolean }) {
  return (
    <span className={`state ${right ? 'solved' : 'tried'}`} aria-hidden="true">
      <VerdictGlyph verdict={right ? 'AC' : 'WA'} size={12} />
    </span>
  );
}
