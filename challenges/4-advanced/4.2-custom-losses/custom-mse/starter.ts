import torch, { nn, type Tensor } from 'torch';

export type Reduction = 'none' | 'mean' | 'sum';
export interface Options {
  weight?: Tensor;
  reduction?: Reduction;
}

export function mse(input: Tensor, target: Tensor, { weight, reduction = 'mean' }: Options = {}): Tensor {
  throw new Error('mse is not written yet');
}

export class MSE extends nn.Module {
  constructor({ reduction = 'mean' }: { reduction?: Reduction } = {}) {
    super();
  }

  forward(input: Tensor, target: Tensor, weight?: Tensor): Tensor {
    throw new Error('forward is not written yet');
  }
}
