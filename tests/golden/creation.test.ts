// Operators that make tensors against real PyTorch; see make-creation.py.
import { describe, expect, test } from 'vitest';
import { call, callsOf, expected, kept } from './calls.ts';

const golden = callsOf('creation.json');

describe('tensors are made with the dtype, shape and numbers of PyTorch', () => {
  for (const name of new Set(golden.cases.map((c) => c.name)))
    test(name, () => {
      for (const c of golden.cases.filter((each) => each.name === name)) {
        const where = `${name} ${JSON.stringify([c.args, c.kwargs])}`;
        const result = call(c);
        expect([String(result.dtype), result.shape], where).toEqual([`torch.${c.dtype}`, c.shape]);
        expect(kept(result), where).toEqual(expected(c));
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
