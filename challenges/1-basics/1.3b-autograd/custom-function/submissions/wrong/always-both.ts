// mistake: always-both
// en: Both gradients are always computed and returned.
// zh: 总是计算并返回两个梯度。
// fails: answers-only-what-is-asked
import torch, { type FunctionCtx, type Tensor } from 'torch';

export class Swish extends torch.autograd.Function {
  static override forward(ctx: FunctionCtx, x: Tensor, beta: Tensor): Tensor {
    ctx.save_for_backward(x, beta);
    return x.mul(x.mul(beta).sigmoid());
  }

  static override backward(ctx: FunctionCtx, grad: Tensor): (Tensor | null)[] {
    const [x, beta] = ctx.saved_tensors;
    if (!x || !beta) throw new Error('x and beta were saved');
    const s = x.mul(beta).sigmoid(); // computed again: cheaper to compute than to keep
    const curve = x.mul(s).mul(s.neg().add(1)); // x · s(1 − s)
    return [
      grad.mul(s.add(beta.mul(curve))),
      grad.mul(x).mul(curve).sum(), // beta reaches every element
    ];
  }
}
