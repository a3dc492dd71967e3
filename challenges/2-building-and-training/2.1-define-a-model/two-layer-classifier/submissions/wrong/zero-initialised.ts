// mistake: zero-initialised
// en: All weights start at zero, so every hidden unit learns the same.
// zh: 所有权重初始化为零，各隐藏单元学到的完全一样。
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
