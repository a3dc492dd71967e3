import type torch from '#engine/index.ts';
import { train_accumulated } from './solution.ts';

/** agree.py computes the same with twin.py, and compares twin.py with steps on whole batches. */
export default (engine: typeof torch, seed: number) => {
  engine.manual_seed(seed);
  const { nn } = engine;
  const model = new nn.Sequential(new nn.Linear(3, 8), new nn.Tanh(), new nn.Linear(8, 2));
  const losses = train_accumulated({
    model,
    batches: [4, 4, 3, 4, 2].map((n) => [engine.randn(n, 3), engine.randn(n, 2)]),
    loss_fn: new nn.MSELoss(),
    optimizer: new engine.optim.SGD(model.parameters(), { lr: 0.1, momentum: 0.9 }),
    accumulate: 3,
  });
  return [losses, ...[...model.parameters()].map((p) => p.detach().flatten().tolist())];
};
