import torch, { nn, type Tensor } from 'torch';

export class TwoLayerClassifier extends nn.Module {
  fc1: nn.Linear;
  dropout: nn.Dropout;
  fc2: nn.Linear;

  constructor(in_features: number, hidden: number, classes: number, p: number) {
    super();
    this.fc1 = new nn.Linear(in_features, hidden);
    this.dropout = new nn.Dropout(p);
    this.fc2 = new nn.Linear(hidden, classes);
  }

  forward(x: Tensor): Tensor {
    const h = this.fc1(x.flatten(1)).relu();
    return this.fc2(this.training ? h.mul(torch.rand_like(h).ge(this.dropout.p).float()).div(1 - this.dropout.p) : h); // logits: CrossEntropyLoss applies log_softmax itself
  }
}
