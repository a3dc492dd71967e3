// mistake: clamped-probability
// en: Probabilities are clamped before the logarithm: large losses are cut off, and their gradient is zero.
// zh: 取对数之前把概率截断：很大的损失被削平，梯度变成零。
// fails: is-stable
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
    const log_pt = margin
      .sigmoid()
      .clamp(1e-7, 1 - 1e-7)
      .log();
    const log_miss = logsigmoid(margin.neg()); // log(1 − p_t), finite where 1 − p_t has long become 0
    let loss = log_pt.mul(log_miss.mul(this.gamma).exp()).neg();
    if (this.alpha !== null) loss = loss.mul(y.mul(2 * this.alpha - 1).add(1 - this.alpha));
    if (this.reduction === 'mean') return loss.mean();
    return this.reduction === 'sum' ? loss.sum() : loss;
  }
}
