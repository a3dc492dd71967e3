// mistake: kept-as-attributes
// en: x and beta are kept as attributes of ctx, where nobody notices that they were changed in place.
// zh: 把 x 和 beta 存成 ctx 的属性，被原地修改时没有人会发现。
// fails: keeps-only-its-inputs
import torch, { type FunctionCtx, type Tensor } from 'torch';

export class Swish extends torch.autograd.Function {
  static override forward(ctx: FunctionCtx, x: Tensor, beta: Tensor): Tensor {
    ctx.x = x;
    ctx.beta = beta;
    return x.mul(x.mul(beta).sigmoid());
  }

  static override backward(ctx: FunctionCtx, grad: Tensor): (Tensor | null)[] {
    const { x, beta } = ctx;
    const [forX, forBeta] = ctx.needs_input_grad;
    const s = x.mul(beta).sigmoid(); // computed again: cheaper to compute than to keep
    const curve = x.mul(s).mul(s.neg().add(1)); // x · s(1 − s)
    return [
      forX ? grad.mul(s.add(beta.mul(curve))) : null,
      forBeta ? grad.mul(x).mul(curve).sum() : null, // beta reaches every element
    ];
  }
}
