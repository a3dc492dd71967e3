import torch, { autograd, type FunctionCtx, nn, type Tensor } from 'torch';

export type Reduction = 'none' | 'mean' | 'sum';
export interface Options {
  weight?: Tensor;
  reduction?: Reduction;
}

/** Weighted squares with their derivative written down: 2 w d to the input, its negative to the target. */
class WeightedSquares extends autograd.Function {
  static override forward(ctx: FunctionCtx, input: Tensor, target: Tensor, weight: Tensor): Tensor {
    const d = input.sub(target).to(input.dtype);
    const slope = torch.where(weight.ne(0), d.mul(weight), torch.zeros_like(d));
    ctx.save_for_backward(slope);
    return torch.where(weight.ne(0), slope.mul(d), torch.zeros_like(d));
  }
  static override backward(ctx: FunctionCtx, grad: Tensor) {
    const [slope] = ctx.saved_tensors;
    if (!slope) throw new Error('forward kept one tensor');
    const g = slope.mul(grad).mul(2);
    return [g, g.neg(), null];
  }
}

export function mse(input: Tensor, target: Tensor, options?: Options): Tensor {
  const weight = options?.weight ?? torch.ones(input.shape, { dtype: input.dtype });
  const same = (other: Tensor) => other.dim() === input.dim() && other.shape.every((size, d) => size === input.size(d));
  if (!same(target)) throw new TypeError(`target has shape [${target.shape}], input [${input.shape}]`);
  if (!same(weight)) throw new TypeError(`weight has shape [${weight.shape}], input [${input.shape}]`);
  const losses = WeightedSquares.apply(input, target, weight);
  switch (options?.reduction) {
    case 'none':
      return losses;
    case 'sum':
      return losses.sum();
    case 'mean':
    case undefined:
      return losses.sum().mul(torch.reciprocal(weight.sum()));
    default:
      throw new TypeError('reduction must be none, mean or sum');
  }
}

export class MSE extends nn.Module {
  options: { reduction?: Reduction };
  constructor(options: { reduction?: Reduction } = {}) {
    super();
    mse(torch.zeros([1]), torch.zeros([1]), options); // throws what it must
    this.options = options;
  }
  forward(input: Tensor, target: Tensor, weight?: Tensor): Tensor {
    return mse(input, target, { ...this.options, ...(weight && { weight }) });
  }
}
