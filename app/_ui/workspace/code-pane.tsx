'use client';
import { Tabs } from 'radix-ui';
import type { ReactNode } from 'react';
import { useLanguage } from '#app/_i18n/language-context.tsx';
import type { WorkspaceLesson } from './types.ts';

/** The reader's own code, the solution beside its Python twin, or two versions of the code. */
export type OpenFile = 'mine' | 'pair' | 'compare';
const files = ['mine', 'pair', 'compare'] as const satisfies readonly OpenFile[];

interface Props {
  file: OpenFile;
  onFile(file: OpenFile): void;
  lesson: WorkspaceLesson | null;
  /** Null until something is compared. */
  comparison: ReactNode;
  bar(files: ReactNode): ReactNode;
  /** The editor: kept while something else is shown, so that nothing of it is lost. */
  children: ReactNode;
}

export function CodePane({ file, onFile, lesson, comparison, bar, children }: Props) {
  const { messages } = useLanguage();
  const { work } = messages;
  const list = (
    <Tabs.List className="tabs files" aria-label={work.files}>
      <Tabs.Trigger value="mine">{work.file}</Tabs.Trigger>
      {lesson !== null && <Tabs.Trigger value="pair">{work.pair}</Tabs.Trigger>}
      {comparison !== null && <Tabs.Trigger value="compare">{messages.compare.title}</Tabs.Trigger>}
    </Tabs.List>
  );
  return (
    <Tabs.Root
      className="code-pane"
      value={lesson === null && file === 'pair' ? 'mine' : file}
      onValueChange={(value) => {
        const chosen = files.find((one) => one === value);
        if (chosen !== undefined) onFile(chosen);
      }}
    >
      {bar(list)}
      <Tabs.Content forceMount value="mine" className="code-file" tabIndex={-1}>
        {children}
      </Tabs.Content>
      {lesson !== null && (
        <Tabs.Content value="pair" className="code-file pair">
          {(
            [
              [work.solution, work.typescript, lesson.solution],
              [work.twin, work.twinNote, lesson.twin],
            ] as const
          ).map(([title, note, html]) => (
            <section key={title} aria-label={`${title}, ${note}`}>
              <h3>
                {title} <span>{note}</span>
              </h3>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a listing that scrolls must be reachable by keyboard */}
              <div className="listing" tabIndex={0} role="region" aria-label={title}>
                {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own source, highlighted on the server */}
                <div dangerouslySetInnerHTML={{ __html: html }} />
              </div>
            </section>
          ))}
        </Tabs.Content>
      )}
      {comparison !== null && (
        <Tabs.Content value="compare" className="code-file">
          {comparison}
        </Tabs.Content>
      )}
    </Tabs.Root>
  );
}
