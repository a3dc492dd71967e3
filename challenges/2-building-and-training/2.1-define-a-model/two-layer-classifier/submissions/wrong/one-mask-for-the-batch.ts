// mistake: one-mask-for-the-batch
// en: One dropout mask is shared by all samples of the batch.
// zh: 整个批次的样本共用同一个 dropout 掩码。
// fails: drops-in-training-only
import torch, { nn, type Tensor } from 'torch';

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
    return this.fc2(h.mul(this.dropout(torch.ones([1, h.shape[1] ?? 1])))); // logits: CrossEntropyLoss applies log_softmax itself
  }
}
