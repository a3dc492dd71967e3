// mistake: epsilon-inside-the-log
// en: A small epsilon is added to the probability before the logarithm, which caps the loss.
// zh: 取对数之前给概率加了一个很小的 epsilon，损失因此有了上限。
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
  const shifted = logits.sub(logits.detach().amax(1, true)); // the largest is 0 now: exp cannot overflow
  const exps = shifted.exp();
  const log_probs = exps.div(exps.sum(1, true)).add(1e-12).log();

  const ignored = target.eq(ignore_index);
  const label = target.masked_fill(ignored, 0); // ignore_index may be no class
  const losses = log_probs.gather(1, label.unsqueeze(1)).squeeze(1).neg().masked_fill(ignored, 0);

  if (reduction === 'none') return losses;
  const total = losses.sum();
  return reduction === 'sum' ? total : total.div(ignored.logical_not().sum());
}
