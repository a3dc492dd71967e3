'use client';
import { formatDuration, formatNumber } from '#app/_i18n/format.ts';
import { useLanguage } from '#app/_i18n/language-context.tsx';
import type { Messages } from '#app/_i18n/messages.ts';
import type { SubmissionAnswer } from '#app/_server/api-types.ts';
import { VerdictCell } from '#app/_ui/cells.tsx';
import type { WorkspaceChallenge } from '#app/_ui/workspace/types.ts';
import { isHere } from '#app/_ui/workspace/use-grading.ts';

interface Props {
  submission: SubmissionAnswer | null;
  sending: boolean;
  stopped: boolean;
  challenge: WorkspaceChallenge;
  testsToRun: number;
  gaveUpAt: string | null;
}

function sentenceOf(submission: SubmissionAnswer, gaveUpAt: string | null, messages: Messages): string {
  const { grading, verdicts } = messages;
  if (submission.verdict === null) return '';
  const right = submission.behaviours.filter(({ earned, points }) => earned === points).length;
  if (submission.verdict === 'AC' && submission.kind === 'run') return grading.runPassed;
  if (submission.verdict === 'AC')
    return `${grading.summary(0, right)}${isAfter(submission, gaveUpAt) ? ` ${grading.afterGivingUp}` : ''}`;
  if (submission.verdict === 'WA') return grading.summary(submission.behaviours.length - right, right);
  return verdicts[submission.verdict].meaning;
}

function waitingSays(queue: SubmissionAnswer['queue'], grading: Messages['grading']): string {
  if (queue === null) return grading.waitingHint;
  return queue.slots === 0 ? grading.nobodyGrades : grading.before(queue.ahead, queue.waitSeconds);
}
const isAfter = ({ createdAt }: SubmissionAnswer, moment: string | null): boolean =>
  moment !== null && new Date(createdAt) > new Date(moment);

/** The one live region of the page: glyph, word, score, sentence. */
export function VerdictLine({ submission, sending, stopped, challenge, testsToRun, gaveUpAt }: Props) {
  const { language, messages } = useLanguage();
  const { grading, verdicts } = messages;
  const busy = sending || (submission !== null && submission.status !== 'done');
  const waiting = (title: string, note: string, meta: string, cell: string) => (
    <>
      <span className={`verdict-cell xl waiting ${cell}`} aria-hidden="true" />
      <div>
        <h2>
          {title} {note !== '' && <span>{note}</span>}
        </h2>
        <p className="meta">{meta}</p>
      </div>
    </>
  );
  let body: React.ReactNode;
  if (sending) body = waiting(grading.sending, '', submission === null ? grading.idleHint : ' ', 'now');
  else if (stopped && submission === null) body = waiting(grading.stoppedByYou, '', grading.stoppedByYouHint, '');
  else if (submission === null) body = waiting(grading.idle, '', grading.idleHint, '');
  else if (submission.status === 'queued')
    body = waiting(grading.waiting, '', waitingSays(submission.queue, grading), '');
  else if (submission.status === 'running')
    body = waiting(
      grading.grading,
      grading.progress(submission.tests.length, testsToRun),
      submission.kind === 'run' ? (isHere(submission.id) ? grading.sampleHere : grading.sample) : ' ',
      'now',
    );
  else if (submission.verdict !== null) {
    const name = verdicts[submission.verdict].name;
    const limit =
      submission.verdict === 'TLE'
        ? grading.ofLimit(formatDuration(language, challenge.limits.timeLimitMs))
        : submission.verdict === 'MLE'
          ? grading.ofLimit(`${formatNumber(language, challenge.limits.memoryMibMax)} MiB`)
          : '';
    body = (
      <>
        <VerdictCell verdict={submission.verdict} size="xl" name={name} />
        <div>
          <h2>
            {name}
            {submission.score !== null &&
              submission.points !== null &&
              submission.verdict !== 'CE' &&
              submission.verdict !== 'IE' && (
                <span>
                  {grading.score(submission.score, submission.points)}
                  {submission.kind === 'run' && `${language === 'zh' ? '，' : ', '}${grading.sample}`}
                </span>
              )}
          </h2>
          <p className="meta">
            {sentenceOf(submission, gaveUpAt, messages)}
            {limit !== '' && ` ${limit}${language === 'zh' ? '。' : '.'}`}
            {submission.meters !== null && ` ${grading.graded(formatDuration(language, submission.meters.wallMs))}`}
            {isHere(submission.id) && <b className="here"> {grading.here}</b>}
          </p>
        </div>
      </>
    );
  }
  return (
    <div
      className={`verdict ${busy ? 'pending' : ''}`}
      role="status"
      aria-live="polite"
      aria-busy={busy}
      data-status={sending ? 'sending' : (submission?.status ?? (stopped ? 'stopped' : 'idle'))}
      data-verdict={submission?.verdict ?? ''}
    >
      {body}
    </div>
  );
}
