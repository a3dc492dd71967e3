// mistake: beta-averaged
// en: The parts of beta from all elements are averaged, not summed.
// zh: beta 从各元素得到的梯度取了平均，应当求和。
// fails: gives-both-gradients, keeps-calls-apart, can-be-differentiated-twice
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
    return [
      forX ? grad.mul(s.add(beta.mul(curve))) : null,
      forBeta ? grad.mul(x).mul(curve).mean() : null, // beta reaches every element
    ];
  }
}
