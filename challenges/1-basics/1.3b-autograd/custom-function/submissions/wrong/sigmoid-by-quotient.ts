// mistake: sigmoid-by-quotient
// en: The sigmoid is computed as eᵗ / (1 + eᵗ), which is ∞ / ∞ for large t.
// zh: sigmoid 按 eᵗ / (1 + eᵗ) 计算，t 很大时变成 ∞ / ∞。
// fails: computes-the-values, gives-both-gradients
import torch, { type FunctionCtx, type Tensor } from 'torch';

export class Swish extends torch.autograd.Function {
  static override forward(ctx: FunctionCtx, x: Tensor, beta: Tensor): Tensor {
    ctx.save_for_backward(x, beta);
    return x.mul(x.mul(beta).exp().div(x.mul(beta).exp().add(1)));
  }

  static override backward(ctx: FunctionCtx, grad: Tensor): (Tensor | null)[] {
    const [x, beta] = ctx.saved_tensors;
    if (!x || !beta) throw new Error('x and beta were saved');
    const [forX, forBeta] = ctx.needs_input_grad;
    const s = x.mul(beta).exp().div(x.mul(beta).exp().add(1)); // computed again: cheaper to compute than to keep
    const curve = x.mul(s).mul(s.neg().add(1)); // x · s(1 − s)
    return [
      forX ? grad.mul(s.add(beta.mul(curve))) : null,
      forBeta ? grad.mul(x).mul(curve).sum() : null, // beta reaches every element
    ];
  }
}
