// PyTorch's own samples of its operators: values, shapes, dtypes and gradients. Cases that do not agree are listed in
// not-yet.json with the reason; the list may only shrink: a case on it that agrees fails the suite. The same samples run on
// the reference device, which checks that no operator leaves the device of its arguments.
import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import '#engine/device/reference/reference.ts';
import { type Operator, runCase } from './run-case.ts';

const file = (name: string): URL => new URL(name, import.meta.url);
const operators: Record<string, Operator> = JSON.parse(
  brotliDecompressSync(readFileSync(file('cases.json.br'))).toString(),
);
const notYet: Record<string, Record<string, string>> = JSON.parse(readFileSync(file('not-yet.json'), 'utf8'));

const outcome = (op: Operator, i: number, device = 'cpu'): string => {
  const c = op.cases[i];
  if (!c) return 'no such case';
  try {
    return runCase(op, c, { device }) ?? 'agrees';
  } catch (error) {
    return `threw ${error instanceof Error ? error.message : String(error)}`;
  }
};

describe.each(['cpu', 'reference'])(
  'on %s, operators agree with PyTorch in value, shape, dtype and gradient',
  (device) => {
    test.each(Object.keys(operators))('%s', (name) => {
      const op = operators[name];
      if (!op) throw new Error(`no operator ${name}`);
      const known = notYet[name] ?? {};
      const found = op.cases.map((_, i) => [i, outcome(op, i, device)] as const);
      expect(found.filter(([i, o]) => o !== 'agrees' && !(i in known))).toEqual([]);
    });
  },
);

test('the list of what does not agree yet holds nothing that agrees', () => {
  const agreeing = Object.entries(notYet).flatMap(([name, cases]) =>
    Object.keys(cases)
      .filter((i) => {
        const op = operators[name];
        return !op || outcome(op, Number(i)) === 'agrees';
      })
      .map((i) => `${name} ${i}`),
  );
  expect(agreeing).toEqual([]);
  expect(Object.values(notYet).reduce((n, cases) => n + Object.keys(cases).length, 0)).toBeLessThanOrEqual(2);
});
