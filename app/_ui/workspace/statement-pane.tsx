'use client';
import Link from 'next/link';
import { Tabs } from 'radix-ui';
import { type ReactNode, useState } from 'react';
import { useLanguage } from '#app/_i18n/language-context.tsx';
import type { SubmissionSummary } from '#app/_server/api-types.ts';
import { Level } from '#app/_ui/cells.tsx';
import { KindGlyph } from '#app/_ui/glyphs.tsx';
import { Html } from '#app/_ui/questions/html.tsx';
import { Hints, useOpenedHints } from './hints.tsx';
import { History } from './history.tsx';
import { Lesson } from './lesson.tsx';
import type { WorkspaceChallenge, WorkspaceLesson } from './types.ts';

interface Props {
  challenge: WorkspaceChallenge;
  lesson: WorkspaceLesson | null;
  questions: ReactNode;
  history: readonly SubmissionSummary[];
  hintsOpened: number;
  shown: string | null;
  onShow(id: string): void;
  onRestore(id: string, number: number): void;
}

export function StatementPane({ challenge, lesson, questions, history, hintsOpened, shown, onShow, onRestore }: Props) {
  const { language, messages } = useLanguage();
  const { work, catalogue } = messages;
  const [opened, openHint] = useOpenedHints(challenge.id, challenge.hints.length, hintsOpened);
  const [tab, setTab] = useState('statement');
  const points = challenge.outline.reduce((sum, behaviour) => sum + behaviour.points, 0);
  const tabs: [string, string, ReactNode][] = [
    ['statement', work.statement, <Html key="s" className="read" html={challenge.statement} />],
    [
      'hints',
      work.hints(opened, challenge.hints.length),
      <Hints key="h" hints={challenge.hints} opened={opened} onOpen={openHint} />,
    ],
    ['questions', work.questions, questions],
    ['lesson', work.lesson, <Lesson key="l" lesson={lesson} />],
    [
      'history',
      work.history(history.length),
      <History key="y" history={history} shown={shown} onShow={onShow} onRestore={onRestore} />,
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
        </div>
      </div>
      <Tabs.Root className="inner-tabs" value={tab} onValueChange={setTab}>
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
