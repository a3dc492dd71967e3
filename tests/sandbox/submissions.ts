import type { GradeRequest } from '#sandbox/result.ts';

const body = (statement: string): string => `import torch, { type Tensor } from 'torch';
export function double(x: Tensor): unknown {
  ${statement}
}
export const collect = (next: () => number): number[] => [next(), next(), next()];
`;

export const honest = body('return x.mul(2);');
/** A submission whose `double` does this first and then answers rightly. */
export const first = (statement: string): string => body(`${statement}\n  return x.mul(2);`);
/** A submission whose `double` is this. */
export const instead = body;

export const submit = (source: string, more: Partial<GradeRequest> = {}): GradeRequest => ({
  challenge: 'double',
  source,
  kind: 'submit',
  seed: 1234,
  ...more,
});
