import torch, { type FunctionCtx, type Tensor } from 'torch';

// The newer form: forward without ctx, what is kept is said in setup_context. The gradients are written with y′ = s + t · s′.
export class Swish extends torch.autograd.Function {
  static override forward(x: Tensor, beta: Tensor): Tensor {
    return torch.mul(torch.sigmoid(torch.mul(beta, x)), x);
  }

  static override setup_context(ctx: FunctionCtx, inputs: [Tensor, Tensor]): void {
    ctx.save_for_backward(...inputs);
  }

  static override backward(ctx: FunctionCtx, grad: Tensor): (Tensor | null)[] {
    const [x, beta] = ctx.saved_tensors as [Tensor, Tensor];
    const t = torch.mul(beta, x);
    const rise = torch.mul(torch.sigmoid(t), torch.sigmoid(torch.neg(t)));
    let forX: Tensor | null = null;
    let forBeta: Tensor | null = null;
    if (ctx.needs_input_grad[0]) forX = torch.mul(grad, torch.add(torch.sigmoid(t), torch.mul(t, rise)));
    if (ctx.needs_input_grad[1]) forBeta = torch.sum(torch.mul(torch.mul(grad, rise), torch.square(x)));
    return [forX, forBeta];
  }
}
