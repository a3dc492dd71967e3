'use client';
import { useLanguage } from '#app/_i18n/language-context.tsx';
import { InlineCode } from '#app/_ui/inline-code.tsx';
import type { Explanation } from '#app/_ui/workspace/types.ts';

interface Props {
  explanation: Explanation;
  challenge: string;
  lessonOpen: boolean;
  onLesson: ((anchor: string) => void) | undefined;
}

/** The way to the paragraph that explains a mistake; while the lesson is closed, the paragraph's first sentence. */
export function MistakeExplained({
  explanation: { anchor, heading, opening },
  challenge,
  lessonOpen,
  onLesson,
}: Props) {
  const { language, messages } = useLanguage();
  const { grading } = messages;
  if (lessonOpen)
    return (
      <p className="explained">
        <a
          href={`/${language}/challenges/${challenge}#${anchor}`}
          onClick={(event) => {
            // A new tab or window is the browser's to open.
            if (onLesson === undefined || event.ctrlKey || event.metaKey || event.shiftKey) return;
            event.preventDefault();
            onLesson(anchor);
          }}
        >
          <InlineCode text={grading.inLesson(heading)} />
        </a>
      </p>
    );
  return (
    <div className="explained">
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own markdown, rendered on the server */}
      {opening !== null && <div className="read" dangerouslySetInnerHTML={{ __html: opening }} />}
      <small>
        <InlineCode text={grading.inLessonLater(heading)} />
      </small>
    </div>
  );
}
