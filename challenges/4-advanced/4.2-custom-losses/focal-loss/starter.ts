import torch, { nn, type Tensor } from 'torch';

export interface FocalOptions {
  alpha?: number | null;
  gamma?: number;
  reduction?: 'mean' | 'sum' | 'none';
}

export class FocalLoss extends nn.Module {
  constructor({ alpha = 0.25, gamma = 2, reduction = 'mean' }: FocalOptions = {}) {
    super();
  }

  forward(logits: Tensor, targets: Tensor): Tensor {
    throw new Error('forward is not written yet');
  }
}
