import type { Question, QuestionSet } from '../questions.ts';

/** What both languages of a question set must share. */
export const questionsShape = (questions: QuestionSet): string[] => questions.map(shapeOf);

function shapeOf(question: Question): string {
  const head = `${question.id} ${question.stage} ${question.kind}${question.runIt ? ' runIt' : ''}`;
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return `${head} ${question.options.map(({ right }) => (right ? 'right' : 'wrong')).join(' ')}`;
    case 'numeric':
      return `${head} ${question.answer} ±${question.tolerance}`;
    case 'ordering':
      return `${head} ${question.items.length}`;
    case 'short':
      return `${head} ${question.rubric.map(({ points }) => points).join('+')}`;
    default:
      return question satisfies never;
  }
}

/** Rules that one set must keep by itself. */
export function questionFaults(questions: QuestionSet): string[] {
  const faults: string[] = [];
  if (questions.length < 3 || questions.length > 6) faults.push(`has ${questions.length} questions, not 3 to 6`);
  if (new Set(questions.map(({ id }) => id)).size !== questions.length) faults.push('uses an id twice');
  if (!questions.some(({ runIt }) => runIt)) faults.push('has no question that asks to run something (runIt)');
  for (const question of questions) {
    const texts: string[] = [question.prompt];
    switch (question.kind) {
      case 'single':
      case 'multiple': {
        const right = question.options.filter((option) => option.right).length;
        if (question.kind === 'single' ? right !== 1 : right < 2)
          faults.push(`${question.id} has ${right} right options`);
        texts.push(...question.options.flatMap(({ text, why }) => [text, why]));
        break;
      }
      case 'numeric':
        texts.push(question.why);
        break;
      case 'ordering':
        if (question.items.length < 3) faults.push(`${question.id} has too few items to order`);
        texts.push(question.why, ...question.items);
        break;
      case 'short':
        if (question.rubric.length < 2) faults.push(`${question.id} has a rubric of one line`);
        texts.push(question.model, ...question.rubric.map(({ says }) => says));
        break;
      default:
        question satisfies never;
    }
    if (texts.some((text) => text.trim() === '')) faults.push(`${question.id} has an empty text`);
  }
  return faults;
}
