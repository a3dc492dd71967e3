// mistake: second-layer-without-bias
// en: fc2 has no bias.
// zh: fc2 没有偏置。
// fails: registers-its-layers, gives-logits, gradients-reach-all, drops-in-training-only, starts-as-pytorch-does
import { nn, type Tensor } from 'torch';

export class TwoLayerClassifier extends nn.Module {
  fc1: nn.Linear;
  dropout: nn.Dropout;
  fc2: nn.Linear;

  constructor(in_features: number, hidden: number, classes: number, p: number) {
    super();
    this.fc1 = new nn.Linear(in_features, hidden);
    this.dropout = new nn.Dropout(p);
    this.fc2 = new nn.Linear(hidden, classes, { bias: false });
  }

  forward(x: Tensor): Tensor {
    const h = this.fc1(x.flatten(1)).relu();
    return this.fc2(this.dropout(h));
  }
}
