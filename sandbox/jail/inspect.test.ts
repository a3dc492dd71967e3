import { inspect as nodeInspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import torch, { nn, Tensor } from '#engine/index.ts';
import { candidateConsole } from './console.ts';
import * as engine from '#engine/index.ts';
import { inspector } from './inspect.ts';

const inspect = inspector({
  text: (value) => (value instanceof Tensor || value instanceof nn.Module ? value.toString() : null),
});
class Point {
  x = 1;
  y = [2, 'a'];
}

describe('values print as Node prints them', () => {
  test.each<[string, unknown]>([
    ['numbers', [1, -0, Number.NaN, 2n]],
    ['text', { a: "it's", b: 'plain', c: 'two\nlines' }],
    ['nothing', [null, undefined, true]],
    ['nested', { a: { b: { c: { d: 1 } } }, 'odd key': [] }],
    ['instances', new Point()],
    ['maps and sets', [new Map([['a', 1]]), new Set([1, 2])]],
    ['typed arrays', new Float32Array([1, 2.5])],
    ['functions and classes', [Math.max, Point, () => {}]],
    ['no prototype', Object.assign(Object.create(null), { a: 1 })],
    ['getters', Object.defineProperty({}, 'a', { get: () => 1, enumerable: true })],
    ['empty', [{}, [], new Map()]],
  ])('%s', (_, value) => {
    expect(inspect(value)).toBe(nodeInspect(value, { compact: 3 }));
  });
  test('a ring is named', () => {
    const ring: { self?: unknown } = {};
    ring.self = ring;
    expect(inspect(ring)).toBe('{ self: [Circular *1] }');
  });
});

describe('tensors and modules print as PyTorch prints them, at any depth', () => {
  test.each<[unknown, string]>([
    [torch.tensor([1.5, 2]), 'tensor([1.5000, 2.0000])'],
    [{ loss: torch.tensor(2) }, '{ loss: tensor(2) }'],
    [
      [
        torch.tensor([
          [1, 2],
          [3, 4],
        ]),
      ],
      '[\n  tensor([[1, 2],\n          [3, 4]])\n]',
    ],
    [{ fc: new nn.Linear(2, 1) }, '{ fc: Linear(in_features=2, out_features=1, bias=True) }'],
  ])('%#', (value, text) => {
    expect(inspect(value)).toBe(text);
  });
});

describe('everything is bounded', () => {
  test.each<[string, unknown]>([
    ['items', Array(1e6).fill(1)],
    ['text', ['x'.repeat(1e6)]],
    ['width times depth', Array(100).fill(Array(100).fill(Array(100).fill([1])))],
    ['properties', Object.fromEntries([...Array(5000).keys()].map((i) => [`k${i}`, i]))],
    ['a large map', new Map([...Array(5000).keys()].map((i) => [i, i]))],
  ])('%s', (_, value) => {
    const text = inspect(value);
    expect(text.length).toBeLessThan(60_000);
    expect(text).toMatch(/more items?|…/);
  });
  test('a getter is not run', () => {
    const trap = Object.defineProperty({}, 'a', {
      get: () => {
        throw new Error('run');
      },
      enumerable: true,
    });
    expect(inspect({ trap })).toBe('{ trap: { a: [Getter] } }');
  });
});

test('the console counts, formats, groups and tabulates', () => {
  let sent = '';
  const { console, flush } = candidateConsole(
    (text) => (sent += text),
    engine,
    (act) => act(),
  );
  const call = (name: string, ...args: unknown[]): void => void Reflect.get(console, name)(...args);
  call('log', '%s has %d%% of %o', 'a', 50, [1]);
  call('count');
  call('count');
  call('warn', 'careful');
  call('error', new RangeError('no'));
  call('group', 'outer');
  call('log', { a: 1 });
  call('groupEnd');
  call('table', [{ a: 1, b: 'x' }, 5]);
  call('assert', false, 'never');
  flush();
  expect(sent).toBe(`a has 50% of [ 1 ]
default: 1
default: 2
careful
RangeError: no
outer
  { a: 1 }
┌─────────┬───┬───┬────────┐
│ (index) │ a │ b │ Values │
├─────────┼───┼───┼────────┤
│ 0       │ 1 │ x │        │
│ 1       │   │   │ 5      │
└─────────┴───┴───┴────────┘
Assertion failed: never
`);
});
