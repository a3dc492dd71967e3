// mistake: layer-made-in-forward
// en: fc2 is made anew in every forward pass, so it is never trained.
// zh: 每次 forward 都新建一个 fc2，它永远得不到训练。
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
    const fc2 = new nn.Linear(this.fc2.in_features, this.fc2.out_features);
    return fc2(this.dropout(h));
  }
}
