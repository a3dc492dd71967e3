// mistake: normaliser-detached
// en: The normaliser is detached, so the softmax part of the gradient is missing.
// zh: 归一化项被 detach，梯度里少了 softmax 那一部分。
// fails: gives-the-gradient, survives-large-logits, allows-masked-classes, skips-ignored-targets, takes-more-dimensions
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
  const log_probs = shifted.sub(shifted.exp().sum(1, true).log().detach());

  const ignored = target.eq(ignore_index);
  const label = target.masked_fill(ignored, 0); // ignore_index may be no class
  const losses = log_probs.gather(1, label.unsqueeze(1)).squeeze(1).neg().masked_fill(ignored, 0);

  if (reduction === 'none') return losses;
  const total = losses.sum();
  return reduction === 'sum' ? total : total.div(ignored.logical_not().sum());
}
