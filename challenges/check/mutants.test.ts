import { describe, expect, test } from 'vitest';
import { mutantsOf, spread } from './mutants.ts';

const header = "import torch, { type Tensor } from 'torch';\n";
const changes = (source: string): string[] => mutantsOf(header + source).mutants.map(({ change }) => change);
const sources = (source: string): string[] =>
  mutantsOf(header + source).mutants.map((mutant) => mutant.source.slice(header.length));

describe('a mutant', () => {
  test.each([
    ['an operator', 'export const f = (a: number, b: number) => a < b;', 'a <= b'],
    ['a sign', 'export const f = (a: number) => -a;', '=> a;'],
    ['a constant', 'export const f = (a: number) => a + 3;', 'a + 4'],
    ['a flag', 'export const f = (x: Tensor) => x.requires_grad_(true);', 'requires_grad_(false)'],
    ['the order of arguments', 'export const f = (x: Tensor) => x.sum(0).add(x.narrow(1, 0, 2));', 'narrow(0, 1, 2)'],
    [
      'a dropped statement',
      'export function f(x: Tensor): Tensor {\n  x.add_(1);\n  return x;\n}',
      '\n  {}\n  return x',
    ],
    ['a call left out', 'export const f = (x: Tensor) => x.detach().sum();', '=> x.sum()'],
    ['a name taken for another', 'export const f = (x: Tensor) => x.sum();', '=> x.mean()'],
    ['a branch', 'export const f = (a: boolean) => (a ? 1 : 2);', '=> (1)'],
    ['an option left out', 'export const f = (x: Tensor) => x.amax({ dim: 1, keepdim: true });', '{ dim: 1 }'],
    [
      'a graph that is cut',
      'export function f(x: Tensor): Tensor {\n  return x.exp();\n}',
      'return (x.exp()).detach()',
    ],
    [
      'two statements',
      'export function f(x: Tensor): void {\n  x.add_(1);\n  x.mul_(2);\n}',
      'x.mul_(2);\n  x.add_(1);',
    ],
    ['another variable', 'export function f(x: Tensor, y: Tensor): Tensor {\n  return x.matmul(y);\n}', 'x.matmul(x)'],
  ])('changes %s', (_, source, wanted) => {
    expect(sources(source).some((mutated) => mutated.includes(wanted))).toBe(true);
  });
  test('differs from the source and from every other', () => {
    const all = sources('export const f = (x: Tensor, a: number) => (a === 1 ? x.add(1).sum(0) : x.mul(a + 1));');
    expect(new Set(all).size).toBe(all.length);
  });
  test('compiles against the types of torch', () => {
    const { mutants, refused } = mutantsOf(`${header}export const f = (x: Tensor) => x.narrow(0, 1, x.size(0) - 1);`);
    expect(refused).toBeGreaterThan(0);
    expect(
      mutants.every(({ source }) => /narrow\([^,]+,[^,]+,[^,]+\)/.test(source) || !source.includes('narrow')),
    ).toBe(true);
  });
  test('names its line', () => {
    const { mutants } = mutantsOf(`${header}\nexport const f = (a: number) => a * 2;\n`);
    expect(mutants.map(({ line }) => line)).toEqual(mutants.map(() => 3));
  });
});

test('what is printed, said in an error or declared as a type is left alone', () => {
  const source = `export interface Options { reduction: 'mean' | 'sum' }
export function f(a: number): number {
  console.log('a is', a + 1);
  if (a < 0) throw new Error('too small: ' + 1);
  return a;
}`;
  expect(changes(source).filter((change) => /mean|too small|a is|console|'/.test(change))).toEqual([
    "throw new Error('too small: ' + 1); left out",
  ]);
});
test('a source that does not compile is refused', () => {
  expect(() => mutantsOf(`${header}export const f: number = 'one';`)).toThrow(/does not compile/);
});

test('a sample is spread evenly', () => {
  const items = Array.from({ length: 10 }, (_, at) => at);
  expect(spread(items, 10)).toEqual(items);
  expect(spread(items, 3)).toHaveLength(3);
  expect(spread(items, 5)).toEqual([1, 3, 5, 7, 9]);
});
