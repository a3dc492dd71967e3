// mistake: target-made-to-fit
// en: The target is reshaped to the shape of the input instead of refused.
// zh: target 的形状不同时没有拒绝，而是 reshape 成 input 的形状。
// fails: refuses-other-shapes, is-a-module
import { nn, type Tensor } from 'torch';

export type Reduction = 'none' | 'mean' | 'sum';
export interface Options {
  weight?: Tensor;
  reduction?: Reduction;
}

export function mse(input: Tensor, target: Tensor, { weight, reduction = 'mean' }: Options = {}): Tensor {
  checkReduction(reduction);
  if (target.numel() === input.numel()) target = target.reshape([...input.shape]);
  checkShape(input, target);
  if (weight) checkShape(input, weight);

  let difference = input.sub(target);
  if (weight) difference = difference.masked_fill(weight.eq(0), 0); // before the square: 0 · NaN is NaN, forwards and backwards
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
