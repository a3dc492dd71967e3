import torch, { nn, type Tensor } from 'torch';

export type Reduction = 'none' | 'mean' | 'sum';
export interface Options {
  weight?: Tensor;
  reduction?: Reduction;
}

// Elements of weight 0 are not computed at all: what counts is selected, and scattered back for 'none'.
export class MSE extends nn.Module {
  readonly reduction: Reduction;

  constructor(options: { reduction?: Reduction } = {}) {
    super();
    this.reduction = options.reduction ?? 'mean';
    if (!['none', 'mean', 'sum'].includes(this.reduction)) throw new Error(`no reduction: ${this.reduction}`);
  }

  forward(input: Tensor, target: Tensor, weight: Tensor = torch.ones_like(input)): Tensor {
    for (const other of [target, weight])
      if (JSON.stringify(other.shape) !== JSON.stringify(input.shape)) throw new RangeError('shapes differ');
    const counted = weight.gt(0);
    const w = weight.masked_select(counted);
    const losses = input.masked_select(counted).sub(target.masked_select(counted)).pow(2).mul(w);
    if (this.reduction === 'none') return torch.zeros_like(input).masked_scatter(counted, losses);
    return this.reduction === 'sum' ? losses.sum() : losses.sum().div(w.sum());
  }
}

export function mse(input: Tensor, target: Tensor, options: Options = {}): Tensor {
  return new MSE(options)(input, target, options.weight);
}
