// Solutions of the challenges, through the jail, with everything on the GPU that a GPU can hold: what the judge gives, and what a
// submission makes without saying where. They get full marks there as on the CPU.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { solution } from '#challenges/content.ts';
import { createGrader, type Grader } from '#sandbox/grade.ts';

let grader: Grader;
beforeAll(async () => {
  const catalogueUrl = new URL('./catalogue-on-gpu.ts', import.meta.url).href;
  grader = await createGrader({ concurrency: 1, device: 'webgpu', catalogueUrl });
}, 120_000);
afterAll(() => grader.close());

/** Those that mix float64, which stays on the CPU, with labels that do not. */
const mixed: Record<string, readonly string[]> = {
  'cross-entropy-from-logits': ['computes-the-loss/layouts-and-dtypes', 'survives-large-logits/shifted-rows'],
  'focal-loss': ['computes-the-loss/other-inputs'],
};

test.each([
  'strides-and-views',
  'first-graph',
  'scalar-autograd',
  'custom-function',
  'two-layer-classifier',
  'module-from-scratch',
  'freeze-and-replace-head',
  'frozen-head-bug',
  'batchnorm-from-scratch',
  'train-with-early-stopping',
  'best-weights-bug',
  'cross-entropy-from-logits',
  'adam-from-scratch',
  'training-loop',
  'gradient-accumulation',
  'resume-exactly',
  'focal-loss',
])('%s', async (challenge) => {
  const { verdict, tests } = await grader.grade({ challenge, source: solution(challenge), kind: 'submit', seed: 7 });
  const failed = tests.filter(({ status }) => status !== 'passed').map(({ id }) => id);
  expect(failed.toSorted()).toEqual(mixed[challenge] ?? []);
  expect(verdict).toBe(challenge in mixed ? 'RE' : 'AC');
});
