'use client';
import Link from 'next/link';
import { formatMoment } from '#app/_i18n/format.ts';
import { useLanguage } from '#app/_i18n/language-context.tsx';
import type { SubmissionSummary } from '#app/_server/api-types.ts';
import { VerdictCell } from '#app/_ui/cells.tsx';
import { useNow } from './use-now.ts';

interface Props {
  history: readonly SubmissionSummary[];
  shown: string | null;
  onShow(id: string): void;
  onRestore(id: string, number: number): void;
  onCompare(id: string): void;
}

/** Own submissions, newest first; the first one is number 1 for ever. */
export function History({ history, shown, onShow, onRestore, onCompare }: Props) {
  const { language, messages } = useLanguage();
  const now = useNow();
  if (history.length === 0)
    return (
      <div className="blank">
        <b>{messages.history.empty}</b>
        <p>{messages.history.emptyHint}</p>
      </div>
    );
  return (
    <ol className="history" reversed>
      {history.map((submission, at) => {
        const number = history.length - at;
        const { id, verdict, kind, score, points, createdAt } = submission;
        return (
          <li key={id} aria-current={id === shown ? 'true' : undefined}>
            {verdict === null ? (
              <span className="verdict-cell s now" role="img" aria-label={messages.grading.grading} />
            ) : (
              <VerdictCell verdict={verdict} size="s" name={messages.verdicts[verdict].name} />
            )}
            <button type="button" className="what" onClick={() => onShow(id)}>
              <span className="sr">{messages.history.show(number)}: </span>
              <b>
                {number}. {verdict === null ? messages.grading.grading : messages.verdicts[verdict].name}
              </b>
              <small>
                {kind === 'run' && `${messages.history.run}, `}
                <time dateTime={createdAt} suppressHydrationWarning>
                  {formatMoment(language, new Date(createdAt), now)}
                </time>
              </small>
            </button>
            <span className="num">
              {score === null || points === null || verdict === 'CE' || verdict === 'IE' ? '' : `${score}/${points}`}
            </span>
            <span className="acts">
              <Link
                className="link-button"
                href={`/${language}/submissions/${id}`}
                aria-label={messages.submission.link(number)}
              >
                {messages.submission.open}
              </Link>
              <button
                type="button"
                className="link-button"
                onClick={() => onCompare(id)}
                aria-label={messages.compare.label(number)}
              >
                {messages.compare.act}
              </button>
              <button
                type="button"
                className="link-button"
                onClick={() => onRestore(id, number)}
                aria-label={messages.history.restoreLabel(number)}
              >
                {messages.history.restore}
              </button>
            </span>
          </li>
        );
      })}
    </ol>
  );
}
