// mistake: optimizer-holds-the-old-head
// en: The optimizer was made before the head was replaced, so the new head is never trained.
// zh: 优化器在更换输出层之前创建，新的输出层从未被训练。
// fails: trains-the-last-block, fine-tunes-as-described
import torch, { nn, optim, type Tensor } from 'torch';

export interface Pretrained extends nn.Module {
  layer1: nn.Module;
  layer2: nn.Module;
  fc: nn.Linear;
}

export interface Run {
  model: Pretrained;
  classes: number;
  batches: readonly (readonly [Tensor, Tensor])[];
  epochs: number;
  lr: number;
}

export function fine_tune({ model, classes, batches, epochs, lr }: Run): number[] {
  // Freeze everything, then release the last block: the method reaches its parameters, an assignment would not.
  model.requires_grad_(false);
  model.layer2.requires_grad_(true);
  model.fc.requires_grad_(true);

  // A new head for the new classes. New parameters require gradients.

  // Train what is not frozen.
  const trainable = [...model.parameters()].filter((parameter) => parameter.requires_grad);
  const optimizer = new optim.SGD(trainable, { lr, momentum: 0.9 });
  model.fc = new nn.Linear(model.fc.in_features, classes);

  model.train();
  const history: number[] = [];
  for (let epoch = 0; epoch < epochs; epoch++) {
    let total = 0;
    for (const [x, y] of batches) {
      optimizer.zero_grad();
      const loss = nn.functional.cross_entropy(model(x), y);
      loss.backward();
      optimizer.step();
      total += loss.item();
    }
    history.push(total / batches.length);
  }
  model.eval();
  return history;
}
