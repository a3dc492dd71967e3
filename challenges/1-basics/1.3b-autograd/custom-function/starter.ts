import torch, { type FunctionCtx, type Tensor } from 'torch';

export class Swish extends torch.autograd.Function {
  static override forward(ctx: FunctionCtx, x: Tensor, beta: Tensor): Tensor {
    // y = x · σ(βx)
    throw new Error('forward is not written yet');
  }

  static override backward(ctx: FunctionCtx, grad: Tensor): (Tensor | null)[] {
    throw new Error('backward is not written yet');
  }
}
