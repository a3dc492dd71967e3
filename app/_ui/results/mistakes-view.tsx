'use client';
import { textIn } from '#app/_i18n/format.ts';
import { useLanguage } from '#app/_i18n/language-context.tsx';
import { InlineCode } from '#app/_ui/inline-code.tsx';
import type { GradeResult } from '#sandbox/result.ts';

/** The name of the known mistake that a submission fails like, or of the few that it may be. */
export function MistakesView({ mistakes }: { mistakes: GradeResult['mistakes'] }) {
  const { language, messages } = useLanguage();
  const { grading } = messages;
  const [only, ...others] = mistakes;
  if (only === undefined) return null;
  if (others.length === 0)
    return (
      <p className="mistake">
        <InlineCode text={grading.behavesLike(textIn(language, only.text))} />
      </p>
    );
  return (
    <div className="mistake">
      <p>{grading.behavesLikeOneOf}</p>
      <ul>
        {mistakes.map(({ id, text }) => (
          <li key={id}>
            <InlineCode text={textIn(language, text)} />
          </li>
        ))}
      </ul>
    </div>
  );
}
