// mistake: softmax-at-the-end
// en: forward ends with softmax, which CrossEntropyLoss would apply a second time.
// zh: forward 末尾加了 softmax，而 CrossEntropyLoss 内部还会再做一次。
// fails: gives-logits, gradients-reach-all, drops-in-training-only
import { nn, type Tensor } from 'torch';

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
    return this.fc2(this.dropout(h)).softmax(-1);
  }
}
