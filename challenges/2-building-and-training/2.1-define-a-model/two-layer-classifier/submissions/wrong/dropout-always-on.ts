// mistake: dropout-always-on
// en: The function dropout is called without the mode, so it also drops in evaluation.
// zh: 调用函数形式的 dropout 时没有传入模式，评估时也在丢弃。
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
    return this.fc2(nn.functional.dropout(h, this.dropout.p));
  }
}
