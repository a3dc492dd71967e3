import torch, { type Tensor } from 'torch';

export interface Options {
  lr?: number;
  betas?: [number, number];
  eps?: number;
  weight_decay?: number;
}

export class Adam {
  readonly options: Required<Options>;

  constructor(
    params: Iterable<Tensor>,
    { lr = 1e-3, betas = [0.9, 0.999], eps = 1e-8, weight_decay = 0 }: Options = {},
  ) {
    this.options = { lr, betas, eps, weight_decay };
    // the parameters too, and room for the state of each
  }

  step(): void {
    throw new Error('step is not written yet');
  }

  zero_grad(): void {
    throw new Error('zero_grad is not written yet');
  }
}
