'use client';
import Link from 'next/link';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useLanguage } from '#app/_i18n/language-context.tsx';
import type { Grading, GradingRefusal } from '#app/_ui/workspace/use-grading.ts';
import type { WorkspaceChallenge } from '#app/_ui/workspace/types.ts';
import type { Messages } from '#app/_i18n/messages.ts';
import { BehaviourRow } from './behaviour-row.tsx';
import { Meters } from './meters.tsx';
import { MistakesView } from './mistakes-view.tsx';
import { ProblemView } from './problem-view.tsx';
import { behaviourLook, lookOf } from './test-status.ts';
import { VerdictLine } from './verdict-line.tsx';

interface Props {
  challenge: WorkspaceChallenge;
  grading: Grading;
  online: boolean;
  /** Whether sample tests run in this browser. */
  runsOffline?: boolean;
  /** The submission's place in the history and whether a newer one exists; null for the newest. */
  older: number | null;
  /** When the reader gave up, before it was solved. */
  gaveUpAt: string | null;
  lessonOpen: boolean;
  onLesson?: (anchor: string) => void;
  onNewest(): void;
  onGoTo(line: number, column: number | null): void;
  onRetry(): void;
}

function refusalText(refusal: GradingRefusal, { grading }: Messages): string {
  switch (refusal.kind) {
    case 'too-many':
      return grading.tooMany(refusal.seconds);
    case 'too-large':
      return grading.tooLarge;
    case 'offline':
      return grading.offline;
    case 'said':
      return `${grading.refused}: ${refusal.reason}`;
    case 'away':
      return grading.away;
    case 'failed':
      return grading.failed;
    default:
      return refusal satisfies never;
  }
}

export function Results({
  challenge,
  grading,
  online,
  runsOffline = false,
  older,
  gaveUpAt,
  lessonOpen,
  onLesson,
  onNewest,
  onGoTo,
  onRetry,
}: Props) {
  const { language, messages } = useLanguage();
  const { submission, sending, connected, refusal, stopped } = grading;
  const phase = submission === null ? 'idle' : submission.status === 'queued' ? 'waiting' : submission.status;
  const kind = submission?.kind ?? 'submit';
  const results = useMemo(() => new Map(submission?.tests.map((test) => [test.id, test]) ?? []), [submission]);
  const earned = useMemo(
    () => new Map(submission?.behaviours.map((behaviour) => [behaviour.id, behaviour.earned]) ?? []),
    [submission],
  );
  const rows = challenge.outline.map((behaviour) => {
    const looks = behaviour.tests.map((test) => lookOf(test, results.get(test.id), kind, phase));
    return { behaviour, looks, look: behaviourLook(looks) };
  });
  const testsToRun = challenge.outline
    .flatMap(({ tests }) => tests)
    .filter(({ visibility }) => kind === 'submit' || visibility === 'sample').length;

  // Rows open by themselves only once, when the verdict is there: while results stream in nothing may move.
  const [toggled, setToggled] = useState<ReadonlyMap<string, boolean>>(new Map());
  const id = submission?.id;
  const lastId = useRef(id);
  if (lastId.current !== id) {
    lastId.current = id;
    setToggled(new Map());
  }
  const settled = phase === 'done' && !sending;
  const opensItself = (look: string) =>
    settled && (submission?.verdict === 'AC' ? look === 'passed' : ['failed', 'error', 'stopped'].includes(look));
  const top = useRef<HTMLElement>(null);
  useEffect(() => {
    // The button that stopped it is gone; the keyboard goes on from the pane it was in.
    if (stopped && document.activeElement === document.body)
      top.current?.closest<HTMLElement>('[role=tabpanel]')?.focus();
  }, [stopped]);
  useEffect(() => {
    if (id !== undefined) top.current?.closest('.results')?.scrollTo({ top: 0 });
  }, [id]);

  return (
    <section ref={top} aria-label={messages.work.results}>
      {!online && (
        <div className="notice" role="alert">
          <span>{runsOffline ? messages.grading.offlineHere : messages.grading.offline}</span>
        </div>
      )}
      {refusal !== null && (online || refusal.kind !== 'offline') && (
        <div className="notice" role="alert">
          <span>{refusalText(refusal, messages)}</span>
          <button type="button" className="button small" onClick={onRetry}>
            {messages.grading.tryAgain}
          </button>
        </div>
      )}
      {!connected && online && phase !== 'done' && (
        <div className="notice">
          <span>{messages.grading.lost}</span>
        </div>
      )}
      {older !== null && (
        <div className="notice">
          <span>{messages.grading.older(older)}</span>
          <button type="button" className="button small" onClick={onNewest}>
            {messages.grading.backToNewest}
          </button>
        </div>
      )}
      <div className="verdict-row">
        <VerdictLine
          submission={submission}
          sending={sending}
          stopped={stopped}
          challenge={challenge}
          testsToRun={testsToRun}
          gaveUpAt={gaveUpAt}
        />
        {submission !== null && submission.status !== 'done' && (
          <button type="button" className="button small" onClick={grading.stop}>
            {messages.grading.stop}
          </button>
        )}
      </div>
      {settled && submission?.verdict === 'IE' && (
        <p className="again">
          <button type="button" className="button primary" onClick={onRetry}>
            {messages.grading.again}
          </button>
        </p>
      )}
      {settled && submission !== null && submission.problems.length > 0 && (
        <div className="problems">
          {submission.problems.map((problem) => (
            <ProblemView
              key={`${problem.line}:${problem.column}:${problem.message}`}
              problem={problem}
              source={submission.source}
              onGoTo={onGoTo}
            />
          ))}
        </div>
      )}
      {settled && submission !== null && (
        <MistakesView
          mistakes={submission.mistakes}
          challenge={challenge}
          lessonOpen={lessonOpen}
          onLesson={onLesson}
        />
      )}
      {settled && submission !== null && submission.console !== '' && (
        <div className="problems">
          <h3>{messages.grading.consoleLoad}</h3>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: output that scrolls must be reachable by keyboard */}
          <pre className="console" tabIndex={0} role="region" aria-label={messages.grading.consoleLoad}>
            {submission.console}
          </pre>
        </div>
      )}
      <h3 className="sr">{messages.grading.behaviours}</h3>
      <div className={`behaviours ${submission?.verdict === 'CE' ? 'idle' : ''}`}>
        {rows.map(({ behaviour, looks, look }) => (
          <BehaviourRow
            key={behaviour.id}
            behaviour={behaviour}
            looks={looks}
            results={results}
            earned={settled && look !== 'out' ? (earned.get(behaviour.id) ?? null) : null}
            verdict={submission?.verdict ?? null}
            open={toggled.get(behaviour.id) ?? opensItself(look)}
            source={submission?.source ?? ''}
            onToggle={(open) =>
              setToggled((known) =>
                open === (known.get(behaviour.id) ?? opensItself(look))
                  ? known
                  : new Map(known).set(behaviour.id, open),
              )
            }
            onGoTo={onGoTo}
          />
        ))}
      </div>
      {settled && submission?.verdict === 'AC' && submission.kind === 'submit' && challenge.next !== null && (
        <p className="next">
          <span>{messages.grading.next}</span>
          <Link href={`/${language}/challenges/${challenge.next.id}`}>{challenge.next.title}</Link>
          <span>{messages.catalogue.minutesShort(challenge.next.minutes)}</span>
        </p>
      )}
      {settled && submission?.meters != null && (
        <Meters meters={submission.meters} reference={submission.reference} challenge={challenge} />
      )}
    </section>
  );
}
