// mistake: not-a-module
// en: MSE is a plain class with a forward, not an nn.Module.
// zh: MSE 只是带 forward 的普通类，不是 nn.Module。
// fails: is-a-module, builds-it-itself
import type { Tensor } from 'torch';

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
  if (weight) difference = difference.masked_fill(weight.eq(0), 0); // before the square: 0 · NaN is NaN, forwards and backwards
  let losses = difference.pow(2);
  if (weight) losses = losses.mul(weight);

  if (reduction === 'none') return losses;
  const total = losses.sum();
  return reduction === 'sum' ? total : total.div(weight ? weight.sum() : input.numel());
}

export class MSE {
  readonly reduction: Reduction;

  constructor({ reduction = 'mean' }: { reduction?: Reduction } = {}) {
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
