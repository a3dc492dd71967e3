import type torch from '#engine/index.ts';
import { cross_entropy } from './solution.ts';

/** agree.py computes the same with twin.py, and compares twin.py with torch.nn.functional.cross_entropy. */
export default (engine: typeof torch, seed: number) => {
  engine.manual_seed(seed);
  const logits = engine.randn(6, 5, 3).mul(40).requires_grad_(true);
  const target = engine.randint(0, 5, [6, 3]);
  target.at(2, 1).fill_(-100);
  const weights = engine.randn(6, 3);

  const losses = cross_entropy(logits, target, { reduction: 'none' });
  losses.mul(weights).sum().backward();
  const mean = cross_entropy(logits, target);
  const padded = cross_entropy(logits, target.clamp({ min: 0 }), { reduction: 'sum', ignore_index: 0 });
  return [losses, mean, padded, logits.grad].map((tensor) => tensor?.detach().flatten().tolist());
};
