'use client';
import { useRouter } from 'next/navigation';
import { useRef } from 'react';
import { formatMoment } from '#app/_i18n/format.ts';
import { useLanguage } from '#app/_i18n/language-context.tsx';
import type { SubmissionAnswer } from '#app/_server/api-types.ts';
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
}

const nothing = (): void => {};

/** Results and source; while it is graded, the results fill in. */
export function SubmissionView({ challenge, submission, listing }: Props) {
  const { language, messages } = useLanguage();
  const router = useRouter();
  const grading = useGrading(challenge.id, submission, nothing);
  const online = useOnline();
  const now = useNow();
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
    </>
  );
}
