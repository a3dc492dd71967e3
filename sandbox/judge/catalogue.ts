// What the judge grades by default. Tests of the sandbox give it another module of the same shape.
import { findChallenge } from '#challenges/index.ts';
import { testSuite } from '#challenges/tests.ts';
import type { TestSuite } from '#challenges/authoring.ts';

export interface Catalogue {
  suite(id: string): TestSuite | undefined;
  limits(id: string): { readonly timeLimitMs: number; readonly memoryMibMax: number } | undefined;
}

export const catalogue: Catalogue = {
  suite: (id) => testSuite(id),
  limits: (id) => findChallenge(id)?.limits,
};
