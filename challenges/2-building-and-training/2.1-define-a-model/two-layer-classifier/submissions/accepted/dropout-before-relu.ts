import { nn, type Tensor } from 'torch';

// ReLU and dropout commute: a unit is dropped or scaled by a positive number either way.
export class TwoLayerClassifier extends nn.Module {
  fc1: nn.Linear;
  fc2: nn.Linear;
  flatten = new nn.Flatten();
  relu = new nn.ReLU();
  drop: nn.Dropout;

  constructor(in_features: number, hidden: number, classes: number, p: number) {
    super();
    this.drop = new nn.Dropout(p);
    this.fc1 = new nn.Linear(in_features, hidden);
    this.fc2 = new nn.Linear(hidden, classes);
  }

  forward(x: Tensor): Tensor {
    let h = this.flatten(x);
    h = this.fc1(h);
    h = this.drop(h);
    h = this.relu(h);
    return this.fc2(h);
  }
}
