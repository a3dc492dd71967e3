// mistake: exponentials-overflow
// en: σ′ is computed as e⁻ᵗ / (1 + e⁻ᵗ)², which is ∞ / ∞ for large negative t.
// zh: σ′ 按 e⁻ᵗ / (1 + e⁻ᵗ)² 计算，t 是很大的负数时变成 ∞ / ∞。
// fails: gives-both-gradients
import torch, { type FunctionCtx, type Tensor } from 'torch';

export class Swish extends torch.autograd.Function {
  static override forward(ctx: FunctionCtx, x: Tensor, beta: Tensor): Tensor {
    ctx.save_for_backward(x, beta);
    return x.mul(x.mul(beta).sigmoid());
  }

  static override backward(ctx: FunctionCtx, grad: Tensor): (Tensor | null)[] {
    const [x, beta] = ctx.saved_tensors;
    if (!x || !beta) throw new Error('x and beta were saved');
    const [forX, forBeta] = ctx.needs_input_grad;
    const s = x.mul(beta).sigmoid(); // computed again: cheaper to compute than to keep
    const curve = x.mul(x.mul(beta).neg().exp()).div(x.mul(beta).neg().exp().add(1).pow(2));
    return [
      forX ? grad.mul(s.add(beta.mul(curve))) : null,
      forBeta ? grad.mul(x).mul(curve).sum() : null, // beta reaches every element
    ];
  }
}
