import 'katex/dist/katex.min.css';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { isLanguage } from '#app/_i18n/languages.ts';
import { messagesIn } from '#app/_i18n/messages.ts';
import { pageMetadata } from '#app/_ui/frame/page-metadata.ts';
import { Questions } from '#app/_ui/questions/questions.tsx';
import { readQuestions } from '#app/_ui/questions/read-questions.ts';
import { Workspace } from '#app/_ui/workspace/workspace.tsx';
import { findChallenge, questions as questionList } from '#challenges/index.ts';
import { questionSet } from '#challenges/question-sets.ts';
import { readWorkspace } from './read-workspace.ts';

interface Props {
  params: Promise<{ lang: string; id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang, id } = await params;
  const challenge = findChallenge(id);
  if (challenge === undefined || !isLanguage(lang)) return {};
  const question = questionList.find(({ number }) => number === challenge.question);
  const title = challenge.title[lang];
  const description = messagesIn(lang).work.description(title, question?.title[lang] ?? '');
  return pageMetadata(lang, `/challenges/${id}`, { title, description });
}

export default async function ChallengePage({ params }: Props) {
  const { lang, id } = await params;
  const challenge = findChallenge(id);
  if (challenge === undefined || !isLanguage(lang)) notFound();
  const [workspace, questions] = await Promise.all([
    readWorkspace(challenge, lang),
    readQuestions(questionSet(id, lang)),
  ]);
  return (
    <Workspace
      key={challenge.id}
      {...workspace}
      questions={<Questions set={challenge.id} lead={messagesIn(lang).questions.lead} questions={questions} />}
    />
  );
}
