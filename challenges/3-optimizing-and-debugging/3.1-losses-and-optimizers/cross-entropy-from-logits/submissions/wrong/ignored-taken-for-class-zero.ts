// mistake: ignored-taken-for-class-zero
// en: Ignored targets are only moved to class 0, and their loss is kept.
// zh: 只是把被忽略的目标换成类别 0，它们的损失仍然保留。
// fails: skips-ignored-targets, takes-more-dimensions
import torch, { type Tensor } from 'torch';

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
  const losses = log_probs.gather(1, label.unsqueeze(1)).squeeze(1).neg();

  if (reduction === 'none') return losses;
  const total = losses.sum();
  return reduction === 'sum' ? total : total.div(ignored.logical_not().sum());
}
