// mistake: layers-in-a-list
// en: The layers sit in a plain array, where nn.Module does not find them.
// zh: 各层放在普通数组里，nn.Module 找不到它们。
// fails: registers-its-layers, gives-logits, gradients-reach-all, drops-in-training-only, starts-as-pytorch-does
import { nn, type Tensor } from 'torch';

export class TwoLayerClassifier extends nn.Module {
  layers: nn.Linear[];
  dropout: nn.Dropout;

  constructor(in_features: number, hidden: number, classes: number, p: number) {
    super();
    this.layers = [new nn.Linear(in_features, hidden), new nn.Linear(hidden, classes)];
    this.dropout = new nn.Dropout(p);
  }

  forward(x: Tensor): Tensor {
    const [fc1, fc2] = this.layers;
    if (!fc1 || !fc2) throw new Error('two layers were made');
    return fc2(this.dropout(fc1(x.flatten(1)).relu()));
  }
}
