import { expect, test } from 'vitest';
import torch, { autograd, nn } from './index.ts';
import { meters } from './meters.ts';

function metered(body: () => void) {
  meters.start();
  try {
    body();
  } finally {
    expect(meters.on).toBe(true);
  }
  return meters.stop();
}

test('operators, kernels, recorded operations and walks are counted', () => {
  const x = torch.ones(4, { requires_grad: true });
  const reading = metered(() => x.mul(x).sum().backward());
  expect(reading.operators).toMatchObject({ sum: 1 });
  expect(reading).toMatchObject({ recorded: 2, backwards: 1 });
  expect(reading.operators['mul']).toBeGreaterThanOrEqual(1);
  expect(reading.kernels).toBeGreaterThanOrEqual(3);
  expect(meters.on).toBe(false);
});
test('nothing is counted outside a stretch', () => {
  torch.ones(3).add(1);
  expect(metered(() => {})).toMatchObject({ operators: {}, flops: 0, recorded: 0, savedBytes: 0, allocatedBytes: 0 });
});
test('a memory that is kept twice counts once, and one that was there before not at all', () => {
  const x = torch.ones([100], { requires_grad: true });
  const reading = metered(() => {
    const a = x.mul(2); // keeps nothing that the stretch made
    a.mul(a).sum().backward(); // keeps a, twice
  });
  expect(reading).toMatchObject({ savedBytes: 400, savedBytesPeak: 400, savedBytesLeft: 0 });
});
test('a budget throws before what is kept and a new tensor would exceed it', () => {
  const x = torch.ones([256, 1024], { requires_grad: true });
  const deep = (layers: number) => () => {
    let y = x.mul(2);
    for (let i = 0; i < layers; i++) y = y.exp();
  };
  const within = (budgetBytes: number, body: () => void) => {
    meters.start(budgetBytes);
    try {
      body();
    } finally {
      meters.stop();
    }
  };
  expect(() => within(5 * 2 ** 20, deep(5))).not.toThrow();
  expect(() => within(5 * 2 ** 20, deep(6))).toThrow(
    'out of memory. Tried to allocate 1.00 MiB (5.00 MiB total capacity; 5.00 MiB already allocated',
  );
  expect(() => within(5 * 2 ** 20, deep(6))).toThrow(torch.cuda.OutOfMemoryError);
  expect(() => within(5 * 2 ** 20, () => torch.no_grad(deep(50)))).not.toThrow();
  deep(50)();
});
test('the peak is the most kept at one time', () => {
  const x = torch.ones([10], { requires_grad: true });
  const step = () => x.mul(3).exp().sum();
  const one = metered(() => step().backward()).savedBytesPeak;
  expect(one).toBe(40);
  const apart = metered(() => {
    step().backward();
    step().backward();
  });
  expect(apart).toMatchObject({ savedBytes: 2 * one, savedBytesPeak: one });
  expect(metered(() => step().add(step()).backward()).savedBytesPeak).toBe(2 * one);
});
test('a graph without backward stays kept; no_grad keeps nothing', () => {
  const x = torch.ones([10], { requires_grad: true });
  expect(metered(() => void x.mul(3).exp()).savedBytesLeft).toBe(40);
  expect(metered(() => torch.no_grad(() => x.mul(3).exp()))).toMatchObject({ savedBytes: 0, recorded: 0 });
});
test('what a hook packs is what is kept', () => {
  const x = torch.ones([10], { requires_grad: true });
  const reading = metered(() =>
    autograd.graph.saved_tensors_hooks(
      (t) => t.to(torch.float16),
      (t) => (t as typeof x).to(torch.float32),
      () => x.mul(3).exp(),
    ),
  );
  expect(reading.savedBytes).toBe(20);
});
test('a matrix product is 2mnk operations, a pointwise one its elements', () => {
  const [a, b] = [torch.ones([2, 3]), torch.ones([3, 5])];
  expect(metered(() => a.matmul(b)).flops).toBe(60);
  expect(metered(() => a.relu()).flops).toBe(6);
  const conv = new nn.Conv2d(3, 4, 3, { bias: false });
  const image = torch.ones([2, 3, 8, 8]);
  const direct = 2 * (2 * 4 * 6 * 6) * (3 * 3 * 3);
  expect(metered(() => torch.no_grad(() => conv(image))).flops).toBe(direct);
});
test('bytes of tensors made: views are free', () => {
  const x = torch.ones([4, 4]);
  expect(metered(() => x.t().reshape(-1, 2).t())).toMatchObject({ allocatedBytes: 64 });
  expect(metered(() => x.t().view_as(x.t()))).toMatchObject({ allocatedBytes: 0 });
  expect(metered(() => x.add(1).sum())).toMatchObject({ largestBytes: 64, allocatedBytes: 68 });
});
test('a stretch inside a stretch counts in both', () => {
  const x = torch.ones([10], { requires_grad: true });
  meters.start();
  x.exp();
  const inner = metered(() => x.exp().sin());
  const outer = meters.stop();
  expect(inner.operators).toEqual({ exp: 1, sin: 1 });
  expect(outer.operators).toEqual({ exp: 2, sin: 1 });
  expect(outer.savedBytes).toBe(inner.savedBytes + 40);
});
