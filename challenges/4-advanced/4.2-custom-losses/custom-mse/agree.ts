import type torch from '#engine/index.ts';
import { MSE, mse } from './solution.ts';

/** agree.py computes the same with twin.py, and compares it with torch.nn.functional.mse_loss where there is no weight. */
export default (engine: typeof torch, seed: number) => {
  engine.manual_seed(seed);
  const input = engine.randn(5, 3).requires_grad_(true);
  const target = engine.randn(5, 3);
  const weight = engine.rand(5, 3);
  const upstream = engine.randn(5, 3);
  target.at(2, 1).fill_(Number.NaN);
  weight.at(2, 1).fill_(0);

  const losses = mse(input, target, { weight, reduction: 'none' });
  losses.mul(upstream).sum().backward();
  const mean = new MSE()(input, target, weight);
  const counted = target.nan_to_num();
  const plain = (['none', 'sum', 'mean'] as const).map((reduction) => new MSE({ reduction })(input, counted));
  return [losses, mean, input.grad, ...plain].map((tensor) => tensor?.detach().flatten().tolist());
};
