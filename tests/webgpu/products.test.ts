// Matrix products and convolutions both ways the device can compute them: by tiles in a workgroup's memory, as on a GPU, and
// straight from memory, as where the GPU is the processor.
import { afterAll, describe, expect, test } from 'vitest';
import torch, { nn, type Tensor } from '#engine/index.ts';
import { gpu } from './gpu.ts';

const usual = gpu.usesTiles;
afterAll(() => {
  gpu.usesTiles = usual;
});

const cases: Record<string, (device: string) => Tensor> = {
  'a product of odd sizes': (device) => torch.randn(45, 37).to(device).matmul(torch.randn(37, 70).to(device)),
  'both operands transposed': (device) => torch.randn(33, 40).to(device).t().matmul(torch.randn(50, 33).to(device).t()),
  'a batch with a shared operand': (device) => torch.randn(3, 20, 17).to(device).matmul(torch.randn(17, 12).to(device)),
  'a bias, scaled': (device) =>
    torch.addmm(torch.randn(40).to(device), torch.randn(20, 64).to(device), torch.randn(64, 40).to(device), {
      beta: 0.5,
      alpha: 2,
    }),
  integers: (device) =>
    torch.arange(600).reshape(20, 30).to(device).matmul(torch.arange(900).reshape(30, 30).to(device)),
  'a convolution with stride, padding, dilation and groups': (device) =>
    nn.functional.conv2d(
      torch.randn(2, 6, 15, 14).to(device),
      torch.randn(12, 2, 3, 3).to(device),
      torch.randn(12).to(device),
      [2, 1],
      [2, 1],
      [2, 1],
      3,
    ),
  'the gradients of a convolution': (device) => {
    const x = torch.randn(2, 4, 11, 12).to(device).requires_grad_(true);
    const w = torch.randn(10, 4, 3, 3).to(device).requires_grad_(true);
    nn.functional.conv2d(x, w, null, 2, 1).square().sum().backward();
    return torch.cat([x.grad, w.grad].map((t) => (t as Tensor).reshape(-1)));
  },
};

describe.each([true, false])('by tiles: %s', (usesTiles) => {
  test.each(Object.keys(cases))('%s', (name) => {
    gpu.usesTiles = usesTiles;
    const [here, there] = ['cpu', gpu.name].map((device) => {
      torch.manual_seed(1);
      return cases[name]?.(device);
    });
    if (!here || !there) throw new Error(name);
    expect(there.device).toBe(gpu.name);
    expect(there.dtype).toBe(here.dtype);
    torch.testing.assert_close(there.cpu(), here, { rtol: 1e-4, atol: 1e-4 });
  });
});
