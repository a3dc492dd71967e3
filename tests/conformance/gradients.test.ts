// In float64, the gradient of every differentiable operator is the slope of the function, and the gradient of the gradient the
// slope of the gradient: on PyTorch's own samples of the operators, by random projections on all of them and by the whole
// Jacobian on the smallest.
import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import torch, { type Tensor } from '#engine/index.ts';
import { table } from '#engine/operator.ts';
import { differentiable, type Operator } from './run-case.ts';

const { gradcheck, gradgradcheck } = torch.autograd;
const operators: Record<string, Operator> = JSON.parse(
  brotliDecompressSync(readFileSync(new URL('cases.json.br', import.meta.url))).toString(),
);
type Check = readonly [f: (...inputs: Tensor[]) => unknown, inputs: Tensor[]];

/** Of these the samples are Hermitian: moved element by element they would not be, so half of the sum with the transpose is. */
const hermitian = new Set(['cholesky', 'linalg.cholesky', 'linalg.pinv.hermitian']);
/** What has no slope at its samples, or not to 1e-6: both orders. */
const exceptions: Record<string, string> = {
  float: 'rounds to float32',
  bfloat16: 'rounds to bfloat16',
  half: 'rounds to float16',
};
/** Single samples without a slope. */
const exceptionalSamples: Record<string, Record<number, string>> = {
  index_put: { 1: 'two values are written to one place: which one stays is not said' },
};
/** First derivatives alone. */
const onceOnly: Record<string, string> = {
  'linalg.norm.subgradients_at_zero': 'the second derivative at zero is infinite',
};

const checksOf = (name: string): Check[] => {
  const op = operators[name];
  return (op?.cases ?? []).flatMap((c, i) => {
    if (!op || !c.grads || exceptionalSamples[name]?.[i]) return [];
    const [f, leaves] = differentiable(op, c);
    if (!hermitian.has(name)) return [[f, leaves] as const];
    const whole = (x: Tensor, k: number): Tensor => (k === 0 ? x.add(x.mT).div(2) : x);
    return [[(...xs: Tensor[]) => f(...xs.map(whole)), leaves] as const];
  });
};
const sizeOf = ([, leaves]: Check): number => leaves.reduce((n, t) => n + t.numel(), 0);
const smallest = (checks: readonly Check[]): Check | undefined =>
  checks.filter((c) => sizeOf(c) > 0 && sizeOf(c) <= 64).sort((a, b) => sizeOf(a) - sizeOf(b))[0];
const projected = { fast_mode: true, atol: 1e-4 };

const leaf = (...values: number[]): Tensor => torch.tensor(values, { dtype: torch.float64, requires_grad: true });
const square = (): Tensor => torch.tensor([[2, -1, 0.5], [0.3, 1.7, -0.4], [1.1, 0.2, 3]], { dtype: torch.float64, requires_grad: true }); // biome-ignore format: a matrix
/** Of operators of the table that have no differentiable sample among PyTorch's. */
const others: Record<string, Check> = {
  i1: [(x) => torch.special.i1(x), [leaf(-1.5, 0, 0.3, 4)]],
  polygamma: [(x) => torch.polygamma(1, x), [leaf(0.5, 1.5, 4)]],
  eigh: [(x) => torch.linalg.eigh(x.add(x.mT))[0], [square()]],
  qr: [(x) => torch.linalg.qr(x), [square()]],
  _write: [(x, y) => x.mul(y).copy_(y.sin()).mul(x), [leaf(1, 2), leaf(3, 4)]],
  slice: [(x) => x.slice(0, 1, 3), [leaf(1, 2, 3, 4)]],
  alias: [(x) => x.at('...').mul(x), [leaf(1, 2)]],
  sgn: [(x) => x.sgn().mul(x), [leaf(-1.5, 2)]],
  floor_divide: [(x) => x.floor_divide(0.7).mul(x), [leaf(-1.5, 2)]],
  zero: [(x) => x.mul(2).zero_().add(x), [leaf(-1.5, 2)]],
  bernoulli: [(x) => x.mul(1).bernoulli_(0.5, { generator: seeded() }).mul(x), [leaf(-1.5, 2)]],
  normal: [(x) => x.mul(1).normal_({ generator: seeded() }).mul(x), [leaf(-1.5, 2)]],
  uniform: [(x) => x.mul(1).uniform_({ generator: seeded() }).mul(x), [leaf(-1.5, 2)]],
  exponential: [(x) => x.mul(1).exponential_({ generator: seeded() }).mul(x), [leaf(-1.5, 2)]],
  random: [
    (x) =>
      x
        .mul(1)
        .random_({ generator: seeded() })
        .mul(x.div(2 ** 20)),
    [leaf(-1.5, 2)],
  ],
  nan_to_num_where: [(x) => x.nan_to_num_where(x.gt(0)), [leaf(-1.5, 2)]],
};
const seeded = () => new torch.Generator().manual_seed(3);

const names = Object.keys(operators).filter((name) => operators[name]?.cases.some((c) => c.grads));

describe('the gradient is the slope, and its gradient the slope of the gradient', () => {
  test.each(names.filter((name) => !(name in exceptions)))('%s', (name) => {
    const checks = checksOf(name);
    for (const [f, leaves] of checks) {
      expect(gradcheck(f, leaves, projected)).toBe(true);
      if (!(name in onceOnly)) expect(gradgradcheck(f, leaves, projected)).toBe(true);
    }
    const [f, leaves] = smallest(checks) ?? [];
    if (f && leaves) expect(gradcheck(f, leaves)).toBe(true);
  });
  test.each(Object.keys(others))('%s', (name) => {
    const [f, leaves] = others[name] ?? [() => null, []];
    expect(gradcheck(f, leaves)).toBe(true);
    expect(gradgradcheck(f, leaves, { atol: 1e-4 })).toBe(true);
  });
});

test('ctc_loss, once: PyTorch has no double backward of it either', () => {
  const x = torch.linspace(-1, 2, 24, { dtype: torch.float64 }).reshape(4, 2, 3).requires_grad_(true);
  const targets = torch.tensor([
    [1, 2],
    [2, 2],
  ]);
  const loss = (t: Tensor) => torch.nn.functional.ctc_loss(t.log_softmax(2), targets, [4, 4], [2, 1]);
  expect(gradcheck(loss, [x])).toBe(true);
});

test('every differentiable operator of the table is among them', () => {
  const checked = new Set([
    ...names.map((n) => operators[n]?.name.split('.').at(-1) ?? n),
    ...Object.keys(others),
    '_ctc_loss',
  ]);
  const entries = [...new Set([...table.values()].flat())].filter((o) => o.differentiable && o.entry.on !== 'none');
  const known = entries.map((o) =>
    [o, o.name, ...(o.entry.aliases ?? [])].map((n) => (typeof n === 'string' ? n : n.name)),
  );
  // a convolution is checked as conv1d, conv2d and conv3d
  expect(known.filter((all) => !all.some((n) => checked.has(n))).flat()).toEqual(['convolution', 'convolution']);
});

test('an exception that is none any more leaves the list', () => {
  const passes = (name: string, check: (c: Check) => boolean): boolean => {
    const checks = checksOf(name);
    return checks.length > 0 && checks.every(check);
  };
  const quiet = { ...projected, raise_exception: false };
  expect(Object.keys(exceptions).filter((n) => n !== 'half' && passes(n, ([f, x]) => gradcheck(f, x, quiet)))).toEqual(
    [],
  );
  expect(Object.keys(onceOnly).filter((n) => passes(n, ([f, x]) => gradgradcheck(f, x, quiet)))).toEqual([]);
});
