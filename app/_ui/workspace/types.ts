import type { DraftAnswer, SubmissionAnswer, SubmissionSummary } from '#app/_server/api-types.ts';
import type { Kind } from '#challenges/challenge.ts';
import type { Text } from '#sandbox/result.ts';

export interface BehaviourOutline {
  readonly id: string;
  readonly title: Text;
  readonly points: number;
  readonly tests: readonly { readonly id: string; readonly title: Text; readonly visibility: 'sample' | 'hidden' }[];
}

/** The paragraph of the lesson that explains a known mistake, with its first sentence for those to whom the lesson is closed. */
export interface Explanation {
  readonly anchor: string;
  readonly heading: string | null;
  /** HTML. */
  readonly opening: string | null;
}

/** What the server hands the workspace: the challenge in the reader's language, prose already rendered. */
export interface WorkspaceChallenge {
  readonly id: string;
  readonly title: string;
  readonly question: { readonly number: string; readonly title: string };
  readonly kind: Kind;
  readonly difficulty: 1 | 2 | 3;
  readonly minutes: number;
  readonly limits: { readonly timeLimitMs: number; readonly memoryMibMax: number };
  readonly starter: string;
  readonly outline: readonly BehaviourOutline[];
  readonly hints: readonly string[];
  readonly statement: string;
  /** By the id of the mistake. */
  readonly explanations: Readonly<Record<string, Explanation>>;
  readonly next: { readonly id: string; readonly title: string; readonly minutes: number } | null;
}

/** Only for those who have solved it or gave up. */
export interface WorkspaceLesson {
  readonly lesson: string;
  readonly solution: string;
  readonly twin: string;
}

export interface WorkspaceOwn {
  readonly draft: DraftAnswer | null;
  readonly history: readonly SubmissionSummary[];
  /** The newest submission, whole; it may still be running. */
  readonly latest: SubmissionAnswer | null;
  readonly hintsOpened: number;
  readonly gaveUpAt: string | null;
}

/** Shares of the window in percent: the left pane's width, the editor's height before and after a result is there. */
export interface PaneShares {
  readonly left: number;
  readonly editor: number;
  readonly editorWithResult: number;
  /** On /play, the code's. */
  readonly play: number;
}
