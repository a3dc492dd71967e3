// mistake: softmax-first
// en: Softmax is applied to the logits first, so the loss applies it a second time.
// zh: 先对 logits 做了一次 softmax，损失里又做了一次。
// fails: computes-the-loss, gives-the-gradient, survives-large-logits, allows-masked-classes, reduces-as-asked, skips-ignored-targets, takes-more-dimensions
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
  const exps = logits.sub(logits.detach().amax(1, true)).exp();
  const shifted = exps.div(exps.sum(1, true));
  const log_probs = shifted.sub(shifted.exp().sum(1, true).log());

  const ignored = target.eq(ignore_index);
  const label = target.masked_fill(ignored, 0); // ignore_index may be no class
  const losses = log_probs.gather(1, label.unsqueeze(1)).squeeze(1).neg().masked_fill(ignored, 0);

  if (reduction === 'none') return losses;
  const total = losses.sum();
  return reduction === 'sum' ? total : total.div(ignored.logical_not().sum());
}
