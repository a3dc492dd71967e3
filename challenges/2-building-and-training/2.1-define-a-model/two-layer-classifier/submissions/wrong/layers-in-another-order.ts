// mistake: layers-in-another-order
// en: fc2 is made before fc1: names are in another order, and the same seed gives other weights.
// zh: fc2 先于 fc1 创建：名称顺序变了，同一个种子得到的权重也不同。
// fails: registers-its-layers, starts-as-pytorch-does
import { nn, type Tensor } from 'torch';

export class TwoLayerClassifier extends nn.Module {
  fc2: nn.Linear;
  dropout: nn.Dropout;
  fc1: nn.Linear;

  constructor(in_features: number, hidden: number, classes: number, p: number) {
    super();
    this.fc2 = new nn.Linear(hidden, classes);
    this.dropout = new nn.Dropout(p);
    this.fc1 = new nn.Linear(in_features, hidden);
  }

  forward(x: Tensor): Tensor {
    const h = this.fc1(x.flatten(1)).relu();
    return this.fc2(this.dropout(h));
  }
}
