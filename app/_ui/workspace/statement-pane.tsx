'use client';
import Link from 'next/link';
import { Tabs } from 'radix-ui';
import type { ReactNode } from 'react';
import { useLanguage } from '#app/_i18n/language-context.tsx';
import type { SubmissionSummary } from '#app/_server/api-types.ts';
import { Level } from '#app/_ui/cells.tsx';
import { KindGlyph } from '#app/_ui/glyphs.tsx';
import { Html } from '#app/_ui/questions/html.tsx';
import { Hints, useOpenedHints } from './hints.tsx';
import { History } from './history.tsx';
import { Lesson } from './lesson.tsx';
import { Timer } from './timer.tsx';
import type { WorkspaceChallenge, WorkspaceLesson } from './types.ts';

interface Props {
  challenge: WorkspaceChallenge;
  lesson: WorkspaceLesson | null;
  questions: ReactNode;
  history: readonly SubmissionSummary[];
  hintsOpened: number;
  gaveUpAt: string | null;
  tab: string;
  onTab(tab: string): void;
  shown: string | null;
  onShow(id: string): void;
  onRestore(id: string, number: number): void;
  onCompare(id: string): void;
  onOpenPair(): void;
}

export function StatementPane({
  challenge,
  lesson,
  questions,
  history,
  hintsOpened,
  gaveUpAt,
  tab,
  onTab,
  shown,
  onShow,
  onRestore,
  onCompare,
  onOpenPair,
}: Props) {
  const { language, messages } = useLanguage();
  const { work, catalogue } = messages;
  const [opened, openHint] = useOpenedHints(challenge.id, challenge.hints.length, hintsOpened);
  const points = challenge.outline.reduce((sum, behaviour) => sum + behaviour.points, 0);
  const tabs: [string, string, ReactNode][] = [
    ['statement', work.statement, <Html key="s" className="read" html={challenge.statement} />],
    [
      'hints',
      work.hints(opened, challenge.hints.length),
      <Hints key="h" hints={challenge.hints} opened={opened} onOpen={openHint} />,
    ],
    ['questions', work.questions, questions],
    [
      'lesson',
      work.lesson,
      <Lesson key="l" challenge={challenge.id} lesson={lesson} gaveUpAt={gaveUpAt} onOpenPair={onOpenPair} />,
    ],
    [
      'history',
      work.history(history.length),
      <History key="y" history={history} shown={shown} onShow={onShow} onRestore={onRestore} onCompare={onCompare} />,
    ],
  ];
  return (
    <>
      <div className="title">
        <p className="crumb">
          <Link href={`/${language}/challenges#q${challenge.question.number}`}>{messages.site.challenges}</Link> /{' '}
          {challenge.question.number} {challenge.question.title}
        </p>
        <h2>{challenge.title}</h2>
        <div className="facts">
          <span className="kind">
            <KindGlyph kind={challenge.kind} />
            {catalogue.kinds[challenge.kind]}
          </span>
          <span>
            <Level level={challenge.difficulty} messages={messages} /> {catalogue.levels[challenge.difficulty]}
          </span>
          <span>{catalogue.minutesShort(challenge.minutes)}</span>
          <span>{work.points(points)}</span>
          <Timer challenge={challenge.id} running={lesson === null} />
        </div>
      </div>
      <Tabs.Root className="inner-tabs" value={tab} onValueChange={onTab}>
        <Tabs.List className="tabs" aria-label={work.statement}>
          {tabs.map(([value, label]) => (
            <Tabs.Trigger key={value} value={value}>
              {label}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        {tabs.map(([value, , content]) => (
          <Tabs.Content key={value} value={value} className="scroll">
            {content}
          </Tabs.Content>
        ))}
      </Tabs.Root>
    </>
  );
}
