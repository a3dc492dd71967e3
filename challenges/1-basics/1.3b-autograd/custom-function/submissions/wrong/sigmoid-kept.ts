// mistake: sigmoid-kept
// en: The sigmoid is kept from forward: memory for every element, and a constant for the second derivative.
// zh: 保存了前向的 sigmoid：每个元素都占内存，二阶求导时它还成了常量。
// fails: keeps-only-its-inputs, can-be-differentiated-twice
import torch, { type FunctionCtx, type Tensor } from 'torch';

export class Swish extends torch.autograd.Function {
  static override forward(ctx: FunctionCtx, x: Tensor, beta: Tensor): Tensor {
    const s = x.mul(beta).sigmoid();
    ctx.save_for_backward(x, beta, s);
    return x.mul(s);
  }

  static override backward(ctx: FunctionCtx, grad: Tensor): (Tensor | null)[] {
    const [x, beta, s] = ctx.saved_tensors;
    if (!x || !beta || !s) throw new Error('x and beta were saved');
    const [forX, forBeta] = ctx.needs_input_grad;
    const curve = x.mul(s).mul(s.neg().add(1)); // x · s(1 − s)
    return [
      forX ? grad.mul(s.add(beta.mul(curve))) : null,
      forBeta ? grad.mul(x).mul(curve).sum() : null, // beta reaches every element
    ];
  }
}
