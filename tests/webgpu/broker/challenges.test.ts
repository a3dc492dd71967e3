// Every challenge's solution, through the jail, with everything on the GPU that a GPU can hold: what the judge gives, and what a submission
// makes without saying where. It gets full marks there as on the CPU, but for tests of what no GPU has; and full marks in all when, beside
// the GPU, tensors are where the challenge has them.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { solution } from '#challenges/content.ts';
import { challenges } from '#challenges/index.ts';
import { createGrader, type Grader } from '#sandbox/grade.ts';

const module = (name: string): string => new URL(name, import.meta.url).href;
let onGpu: Grader;
let besideGpu: Grader;
beforeAll(async () => {
  const start = (catalogueUrl: string) => createGrader({ concurrency: 1, poolSize: 1, device: 'webgpu', catalogueUrl });
  [onGpu, besideGpu] = await Promise.all([
    start(module('./catalogue-on-gpu.ts')),
    start(module('./catalogue-patient.ts')),
  ]);
}, 120_000);
afterAll(() => Promise.all([onGpu.close(), besideGpu.close()]));

const float64 = 'no GPU here holds float64';
const int64 = 'int64 has 32 bits there';
const arrays = 'the memory of an array is the CPU’s';
const int8 = 'int8 is computed on the CPU, as in PyTorch';
/** By challenge: why, and the tests that fail for it; `*` stands for every test of a behaviour. One that does not fail leaves the list. */
const exceptions: Record<string, readonly [why: string, ...tests: string[]]> = {
  'numpy-bridge': [
    arrays,
    'reads-any-layout/*',
    'shares-with-the-tensor/*',
    'refuses-strides/*',
    'copies-only-to-convert/others',
    'describes-any-view/*',
    'shares-with-the-array/*',
    'guards-gradients/a-parameter',
    'guards-gradients/plain-tensors',
    'standardizes-in-place/*',
  ],
  'dataloader-from-scratch': [float64, 'collates/numbers', 'collates/nested'],
  'cross-entropy-from-logits': [float64, 'computes-the-loss/layouts-and-dtypes', 'survives-large-logits/shifted-rows'],
  'ring-all-reduce': [int64, 'keeps-the-dtype/int64', 'keeps-the-dtype/both'],
  'custom-mse': [float64, 'computes-the-loss/dtypes-and-layouts'],
  'focal-loss': [float64, 'computes-the-loss/other-inputs'],
  'dynamic-control-flow': [float64, 'follows-the-structure/in-double'],
  'l1-unstructured-prune': [
    float64,
    'prunes-the-smallest/other-parameters',
    'splits-the-parameter/frozen',
    'masks-every-forward/loaded-and-converted',
  ],
  'post-training-quantization': [
    int8,
    'computes-in-int8/*',
    'fuses-first/*',
    'calibrates-on-all/*',
    'follows-the-qconfig/*',
    'quantizes-in-evaluation/*',
    'leaves-the-model-alone/*',
    'records-no-graph/quantize',
    'measures-size/a-quantized-model',
    'keeps-the-digits/*',
  ],
};
const stands = (pattern: string, test: string): boolean =>
  pattern.endsWith('/*') ? test.startsWith(pattern.slice(0, -1)) : test === pattern;

interface Graded {
  readonly verdict: string;
  readonly failed: readonly string[];
  readonly passed: readonly string[];
}
async function graded(grader: Grader, challenge: string): Promise<Graded> {
  const { verdict, tests } = await grader.grade({ challenge, source: solution(challenge), kind: 'submit', seed: 7 });
  const by = (isPassed: boolean) =>
    tests.filter(({ status }) => (status === 'passed') === isPassed).map(({ id }) => id);
  return { verdict, failed: by(false), passed: by(true) };
}

describe.each(challenges.map(({ id }) => id))('%s', (challenge) => {
  const [why, ...patterns] = exceptions[challenge] ?? [];
  if (why === undefined)
    test('AC on the GPU', async () => {
      expect(await graded(onGpu, challenge)).toMatchObject({ verdict: 'AC', failed: [] });
    });
  else {
    test(`passes on the GPU, except: ${why}`, async () => {
      const { failed, passed } = await graded(onGpu, challenge);
      expect(failed.filter((id) => !patterns.some((pattern) => stands(pattern, id)))).toEqual([]);
      expect(patterns.filter((pattern) => passed.some((id) => stands(pattern, id)))).toEqual([]);
    });
    test('AC beside the GPU', async () => {
      expect(await graded(besideGpu, challenge)).toMatchObject({ verdict: 'AC', failed: [] });
    });
  }
});

test('no exception is left of a challenge that is gone', () => {
  const ids = new Set(challenges.map(({ id }) => id));
  expect(Object.keys(exceptions).filter((id) => !ids.has(id))).toEqual([]);
});
