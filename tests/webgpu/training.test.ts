// The same seed, model and data on the CPU and on the GPU: the losses of a run are the same to 1e-3.
import { expect, test } from 'vitest';
import torch, { nn, optim, type Tensor } from '#engine/index.ts';
import { gpu } from './gpu.ts';

type Made = { model: nn.Module; optimizer: optim.Optimizer; loss: () => Tensor };
const runs: Record<string, (device: string) => Made> = {
  'a classifier with dropout, layer norm and Adam': (device) => {
    const model = new nn.Sequential(
      new nn.Linear(8, 32),
      new nn.LayerNorm(32),
      new nn.GELU(),
      new nn.Dropout(0.2),
      new nn.Linear(32, 5),
    ).to(device);
    const x = torch.randn(40, 8).to(device);
    const y = torch.randint(0, 5, [40]).to(device);
    return {
      model,
      optimizer: new optim.Adam(model.parameters(), { lr: 0.01 }) as never,
      loss: () => nn.functional.cross_entropy(model(x) as Tensor, y),
    };
  },
  'a convolutional network with batch norm, pooling and SGD with momentum': (device) => {
    const model = new nn.Sequential(
      new nn.Conv2d(2, 6, 3, { padding: 1 }),
      new nn.BatchNorm2d(6),
      new nn.ReLU(),
      new nn.MaxPool2d(2),
      new nn.Flatten(),
      new nn.Linear(6 * 4 * 4, 3),
    ).to(device);
    const x = torch.randn(6, 2, 8, 8).to(device);
    const y = torch.randn(6, 3).to(device);
    return {
      model,
      optimizer: new optim.SGD(model.parameters(), { lr: 0.05, momentum: 0.9 }) as never,
      loss: () => nn.functional.mse_loss(model(x) as Tensor, y),
    };
  },
};

test.each(Object.keys(runs))('%s', (name) => {
  const losses = ['cpu', gpu.name].map((device) => {
    torch.manual_seed(3);
    const made = runs[name]?.(device);
    if (!made) throw new Error(name);
    return Array.from({ length: 50 }, () => {
      made.optimizer.zero_grad();
      const loss = made.loss();
      loss.backward();
      made.optimizer.step();
      return loss.item();
    });
  });
  const [here = [], there = []] = losses;
  expect(here.at(-1)).toBeLessThan((here[0] ?? 0) / 1.5);
  here.forEach((loss, i) => expect(Math.abs(loss - (there[i] ?? Number.NaN))).toBeLessThan(1e-3));
});
