// What a challenge folder's `challenge.ts` says about itself. Types only: no test and no engine is imported here,
// so the web tier can read the catalogue without loading either.

export interface Bilingual {
  readonly en: string;
  readonly zh: string;
}

export type Kind = 'implement' | 'debug' | 'optimize' | 'predict';

/** Something the submission must export. */
export interface EntryPoint {
  readonly name: string;
  readonly kind: 'function' | 'class';
  /** TypeScript signature, as shown in the statement. */
  readonly signature: string;
}

export interface Challenge {
  /** The folder's name. */
  readonly id: string;
  /** Goes up when tests or statement change what is right. */
  readonly version: number;
  /** Number of the question it belongs to, as in the catalogue: '1.3a', '2.5'. */
  readonly question: string;
  readonly title: Bilingual;
  readonly kind: Kind;
  readonly difficulty: 1 | 2 | 3;
  readonly minutes: number;
  /** PyTorch names and ideas it practises. */
  readonly concepts: readonly string[];
  /** Ids of challenges to solve first. */
  readonly prerequisites: readonly string[];
  readonly entryPoints: readonly EntryPoint[];
  readonly limits: { readonly timeLimitMs: number; readonly memoryMibMax: number };
  readonly tolerance: { readonly rtol: number; readonly atol: number };
  /** Three, from a nudge to the key line. Markdown. */
  readonly hints: readonly [Bilingual, Bilingual, Bilingual];
}
