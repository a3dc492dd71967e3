// mistake: kept-on-the-class
// en: x and beta are kept in static fields of the class, which all calls share.
// zh: 把 x 和 beta 存在类的静态字段里，所有调用共用一份。
// fails: keeps-only-its-inputs, keeps-calls-apart
import torch, { type FunctionCtx, type Tensor } from 'torch';

export class Swish extends torch.autograd.Function {
  static x: Tensor;
  static beta: Tensor;

  static override forward(ctx: FunctionCtx, x: Tensor, beta: Tensor): Tensor {
    Swish.x = x;
    Swish.beta = beta;
    return x.mul(x.mul(beta).sigmoid());
  }

  static override backward(ctx: FunctionCtx, grad: Tensor): (Tensor | null)[] {
    const { x, beta } = Swish;
    const [forX, forBeta] = ctx.needs_input_grad;
    const s = x.mul(beta).sigmoid(); // computed again: cheaper to compute than to keep
    const curve = x.mul(s).mul(s.neg().add(1)); // x · s(1 − s)
    return [
      forX ? grad.mul(s.add(beta.mul(curve))) : null,
      forBeta ? grad.mul(x).mul(curve).sum() : null, // beta reaches every element
    ];
  }
}
