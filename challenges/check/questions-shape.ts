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

/** Rules that the set of a challenge must keep by itself. */
export function questionFaults(questions: QuestionSet): string[] {
  const faults = setFaults(questions, 3, 6);
  if (!questions.some(({ runIt }) => runIt)) faults.push('has no question that asks to run something (runIt)');
  return faults;
}

/** Rules of a set that is answered without an editor. */
export function conceptSetFaults(questions: QuestionSet): string[] {
  const faults = setFaults(questions, 8, 12);
  for (const { id, runIt } of questions) if (runIt) faults.push(`${id} asks to run something`);
  for (const kind of ['single', 'multiple', 'numeric', 'ordering', 'short'])
    if (!questions.some((question) => question.kind === kind)) faults.push(`has no question of the kind ${kind}`);
  return faults;
}

function setFaults(questions: QuestionSet, least: number, most: number): string[] {
  const faults: string[] = [];
  if (questions.length < least || questions.length > most)
    faults.push(`has ${questions.length} questions, not ${least} to ${most}`);
  if (new Set(questions.map(({ id }) => id)).size !== questions.length) faults.push('uses an id twice');
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
