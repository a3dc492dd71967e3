// mistake: every-nan-put-out
// en: Every NaN and infinity is replaced by 0, also where it counts.
// zh: 所有 NaN 和无穷大都换成了 0，包括应当计入的。
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

  let difference = input.sub(target);
  difference = difference.masked_fill(difference.isfinite().logical_not(), 0);
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
