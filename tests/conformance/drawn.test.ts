// A second draw of PyTorch's samples, made by make-cases.py: other values, float64, integers and bools, edge cases and calls
// that PyTorch refuses. Each runs as it is written, on tensors that are not contiguous, as a method and in place, where
// PyTorch has these. drawn-not-yet.json names what differs and why; it may only shrink.
import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { type Operator, runCase, type Way, waysOf } from './run-case.ts';

const file = (name: string): URL => new URL(name, import.meta.url);
const operators: Record<string, Operator> = JSON.parse(
  brotliDecompressSync(readFileSync(file('drawn.json.br'))).toString(),
);
const notYet: Record<string, Record<string, string>> = JSON.parse(readFileSync(file('drawn-not-yet.json'), 'utf8'));

function outcome(op: Operator, i: number, way: Way): string {
  const c = op.cases[i];
  if (!c) return 'no such case';
  try {
    return runCase(op, c, way) ?? 'agrees';
  } catch (error) {
    return `threw ${error instanceof Error ? error.message : String(error)}`;
  }
}

test.each(Object.keys(operators))(
  '%s agrees with PyTorch, as function, as method, in place and on strided tensors',
  (name) => {
    const op = operators[name];
    if (!op) throw new Error(`no operator ${name}`);
    const known = notYet[name] ?? {};
    const found = waysOf(name, op).flatMap((way) =>
      op.cases.map((_, i) => [i, way, i in known ? 'agrees' : outcome(op, i, way)] as const),
    );
    expect(found.filter(([, , o]) => o !== 'agrees')).toEqual([]);
  },
);

test('the list of what does not agree yet holds nothing that agrees', () => {
  const agreeing = Object.entries(notYet).flatMap(([name, cases]) =>
    Object.keys(cases).filter((i) => {
      const op = operators[name];
      return !op || outcome(op, Number(i), {}) === 'agrees';
    }),
  );
  expect(agreeing).toEqual([]);
});
