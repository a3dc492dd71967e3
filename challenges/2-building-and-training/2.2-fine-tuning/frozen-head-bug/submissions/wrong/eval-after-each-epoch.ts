// mistake: eval-after-each-epoch
// en: `train()` is called once before the loop, `eval()` at the end of each epoch: later epochs train in evaluation mode.
// zh: `train()` 只在循环前调用一次，`eval()` 却在每个 epoch 结束时调用：后面的 epoch 都在评估模式下训练。
// fails: trains-in-training-mode, fine-tunes-as-described
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

  // A new head for the new classes. New parameters require gradients.
  model.fc = new nn.Linear(model.fc.in_features, classes);

  // Train what is not frozen.
  const trainable = [...model.parameters()].filter((parameter) => parameter.requires_grad);
  const optimizer = new optim.SGD(trainable, { lr, momentum: 0.9 });

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
    model.eval();
  }
  model.eval();
  return history;
}
