// mistake: p-as-keep-probability
// en: p is taken as the probability to keep a unit.
// zh: 把 p 当成了保留单元的概率。
// fails: drops-in-training-only
import { nn, type Tensor } from 'torch';

export class TwoLayerClassifier extends nn.Module {
  fc1: nn.Linear;
  dropout: nn.Dropout;
  fc2: nn.Linear;

  constructor(in_features: number, hidden: number, classes: number, p: number) {
    super();
    this.fc1 = new nn.Linear(in_features, hidden);
    this.dropout = new nn.Dropout(1 - p);
    this.fc2 = new nn.Linear(hidden, classes);
  }

  forward(x: Tensor): Tensor {
    const h = this.fc1(x.flatten(1)).relu();
    return this.fc2(this.dropout(h));
  }
}
