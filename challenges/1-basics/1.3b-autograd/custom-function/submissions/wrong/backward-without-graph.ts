// mistake: backward-without-graph
// en: backward works on detached tensors, so its results cannot be differentiated again.
// zh: backward 在 detach 后的张量上计算，结果无法再求导。
// fails: can-be-differentiated-twice
import torch, { type FunctionCtx, type Tensor } from 'torch';

export class Swish extends torch.autograd.Function {
  static override forward(ctx: FunctionCtx, x: Tensor, beta: Tensor): Tensor {
    ctx.save_for_backward(x, beta);
    return x.mul(x.mul(beta).sigmoid());
  }

  static override backward(ctx: FunctionCtx, grad: Tensor): (Tensor | null)[] {
    const [x, beta] = ctx.saved_tensors.map((t) => t.detach());
    if (!x || !beta) throw new Error('x and beta were saved');
    const [forX, forBeta] = ctx.needs_input_grad;
    grad = grad.detach();
    const s = x.mul(beta).sigmoid(); // computed again: cheaper to compute than to keep
    const curve = x.mul(s).mul(s.neg().add(1)); // x · s(1 − s)
    return [
      forX ? grad.mul(s.add(beta.mul(curve))) : null,
      forBeta ? grad.mul(x).mul(curve).sum() : null, // beta reaches every element
    ];
  }
}
