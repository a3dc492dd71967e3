import type torch from '#engine/index.ts';
import { FocalLoss, type FocalOptions } from './solution.ts';

/** agree.py computes the same with twin.py: values and gradients for four settings. */
export default (engine: typeof torch, seed: number) => {
  engine.manual_seed(seed);
  const settings: readonly FocalOptions[] = [
    { alpha: 0.25, gamma: 2, reduction: 'mean' },
    { alpha: null, gamma: 0.5, reduction: 'sum' },
    { alpha: 0.75, gamma: 1.3, reduction: 'none' },
    { alpha: 0.5, gamma: 0, reduction: 'none' },
  ];
  return settings.flatMap((options) => {
    const logits = engine.randn(4, 5).mul(20).requires_grad_();
    const targets = engine.randint(0, 2, [4, 5]);
    const loss = new FocalLoss(options)(logits, targets);
    loss.sum().backward();
    return [loss.flatten().tolist(), logits.grad?.flatten().tolist()];
  });
};
