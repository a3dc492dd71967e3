// mistake: one-max-for-all-rows
// en: One maximum is taken over all rows, so rows far below it vanish in exp.
// zh: 所有行共用一个最大值，远低于它的行在 exp 里下溢成 0。
// fails: survives-large-logits
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
  const shifted = logits.sub(logits.detach().max()); // the largest is 0 now: exp cannot overflow
  const log_probs = shifted.sub(shifted.exp().sum(1, true).log());

  const ignored = target.eq(ignore_index);
  const label = target.masked_fill(ignored, 0); // ignore_index may be no class
  const losses = log_probs.gather(1, label.unsqueeze(1)).squeeze(1).neg().masked_fill(ignored, 0);

  if (reduction === 'none') return losses;
  const total = losses.sum();
  return reduction === 'sum' ? total : total.div(ignored.logical_not().sum());
}
