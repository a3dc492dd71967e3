import type { Stage } from '#challenges/questions.ts';

interface Asked {
  readonly id: string;
  readonly stage: Stage;
  readonly prompt: string;
  readonly runIt: boolean;
}

export interface ChoiceView extends Asked {
  readonly kind: 'single' | 'multiple';
  readonly options: readonly { readonly text: string; readonly right: boolean; readonly why: string }[];
}

export interface NumericView extends Asked {
  readonly kind: 'numeric';
  readonly answer: number;
  readonly tolerance: number;
  readonly why: string;
}

export interface OrderingView extends Asked {
  readonly kind: 'ordering';
  readonly items: readonly string[];
  /** The order to begin with: places in `items`, whose own order is the right one. */
  readonly shuffled: readonly number[];
  readonly why: string;
}

export interface ShortView extends Asked {
  readonly kind: 'short';
  readonly rubric: readonly { readonly points: number; readonly says: string }[];
  readonly model: string;
}

/** A question as it is shown: every text is HTML already. */
export type QuestionView = ChoiceView | NumericView | OrderingView | ShortView;
