// mistake: dropout-on-logits
// en: Dropout acts on the logits, not on the hidden units.
// zh: dropout 作用在 logits 上，而不是隐藏单元上。
// fails: drops-in-training-only
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
    return this.dropout(this.fc2(h));
  }
}
