// mistake: zero-times-nan
// en: A weight of 0 is multiplied with NaN, and NaN remains.
// zh: 权重 0 与 NaN 相乘，结果仍是 NaN。
// fails: skips-weight-zero
import { nn, type Tensor } from 'torch';

export type Reduction = 'none' | 'mean' | 'sum';
export interface Options {
  weight?: Tensor;
  reduction?: Reduction;
}

export function mse(input: Tensor, target: Tensor, { weight, reduction = 'mean' }: Options = {}): Tensor {
  checkReduction(reduction);
  checkShape(input, target);
  if (weight) checkShape(input, weight);

  const difference = input.sub(target);
  let losses = difference.pow(2);
  if (weight) losses = losses.mul(weight);

  if (reduction === 'none') return losses;
  const total = losses.sum();
  return reduction === 'sum' ? total : total.div(weight ? weight.sum() : input.numel());
}

export class MSE extends nn.Module {
  readonly reduction: Reduction;

  constructor({ reduction = 'mean' }: { reduction?: Reduction } = {}) {
    super();
    checkReduction(reduction);
    this.reduction = reduction;
  }

  forward(input: Tensor, target: Tensor, weight?: Tensor): Tensor {
    return mse(input, target, weight ? { weight, reduction: this.reduction } : { reduction: this.reduction });
  }
}

function checkReduction(reduction: string): void {
  if (!['none', 'mean', 'sum'].includes(reduction)) throw new Error(`${reduction} is not a valid value for reduction`);
}

/** Shapes that merely broadcast would give every pair of elements a loss. */
function checkShape(input: Tensor, other: Tensor): void {
  const [a, b] = [input.shape, other.shape];
  if (a.length !== b.length || a.some((size, d) => size !== b[d]))
    throw new Error(`shapes differ: (${a.join(', ')}) and (${b.join(', ')})`);
}
