import { nn, type Tensor } from 'torch';

const { functional: F } = nn;

export class TwoLayerClassifier extends nn.Module {
  fc1;
  fc2;
  readonly p: number;

  constructor(in_features: number, hidden: number, classes: number, p: number) {
    super();
    this.fc1 = new nn.Linear(in_features, hidden);
    this.fc2 = new nn.Linear(hidden, classes);
    this.p = p;
  }

  forward(x: Tensor): Tensor {
    const h = F.relu(this.fc1(x.reshape([x.shape[0] ?? 1, -1])));
    return this.fc2(F.dropout(h, this.p, this.training));
  }
}
