// Calls of random operators, initialisers and dropouts against real PyTorch; see make-random-operators.py.
import { describe, expect, test } from 'vitest';
import torch from '#engine/index.ts';
import { call, type Case, callsOf, expected, kept } from './calls.ts';

const golden = callsOf('random-operators.json');

/**
 * How many units in the last place a value may differ where it is more than draws and arithmetic: float64 logarithms and
 * sines are glibc's there and V8's here, float32 ones are vectorised (AVX2) in PyTorch's build, and LAPACK's QR rounds
 * in its own order. All other values are equal bit for bit.
 */
const ulps: Record<string, number> = {
  'randn float64': 2,
  'randn_like float64': 2,
  'normal float64': 2,
  'normal_ float64': 2,
  'sparse_ float64': 2,
  'xavier_normal_ float64': 2,
  'kaiming_normal_ float64': 2,
  'log_normal_ float64': 2,
  'cauchy_ float64': 24, // where median and tangent nearly cancel
  '_sample_dirichlet float64': 4,
  'gumbel_softmax float32': 8,
  'gumbel_softmax float64': 4,
  'trunc_normal_ float32': 2,
  'trunc_normal_ float64': 16,
  'orthogonal_ float32': 256,
  'orthogonal_ float64': 128,
};
const significand: Record<string, number> = { float32: 2 ** -23, float64: 2 ** -52 };

describe('the same call with the same seed gives the numbers of PyTorch', () => {
  const titleOf = (c: Case): string => `${c.on}.${c.name}`;
  for (const title of new Set(golden.cases.map(titleOf)))
    test(title, () => {
      for (const c of golden.cases.filter((each) => titleOf(each) === title)) {
        const where = `${title} ${JSON.stringify([c.args, c.kwargs])}`;
        torch.manual_seed(c.seed);
        const result = call(c);
        const next = [torch.rand(1).item(), torch.randn(1).item()];
        expect([String(result.dtype), result.shape], where).toEqual([`torch.${c.dtype}`, c.shape]);
        const [got, wanted] = [kept(result), expected(c)];
        const slack = (ulps[`${c.name} ${c.dtype}`] ?? 0) * (significand[c.dtype] ?? 0);
        if (slack === 0) expect(got, where).toEqual(wanted);
        else
          wanted.forEach((value, i) =>
            expect(Math.abs((got[i] ?? Number.NaN) - value), where).toBeLessThanOrEqual(slack * Math.abs(value)),
          );
        expect(next, `${where}: the stream after it`).toEqual(c.next);
      }
    });
});

describe('what PyTorch refuses is refused in the same words', () => {
  test.each(golden.refused.map((c) => [`${c.name} ${JSON.stringify([c.args, c.kwargs])}`, c] as const))(
    '%s',
    (_, c) => {
      expect(() => call(c)).toThrow(c.says);
    },
  );
});
