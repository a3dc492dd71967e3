// mistake: hidden-detached
// en: The hidden layer is detached, so no gradient reaches fc1.
// zh: 隐藏层被 detach，梯度到不了 fc1。
// fails: gradients-reach-all
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
    const h = this.fc1(x.flatten(1)).relu().detach();
    return this.fc2(this.dropout(h));
  }
}
