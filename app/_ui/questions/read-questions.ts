import { renderMarkdown } from '#app/_ui/markdown/markdown.ts';
import type { Question, QuestionSet } from '#challenges/questions.ts';
import { shuffledPlaces } from './answers.ts';
import type { QuestionView } from './types.ts';

/** On the server, so that neither the renderer nor other sets travel to the browser. */
export async function readQuestions(set: QuestionSet): Promise<readonly QuestionView[]> {
  return Promise.all(set.map(view));
}

async function view(question: Question): Promise<QuestionView> {
  const asked = {
    id: question.id,
    stage: question.stage,
    prompt: await renderMarkdown(question.prompt),
    runIt: question.runIt === true,
  };
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return {
        ...asked,
        kind: question.kind,
        options: await Promise.all(
          question.options.map(async ({ text, right, why }) => ({
            text: await phrase(text),
            right,
            why: await phrase(why),
          })),
        ),
      };
    case 'numeric':
      return {
        ...asked,
        kind: 'numeric',
        answer: question.answer,
        tolerance: question.tolerance,
        why: await renderMarkdown(question.why),
      };
    case 'ordering':
      return {
        ...asked,
        kind: 'ordering',
        items: await Promise.all(question.items.map(phrase)),
        shuffled: shuffledPlaces(question.id, question.items.length),
        why: await renderMarkdown(question.why),
      };
    case 'short':
      return {
        ...asked,
        kind: 'short',
        rubric: await Promise.all(
          question.rubric.map(async ({ points, says }) => ({ points, says: await phrase(says) })),
        ),
        model: await renderMarkdown(question.model),
      };
  }
}

/** One paragraph without its `<p>`, for places such as a label that may hold no block. */
async function phrase(markdown: string): Promise<string> {
  const html = (await renderMarkdown(markdown)).trim();
  const inner = /^<p>([\s\S]*)<\/p>$/.exec(html)?.[1];
  return inner === undefined || inner.includes('<p>') ? html : inner;
}
