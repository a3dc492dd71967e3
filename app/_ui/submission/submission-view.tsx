'use client';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { formatMoment } from '#app/_i18n/format.ts';
import { useLanguage } from '#app/_i18n/language-context.tsx';
import type { SubmissionAnswer, SubmissionSummary } from '#app/_server/api-types.ts';
import { Compare, draftSide } from '#app/_ui/compare/compare.tsx';
import { Results } from '#app/_ui/results/results.tsx';
import type { WorkspaceChallenge } from '#app/_ui/workspace/types.ts';
import { useGrading } from '#app/_ui/workspace/use-grading.ts';
import { useNow } from '#app/_ui/workspace/use-now.ts';
import { useOnline } from '#app/_ui/workspace/use-online.ts';

interface Props {
  challenge: WorkspaceChallenge;
  submission: SubmissionAnswer;
  /** Its source as highlighted lines. */
  listing: string;
  /** Of its challenge, newest first, itself among them. */
  history: readonly SubmissionSummary[];
  draft: string | null;
  gaveUpAt: string | null;
  lessonOpen: boolean;
}

const nothing = (): void => {};

/** Results and source; while it is graded, the results fill in. */
export function SubmissionView({ challenge, submission, listing, history, draft, gaveUpAt, lessonOpen }: Props) {
  const { language, messages } = useLanguage();
  const router = useRouter();
  const grading = useGrading(challenge.id, submission, nothing);
  const online = useOnline();
  const now = useNow();
  const [comparing, setComparing] = useState(false);
  const at = history.findIndex(({ id }) => id === submission.id);
  // What it came from: the submission before it, or of the first one what came of it.
  const older = history[at + 1]?.id ?? (draft === null ? (history[at - 1]?.id ?? submission.id) : draftSide);
  const source = useRef<HTMLDivElement>(null);
  const goTo = (line: number) =>
    source.current?.querySelectorAll('.line')[line - 1]?.scrollIntoView({ block: 'center' });
  return (
    <>
      <p className="soft">
        {submission.kind === 'run' ? messages.submission.run : messages.submission.submitted}{' '}
        <time dateTime={submission.createdAt} suppressHydrationWarning>
          {formatMoment(language, new Date(submission.createdAt), now)}
        </time>
      </p>
      <div className="panel results-panel">
        <Results
          challenge={challenge}
          grading={grading}
          online={online}
          runsOffline={false}
          older={null}
          gaveUpAt={gaveUpAt}
          lessonOpen={lessonOpen}
          onNewest={nothing}
          onGoTo={goTo}
          onRetry={() => router.push(`/${language}/challenges/${challenge.id}`)}
        />
      </div>
      <section aria-labelledby="source">
        <div className="section-head">
          <h2 id="source">{messages.submission.source}</h2>
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a listing that scrolls must be reachable by keyboard */}
        <div ref={source} className="listing panel" tabIndex={0} role="region" aria-labelledby="source">
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: the user's own source, escaped by the highlighter */}
          <div dangerouslySetInnerHTML={{ __html: listing }} />
        </div>
      </section>
      {(draft !== null || history.length > 1) && (
        <section aria-labelledby="compare">
          <div className="section-head">
            <h2 id="compare">{messages.compare.title}</h2>
            {!comparing && (
              <button type="button" className="button small" onClick={() => setComparing(true)}>
                {messages.compare.act}
              </button>
            )}
          </div>
          {comparing && (
            <div className="panel">
              <Compare history={history} draft={draft} before={older} after={submission.id} />
            </div>
          )}
        </section>
      )}
    </>
  );
}
