// mistake: result-kept
// en: y is kept for backward, so its memory stays and the caller cannot change it in place.
// zh: 把 y 也保存下来：内存释放不掉，调用者也不能原地修改它。
// fails: keeps-only-its-inputs
import torch, { type FunctionCtx, type Tensor } from 'torch';

export class Swish extends torch.autograd.Function {
  static override forward(ctx: FunctionCtx, x: Tensor, beta: Tensor): Tensor {
    const y = x.mul(x.mul(beta).sigmoid());
    ctx.save_for_backward(x, beta, y);
    return y;
  }

  static override backward(ctx: FunctionCtx, grad: Tensor): (Tensor | null)[] {
    const [x, beta, y] = ctx.saved_tensors;
    if (!x || !beta || !y) throw new Error('x and beta were saved');
    const [forX, forBeta] = ctx.needs_input_grad;
    const s = x.mul(beta).sigmoid(); // computed again: cheaper to compute than to keep
    const curve = y.mul(s.neg().add(1));
    return [
      forX ? grad.mul(s.add(beta.mul(curve))) : null,
      forBeta ? grad.mul(x).mul(curve).sum() : null, // beta reaches every element
    ];
  }
}
