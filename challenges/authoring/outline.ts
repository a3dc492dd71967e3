// What a page can lay out before anything has run.
import type { Bilingual } from '../challenge.ts';

export interface TestOutline {
  /** Unique in the challenge: `behaviour/test`. */
  readonly id: string;
  readonly title: Bilingual;
  readonly visibility: 'sample' | 'hidden';
}

export interface BehaviourOutline {
  readonly id: string;
  readonly title: Bilingual;
  readonly points: number;
  readonly tests: readonly TestOutline[];
}

export type Outline = readonly BehaviourOutline[];
