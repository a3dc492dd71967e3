import torch, { nn, type FunctionCtx, type Tensor } from 'torch';

export interface FocalOptions {
  alpha?: number | null;
  gamma?: number;
  reduction?: 'mean' | 'sum' | 'none';
}

/** −q^γ log p of a margin, with its derivative q^γ (γ p log p − q) written out. */
class Focal extends torch.autograd.Function {
  static override forward(ctx: FunctionCtx, margin: Tensor, gamma: number): Tensor {
    const log_p = nn.functional.logsigmoid(margin);
    const log_q = log_p.sub(margin);
    const weight = log_q.mul(gamma).exp();
    ctx.save_for_backward(weight.mul(log_p.exp().mul(log_p).mul(gamma).sub(log_q.exp())));
    return weight.mul(log_p).neg();
  }

  static override backward(ctx: FunctionCtx, grad: Tensor) {
    const [slope] = ctx.saved_tensors;
    return [slope ? grad.mul(slope) : null, null];
  }
}

export class FocalLoss extends nn.Module {
  readonly weights: readonly [negative: number, positive: number];
  readonly gamma: number;
  readonly reduction: string;

  constructor(options?: FocalOptions) {
    super();
    const { alpha = 0.25, gamma = 2, reduction = 'mean' } = options ?? {};
    if (reduction !== 'mean' && reduction !== 'sum' && reduction !== 'none') throw new TypeError('reduction');
    this.weights = alpha === null ? [1, 1] : [1 - alpha, alpha];
    this.gamma = gamma;
    this.reduction = reduction;
  }

  forward(logits: Tensor, targets: Tensor): Tensor {
    const [negative, positive] = this.weights;
    const y = targets.to(logits.dtype);
    const each: Tensor = Focal.apply(logits.mul(y.mul(2).sub(1)), this.gamma);
    const loss = each.mul(y.mul(positive)).add(each.mul(y.neg().add(1).mul(negative)));
    if (this.reduction === 'none') return loss;
    return loss.sum().div(this.reduction === 'mean' ? loss.numel() : 1);
  }
}
