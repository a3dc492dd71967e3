import torch, { nn, type Tensor } from 'torch';

export type Reduction = 'none' | 'mean' | 'sum';
export interface Options {
  weight?: Tensor;
  reduction?: Reduction;
}

const reduce: Record<Reduction, (losses: Tensor, weight: Tensor) => Tensor> = {
  none: (losses) => losses,
  sum: (losses) => losses.sum(),
  mean: (losses, weight) => torch.div(losses.sum(), weight.sum()),
};

// The module holds everything; the function makes one and calls it.
export class MSE extends nn.Module {
  private readonly how: (losses: Tensor, weight: Tensor) => Tensor;

  constructor(options: { reduction?: Reduction } = {}) {
    super();
    const how = Object.entries(reduce).find(([name]) => name === (options.reduction ?? 'mean'));
    if (!how) throw new RangeError(`reduction: ${options.reduction}`);
    this.how = how[1];
  }

  forward(input: Tensor, target: Tensor, weight: Tensor = torch.ones_like(input.detach())): Tensor {
    for (const other of [target, weight])
      if (JSON.stringify(other.shape) !== JSON.stringify(input.shape))
        throw new RangeError(`${JSON.stringify(input.shape)} against ${JSON.stringify(other.shape)}`);
    // Where nothing counts both sides are the same 0, so nothing bad reaches the subtraction.
    const counts = weight.gt(0);
    const zero = torch.zeros([], { dtype: input.dtype });
    const [x, t] = [torch.where(counts, input, zero), torch.where(counts, target.to(input.dtype), zero)];
    const d = x.sub(t);
    return this.how(d.mul(d).mul(weight), weight);
  }
}

export const mse = (input: Tensor, target: Tensor, { weight, reduction }: Options = {}): Tensor => {
  const criterion = new MSE(reduction === undefined ? {} : { reduction });
  return weight ? criterion.forward(input, target, weight) : criterion.forward(input, target);
};
