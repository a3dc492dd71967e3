import torch, { nn, type Tensor } from 'torch';

export class TwoLayerClassifier extends nn.Module {
  constructor(in_features: number, hidden: number, classes: number, p: number) {
    super();
    // fc1, dropout, fc2
  }

  forward(x: Tensor): Tensor {
    throw new Error('forward is not written yet');
  }
}
