// mistake: no-activation
// en: Nothing between the two layers: together they are one linear map.
// zh: 两层之间没有激活函数，合起来只是一个线性变换。
// fails: gives-logits, gradients-reach-all
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
    const h = this.fc1(x.flatten(1));
    return this.fc2(this.dropout(h));
  }
}
