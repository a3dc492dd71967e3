import { nn, type Tensor } from 'torch';

export interface Options {
  reduction?: 'none' | 'mean' | 'sum';
  ignore_index?: number;
}

export function cross_entropy(logits: Tensor, target: Tensor, options: Options = {}): Tensor {
  const { reduction = 'mean', ignore_index = -100 } = options;
  const counts = target.ne(ignore_index);
  const label = target.where(counts, target.mul(0));
  // (N, …, C) to (N, C, …)
  const hot = nn.functional.one_hot(label, logits.size(1)).movedim(-1, 1).bool();

  const x = logits.sub(logits.amax({ dim: 1, keepdim: true }));
  const score = x.masked_fill(hot.logical_not(), 0).sum(1);
  const losses = x.exp().sum(1).log().sub(score).masked_fill(counts.logical_not(), 0);
  if (reduction === 'none') return losses;
  return reduction === 'mean' ? losses.sum().mul(1 / counts.sum().item()) : losses.sum();
}
