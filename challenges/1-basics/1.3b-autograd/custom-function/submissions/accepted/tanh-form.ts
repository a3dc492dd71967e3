import torch, { type FunctionCtx, type Tensor } from 'torch';

const sigmoid = (t: Tensor): Tensor => t.div(2).tanh().add(1).div(2);

/** One function for each gradient, called when it is wanted. */
const gradients = [
  (grad: Tensor, x: Tensor, beta: Tensor): Tensor => {
    const t = x.mul(beta);
    const s = sigmoid(t);
    return s
      .mul(t.mul(s.sub(1)).sub(1))
      .neg()
      .mul(grad);
  },
  (grad: Tensor, x: Tensor, beta: Tensor): Tensor => {
    const s = sigmoid(x.mul(beta));
    return grad.mul(x.square().mul(s.sub(s.square()))).sum();
  },
];

export class Swish extends torch.autograd.Function {
  static override forward(ctx: FunctionCtx, x: Tensor, beta: Tensor): Tensor {
    ctx.save_for_backward(beta, x);
    return sigmoid(beta.mul(x)).mul(x);
  }

  static override backward(ctx: FunctionCtx, grad: Tensor): (Tensor | null)[] {
    const [beta, x] = ctx.saved_tensors;
    return gradients.map((gradient, i) => (ctx.needs_input_grad[i] && x && beta ? gradient(grad, x, beta) : null));
  }
}
