// Every name of torch.nn.functional, nn.init and nn.utils.rnn, and the errors of nn and optim, as real PyTorch 1.13 has them
// (make-functional.py).
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import torch, { nn, optim, Tensor } from '#engine/index.ts';
import { evaluate } from './python.ts';

type Value = number | string;
type Kept = readonly [dtype: string, shape: number[], sum: Value, first: Value[]];
const golden: {
  calls: [text: string, results: Kept[] | number[]][];
  errors: [text: string, kind: string | null, message: string | null][];
} = JSON.parse(readFileSync(new URL('functional.json', import.meta.url), 'utf8'));

const scope = { F: nn.functional, nn, torch, optim };
const number = (v: Value): number => (v === 'inf' ? Infinity : v === '-inf' ? -Infinity : Number(v));
const tensors = (x: unknown): Tensor[] => (x instanceof Tensor ? [x] : Array.isArray(x) ? x.flatMap(tensors) : []);
function near(got: number, want: number, size: number, where: string): void {
  if (!Object.is(got, want))
    expect(Math.abs(got - want), `${where}: ${got}, PyTorch ${want}`).toBeLessThanOrEqual(2e-5 * Math.max(1, size));
}
describe('a function gives what PyTorch gives', () => {
  for (const [text, want] of golden.calls) {
    test(text, () => {
      torch.manual_seed(0);
      const result = evaluate(text, scope);
      if (typeof want[0] === 'number') {
        (want as number[]).forEach((v, i) => near((result as number[])[i] ?? Number.NaN, v, v, String(i)));
        return;
      }
      const got = tensors(result);
      expect(got.length).toBe(want.length);
      (want as Kept[]).forEach(([dtype, shape, sum, first], i) => {
        const t = got[i] as Tensor;
        expect([t.dtype.name, ...t.shape]).toEqual([dtype, ...shape]);
        const values = (t.detach().reshape([-1]).tolist() as number[]).map(Number);
        const finite = values.filter(Number.isFinite);
        const size = finite.reduce((a, v) => a + Math.abs(v), 0);
        near(
          finite.reduce((a, b) => a + b, 0),
          number(sum),
          size,
          'sum',
        );
        first.forEach((v, k) => near(values[k] ?? Number.NaN, number(v), Math.abs(number(v)), `[${k}]`));
      });
    });
  }
});

/** A KeyError's text is quoted in Python, and a constructor is called __init__. */
const plain = (text: string): string =>
  text
    .replace(/^(["'])(.*)\1$/s, '$2')
    .replaceAll("\\'", "'")
    .replace('.__init__()', '()');
describe('wrong use fails as in PyTorch', () => {
  for (const [text, kind, message] of golden.errors) {
    test(text, () => {
      torch.manual_seed(0);
      let failure: unknown = null;
      try {
        evaluate(text, scope);
      } catch (error) {
        failure = error;
      }
      expect(failure).toBeInstanceOf(Error);
      const { name, message: said } = failure as Error;
      expect(`${name}: ${plain(said)}`).toBe(`${kind}: ${plain(message ?? '')}`);
    });
  }
});
