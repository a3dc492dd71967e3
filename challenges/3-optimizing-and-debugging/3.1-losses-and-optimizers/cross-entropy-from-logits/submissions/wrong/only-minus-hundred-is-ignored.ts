// mistake: only-minus-hundred-is-ignored
// en: The value −100 is ignored whatever ignore_index says.
// zh: 不管 ignore_index 是多少，只忽略 −100。
// fails: skips-ignored-targets
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

  const ignored = target.eq(-100);
  const label = target.masked_fill(ignored, 0).clamp({ min: 0, max: logits.size(1) - 1 }); // ignore_index may be no class
  const losses = log_probs.gather(1, label.unsqueeze(1)).squeeze(1).neg().masked_fill(ignored, 0);

  if (reduction === 'none') return losses;
  const total = losses.sum();
  return reduction === 'sum' ? total : total.div(ignored.logical_not().sum());
}
