// What the judge grades by default. Tests of the sandbox give it another module of the same shape.
import { findChallenge } from '#challenges/index.ts';
import type { KnownMistake } from '#challenges/mistake-pattern.ts';
import { knownMistakes } from '#challenges/mistakes.ts';
import { testSuite } from '#challenges/tests.ts';
import type { TestSuite } from '#challenges/authoring.ts';

export interface Catalogue {
  /** How known wrong submissions fail, to tell one by its name. */
  mistakes?(id: string): readonly KnownMistake[];
  suite(id: string): TestSuite | undefined;
  limits(id: string): { readonly timeLimitMs: number; readonly memoryMibMax: number } | undefined;
}

export const catalogue: Catalogue = {
  suite: (id) => testSuite(id),
  mistakes: (id) => knownMistakes(id),
  limits: (id) => findChallenge(id)?.limits,
};
