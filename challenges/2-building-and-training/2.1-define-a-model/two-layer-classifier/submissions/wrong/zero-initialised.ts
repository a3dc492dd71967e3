// mistake: zero-initialised
// en: Everything starts at zero: the hidden units give 0, and only the last bias learns.
// zh: 所有参数初始化为零：隐藏单元恒为 0，只有最后一层的偏置在学习。
// fails: starts-as-pytorch-does
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
    for (const parameter of this.parameters()) nn.init.zeros_(parameter);
  }

  forward(x: Tensor): Tensor {
    const h = this.fc1(x.flatten(1)).relu();
    return this.fc2(this.dropout(h));
  }
}
