import torch, { type Tensor } from 'torch';

export interface Options {
  reduction?: 'none' | 'mean' | 'sum';
  ignore_index?: number;
}

// Classes to the end, everything else to rows; only rows that count are looked at.
export function cross_entropy(logits: Tensor, target: Tensor, options?: Options): Tensor {
  const { reduction, ignore_index } = { reduction: 'mean', ignore_index: -100, ...options };
  const classes = logits.size(1);
  const rows = logits.movedim(1, -1).reshape(-1, classes);
  const labels = target.reshape(-1);
  const kept = labels.ne(ignore_index).nonzero().squeeze(1);

  const x = rows.index_select(0, kept);
  const [top] = x.max(1);
  const log_sum = x.sub(top.unsqueeze(1)).exp().sum(1).log().add(top);
  const own = torch.take_along_dim(x, labels.index_select(0, kept).unsqueeze(1), 1).squeeze(1);
  const losses = log_sum.sub(own);

  if (reduction === 'sum') return losses.sum();
  if (reduction === 'mean') return losses.mean();
  return torch.zeros(labels.size(0), { dtype: logits.dtype }).index_add(0, kept, losses).reshape(target.shape);
}
