'use client';
import { useLanguage } from '#app/_i18n/language-context.tsx';
import type { WorkspaceLesson } from './types.ts';

export function Lesson({ lesson }: { lesson: WorkspaceLesson | null }) {
  const { messages } = useLanguage();
  const { work } = messages;
  if (lesson === null)
    return (
      <div className="blank">
        <b>{work.lessonLocked}</b>
        <p>{work.lessonLockedHint}</p>
      </div>
    );
  return (
    <>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own markdown, rendered on the server */}
      <div className="read" dangerouslySetInnerHTML={{ __html: lesson.lesson }} />
      {[
        [work.solution, lesson.solution],
        [work.twin, lesson.twin],
      ].map(([title, html]) => (
        <section key={title} className="lesson-code">
          <h2>{title}</h2>
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own source, highlighted on the server */}
          <div className="listing" dangerouslySetInnerHTML={{ __html: html ?? '' }} />
        </section>
      ))}
    </>
  );
}
