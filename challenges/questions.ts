// What a challenge folder's `questions.en.ts` and `questions.zh.ts` hold: the talking half of an interview.
// Types only. Both files of a folder say the same in the same order; check/structure.ts compares them.

/** concept: before coding · deep-dive: what the interviewer asks next · trade-off: no single right answer. */
export type Stage = 'concept' | 'deep-dive' | 'trade-off';

interface Asked {
  /** Unique in the folder, the same in both languages. */
  readonly id: string;
  readonly stage: Stage;
  /** Markdown, as are all other texts here. */
  readonly prompt: string;
  /** True where guessing is hopeless and running a few lines settles it. */
  readonly runIt?: true;
}

/** Every option says why it is right or wrong. */
export interface Option {
  readonly text: string;
  readonly right: boolean;
  readonly why: string;
}

export interface SingleChoice extends Asked {
  readonly kind: 'single';
  readonly options: readonly Option[];
}

export interface MultipleChoice extends Asked {
  readonly kind: 'multiple';
  readonly options: readonly Option[];
}

export interface Numeric extends Asked {
  readonly kind: 'numeric';
  readonly answer: number;
  /** Largest absolute error that still counts as right. */
  readonly tolerance: number;
  readonly why: string;
}

/** `items` stand in the right order; whoever shows them shuffles. */
export interface Ordering extends Asked {
  readonly kind: 'ordering';
  readonly items: readonly string[];
  readonly why: string;
}

export interface ShortText extends Asked {
  readonly kind: 'short';
  /** What a good answer says; each line is worth its points. */
  readonly rubric: readonly { readonly points: number; readonly says: string }[];
  readonly model: string;
}

export type Question = SingleChoice | MultipleChoice | Numeric | Ordering | ShortText;
export type QuestionSet = readonly Question[];
