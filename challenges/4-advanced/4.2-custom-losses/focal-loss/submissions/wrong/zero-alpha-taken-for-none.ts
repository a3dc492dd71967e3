// mistake: zero-alpha-taken-for-none
// en: `if (alpha)` takes an alpha of 0 for none.
// zh: 用 `if (alpha)` 判断，alpha 为 0 时被当成了没有。
// fails: weighs-the-classes
import torch, { nn, type Tensor } from 'torch';

const { logsigmoid } = nn.functional;

export interface FocalOptions {
  alpha?: number | null;
  gamma?: number;
  reduction?: 'mean' | 'sum' | 'none';
}

export class FocalLoss extends nn.Module {
  readonly alpha: number | null;
  readonly gamma: number;
  readonly reduction: string;

  constructor({ alpha = 0.25, gamma = 2, reduction = 'mean' }: FocalOptions = {}) {
    super();
    if (!['mean', 'sum', 'none'].includes(reduction))
      throw new Error(`${reduction} is not a valid value for reduction`);
    this.alpha = alpha;
    this.gamma = gamma;
    this.reduction = reduction;
  }

  forward(logits: Tensor, targets: Tensor): Tensor {
    const y = targets.to(logits.dtype);
    const margin = logits.mul(y.mul(2).sub(1)); // x for a positive, −x for a negative
    const log_pt = logsigmoid(margin);
    const log_miss = logsigmoid(margin.neg()); // log(1 − p_t), finite where 1 − p_t has long become 0
    let loss = log_pt.mul(log_miss.mul(this.gamma).exp()).neg();
    if (this.alpha) loss = loss.mul(y.mul(2 * this.alpha - 1).add(1 - this.alpha));
    if (this.reduction === 'mean') return loss.mean();
    return this.reduction === 'sum' ? loss.sum() : loss;
  }
}
