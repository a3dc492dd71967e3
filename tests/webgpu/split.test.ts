// Long products with few results: cut into shares that are summed apart, unless the program asks for deterministic algorithms.
import { afterEach, describe, expect, test, vi } from 'vitest';
import torch, { nn, type Tensor } from '#engine/index.ts';
import { gpu } from './gpu.ts';

const usual = gpu.usesTiles;
afterEach(() => {
  gpu.usesTiles = usual;
  torch.use_deterministic_algorithms(false);
  vi.restoreAllMocks();
});

const cases: Record<string, (device: string) => Tensor> = {
  'a product of tall matrices': (device) => torch.randn(24, 5000).to(device).matmul(torch.randn(5000, 40).to(device)),
  'a row by a column': (device) => torch.randn(1, 100_000).to(device).matmul(torch.randn(100_000, 1).to(device)),
  'the last share being shorter': (device) => torch.randn(3, 1100).to(device).matmul(torch.randn(1100, 2).to(device)),
  'a batch, the first operand transposed': (device) =>
    torch
      .randn(3, 1500, 9)
      .to(device)
      .transpose(1, 2)
      .matmul(torch.randn(3, 1500, 11).to(device)),
  'a bias, scaled': (device) =>
    torch.addmm(torch.randn(10).to(device), torch.randn(12, 3000).to(device), torch.randn(3000, 10).to(device), {
      beta: 0.5,
      alpha: 2,
    }),
  integers: (device) => {
    const [a, b] = [
      torch.arange(6000).remainder(97).reshape(2, 3000),
      torch.arange(9000).remainder(89).reshape(3000, 3),
    ];
    return a.to(device).matmul(b.to(device));
  },
  'float16, summed in float32': (device) =>
    torch.ones(1, 4096).half().to(device).matmul(torch.ones(4096, 1).half().to(device)),
  'the gradient of the weights of a convolution': (device) => {
    const w = torch.randn(6, 2, 3, 3).to(device).requires_grad_(true);
    nn.functional
      .conv2d(torch.randn(4, 4, 20, 20).to(device), w, null, 1, 1, 1, 2)
      .square()
      .sum()
      .backward();
    return (w.grad as Tensor).reshape(-1);
  },
};
function computed(name: string, device: string): Tensor {
  torch.manual_seed(1);
  const found = cases[name]?.(device);
  if (!found) throw new Error(name);
  return found;
}

describe.each([true, false])('by tiles: %s', (usesTiles) => {
  test.each(Object.keys(cases))('%s', (name) => {
    gpu.usesTiles = usesTiles;
    const wanted = computed(name, 'cpu');
    const launch = vi.spyOn(gpu, 'launch');
    const isSplit = (): boolean => launch.mock.calls.some(([{ key }]) => key.startsWith('product-joined'));
    const tolerance = { rtol: 1e-4, atol: 2e-3 };

    const there = computed(name, gpu.name);
    expect(isSplit()).toBe(true);
    torch.testing.assert_close(there.cpu(), wanted, tolerance);
    // Not by luck of timing: again the same to the last bit.
    expect(computed(name, gpu.name).tolist()).toEqual(there.tolist());

    launch.mockClear();
    torch.use_deterministic_algorithms(true);
    const ordered = computed(name, gpu.name);
    expect(isSplit()).toBe(false);
    torch.testing.assert_close(ordered.cpu(), wanted, tolerance);
  });
});

test('what is short, or has many results, stays whole', () => {
  const launch = vi.spyOn(gpu, 'launch');
  torch.ones(8, 1000).to(gpu.name).matmul(torch.ones(1000, 8).to(gpu.name));
  torch.ones(600, 1024).to(gpu.name).matmul(torch.ones(1024, 600).to(gpu.name));
  expect(launch.mock.calls.filter(([{ key }]) => key.startsWith('product'))).toHaveLength(2);
});
