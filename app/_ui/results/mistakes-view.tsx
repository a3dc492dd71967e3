'use client';
import { textIn } from '#app/_i18n/format.ts';
import { useLanguage } from '#app/_i18n/language-context.tsx';
import { InlineCode } from '#app/_ui/inline-code.tsx';
import type { WorkspaceChallenge } from '#app/_ui/workspace/types.ts';
import type { GradeResult } from '#sandbox/result.ts';
import { MistakeExplained } from './mistake-explained.tsx';

interface Props {
  mistakes: GradeResult['mistakes'];
  challenge: Pick<WorkspaceChallenge, 'id' | 'explanations'>;
  lessonOpen: boolean;
  /** Opens the lesson on this page; without it the link leads to the workspace. */
  onLesson?: ((anchor: string) => void) | undefined;
}

/** The name of the known mistake that a submission fails like, or of the few that it may be, and where it is explained. */
export function MistakesView({ mistakes, challenge, lessonOpen, onLesson }: Props) {
  const { language, messages } = useLanguage();
  const { grading } = messages;
  const [only, ...others] = mistakes;
  if (only === undefined) return null;
  const explained = (id: string) => {
    const explanation = challenge.explanations[id];
    return (
      explanation !== undefined && (
        <MistakeExplained
          explanation={explanation}
          challenge={challenge.id}
          lessonOpen={lessonOpen}
          onLesson={onLesson}
        />
      )
    );
  };
  if (others.length === 0)
    return (
      <div className="mistake">
        <p>
          <InlineCode text={grading.behavesLike(textIn(language, only.text))} />
        </p>
        {explained(only.id)}
      </div>
    );
  return (
    <div className="mistake">
      <p>{grading.behavesLikeOneOf}</p>
      <ul>
        {mistakes.map(({ id, text }) => (
          <li key={id}>
            <InlineCode text={textIn(language, text)} />
            {explained(id)}
          </li>
        ))}
      </ul>
    </div>
  );
}
