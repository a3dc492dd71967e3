// mistake: one-hot-times-minus-infinity
// en: One-hot is multiplied with the log-probabilities: 0 · (−∞) is NaN for a masked class.
// zh: 用 one-hot 去乘对数概率：被屏蔽的类别会得到 0 · (−∞) = NaN。
// fails: allows-masked-classes
import torch, { nn, type Tensor } from 'torch';

export interface Options {
  reduction?: 'none' | 'mean' | 'sum';
  ignore_index?: number;
}

export function cross_entropy(
  logits: Tensor,
  target: Tensor,
  { reduction = 'mean', ignore_index = -100 }: Options = {},
): Tensor {
  const shifted = logits.sub(logits.detach().amax(1, true)); // the largest is 0 now: exp cannot overflow
  const log_probs = shifted.sub(shifted.exp().sum(1, true).log());

  const ignored = target.eq(ignore_index);
  const label = target.masked_fill(ignored, 0); // ignore_index may be no class
  const hot = nn.functional.one_hot(label, logits.size(1)).movedim(-1, 1);
  const losses = log_probs.mul(hot).sum(1).neg().masked_fill(ignored, 0);

  if (reduction === 'none') return losses;
  const total = losses.sum();
  return reduction === 'sum' ? total : total.div(ignored.logical_not().sum());
}
