// mistake: computed-then-dropped
// en: Both gradients are computed first; the one that is not needed is then replaced by null.
// zh: 先把两个梯度都算出来，再把不需要的换成 null。
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
    const [forX, forBeta] = ctx.needs_input_grad;
    const s = x.mul(beta).sigmoid(); // computed again: cheaper to compute than to keep
    const curve = x.mul(s).mul(s.neg().add(1)); // x · s(1 − s)
    const [gx, gbeta] = [grad.mul(s.add(beta.mul(curve))), grad.mul(x).mul(curve).sum()];
    return [forX ? gx : null, forBeta ? gbeta : null];
  }
}
