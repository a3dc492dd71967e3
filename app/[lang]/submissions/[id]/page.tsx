import 'katex/dist/katex.min.css';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { isLanguage } from '#app/_i18n/languages.ts';
import { messagesIn } from '#app/_i18n/messages.ts';
import { currentUser } from '#app/_server/current-user.ts';
import { getChallengeFor } from '#app/_server/get-challenge-for.ts';
import { getDraft } from '#app/_server/get-draft.ts';
import { getSubmission } from '#app/_server/get-submission.ts';
import { listSubmissions } from '#app/_server/list-submissions.ts';
import { ServiceError } from '#app/_server/service-error.ts';
import { Footer } from '#app/_ui/frame/footer.tsx';
import { highlight } from '#app/_ui/markdown/highlighter.ts';
import { SubmissionView } from '#app/_ui/submission/submission-view.tsx';
import { workspaceChallenge } from '#app/_ui/workspace/read-challenge.ts';
import { findChallenge } from '#challenges/index.ts';

interface Props {
  params: Promise<{ lang: string; id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang } = await params;
  return isLanguage(lang) ? { title: messagesIn(lang).submission.title } : {};
}

/** One submission as its owner sees it; to everyone else it is not there. */
export default async function SubmissionPage({ params }: Props) {
  const { lang, id } = await params;
  if (!isLanguage(lang)) notFound();
  const user = await currentUser();
  if (user === null) notFound();
  const submission = await getSubmission(user, id).catch((error: unknown) => {
    if (error instanceof ServiceError && error.code === 'not-found') notFound();
    throw error;
  });
  const challenge = findChallenge(submission.challenge);
  if (challenge === undefined) notFound();
  const [{ outline, statement, starter, progress }, history, draft] = await Promise.all([
    getChallengeFor(user, challenge.id),
    listSubmissions(user, challenge.id),
    getDraft(user, challenge.id),
  ]);
  return (
    <>
      <main id="main" className="wrap submission">
        <div className="page-head">
          <p className="crumb">
            <Link href={`/${lang}/challenges/${challenge.id}`}>{challenge.title[lang]}</Link>
          </p>
          <h1>{messagesIn(lang).submission.title}</h1>
        </div>
        <SubmissionView
          challenge={await workspaceChallenge(challenge, outline, statement[lang], starter, lang)}
          submission={submission}
          history={history}
          draft={draft?.source ?? null}
          gaveUpAt={progress.gaveUpAt}
          lessonOpen={progress.state === 'solved' || progress.gaveUpAt !== null}
          listing={await highlight(submission.source, 'typescript')}
        />
      </main>
      <Footer language={lang} />
    </>
  );
}
