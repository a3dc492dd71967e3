import torch, { nn, type Tensor } from 'torch';

export class BatchNorm extends nn.Module {
  constructor(num_features: number, eps = 1e-5, momentum: number | null = 0.1) {
    super();
    // weight, bias, running_mean, running_var, num_batches_tracked
  }

  forward(x: Tensor): Tensor {
    throw new Error('forward is not written yet');
  }
}
