// Sizes at which a kernel goes another way: several workgroups to a sum, rows of workgroups, long lines, big transfers.
import { expect, test } from 'vitest';
import torch, { type Tensor } from '#engine/index.ts';
import { gpu } from './gpu.ts';

const there = (t: Tensor): Tensor => t.to(gpu.name);
const same = (actual: Tensor, wanted: Tensor, tolerance = 1e-5): void =>
  void torch.testing.assert_close(actual.cpu(), wanted, { rtol: tolerance, atol: tolerance });

test('three million elements: more workgroups than one row has, and reads and writes in parts', () => {
  const x = torch.arange(3_000_000, { dtype: torch.float32 });
  const y = there(x).mul(0.5).add(1);
  expect(y.at(2_999_999).item()).toBe(1_500_000.5);
  same(y, x.mul(0.5).add(1));
});

test('products of more columns, and of more rows, than one dimension has workgroups for', () => {
  const n = 2_200_000;
  const [a, b] = [
    torch.tensor([[1, 2]]),
    torch
      .arange(2 * n, { dtype: torch.float32 })
      .remainder(1000)
      .reshape(2, n),
  ];
  const wide = there(a.float()).matmul(there(b));
  same(wide, a.float().matmul(b));
  const column = torch.arange(9, { dtype: torch.float32 }).reshape(1, 9);
  const tall = there(b.at(0).reshape(n, 1)).matmul(there(column));
  same(
    tall.at([n - 1, n - 2]),
    b
      .at(0)
      .at([n - 1, n - 2])
      .reshape(2, 1)
      .matmul(column),
  );
  same(tall.sum(0), b.at(0).sum().mul(column).reshape(-1), 1e-4);
});

test('sums, extremes and places of a long row', () => {
  torch.manual_seed(0);
  const x = torch.randn(2, 150_000);
  x.set_at(9, 1, 77_777);
  const g = there(x);
  same(g.sum(1), x.sum(1), 1e-3);
  same(g.var(1), x.var(1), 1e-4);
  same(g.amin(), x.amin());
  same(g.gt(8).any(1), x.gt(8).any(1));
  same(g.ne(0).sum(), x.ne(0).sum());
  expect(g.argmax(1).at(1).item()).toBe(77_777);
});

test('running sums, products and log-sums of a line of 5000', () => {
  torch.manual_seed(0);
  const x = torch.randn(3, 5000);
  const g = there(x);
  same(g.cumsum(1), x.cumsum(1), 1e-4);
  same(g.logcumsumexp(1), x.logcumsumexp(1), 1e-4);
  same(g.mul(0.01).add(1).cumprod(1), x.mul(0.01).add(1).cumprod(1), 1e-3);
  const n = torch.arange(700);
  same(there(n).cumsum(0), n.cumsum(0));
});

test('lines of 1024 are sorted on the GPU; longer ones on the CPU, which is counted', () => {
  torch.manual_seed(0);
  const counted = (): number => gpu.fallbacks.get('sort') ?? 0;
  const before = counted();
  const x = torch.randint(0, 300, [2, 1024]);
  same(there(x).sort(1, true).indices, x.sort({ dim: 1, descending: true, stable: true }).indices);
  expect(counted()).toBe(before);
  const y = torch.randn(1500);
  same(there(y).sort().values, y.sort().values);
  expect(counted()).toBe(before + 1);
});
