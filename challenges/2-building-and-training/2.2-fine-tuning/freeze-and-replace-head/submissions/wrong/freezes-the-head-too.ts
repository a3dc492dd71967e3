// mistake: freezes-the-head-too
// en: Freezing comes after the new head, so nothing is left to train.
// zh: 先换输出层、后冻结，结果没有任何可训练的参数。
// fails: freezes-the-body, trains-the-head, keeps-the-statistics, drops-in-the-head, reports-the-mean-loss
import torch, { nn, optim, type Tensor } from 'torch';

export interface Pretrained extends nn.Module {
  fc: nn.Module;
}
export interface Head {
  in_features: number;
  classes: number;
  p: number;
  lr: number;
}
export type Batches = readonly (readonly [Tensor, Tensor])[];

export function prepare(model: Pretrained, { in_features, classes, p, lr }: Head): optim.SGD {
  model.fc = new nn.Sequential(new nn.Dropout(p), new nn.Linear(in_features, classes)); // new parameters require gradients
  model.requires_grad_(false);
  return new optim.SGD(model.fc.parameters(), { lr, momentum: 0.9 });
}

export function train_epoch(model: Pretrained, optimizer: optim.SGD, batches: Batches): number {
  // A frozen body with a moving mean is no longer the body that was trained: only the head is in training mode.
  model.eval();
  model.fc.train();

  let total = 0;
  let samples = 0;
  for (const [x, y] of batches) {
    optimizer.zero_grad();
    const loss = nn.functional.cross_entropy(model(x), y);
    loss.backward();
    optimizer.step();
    total += loss.item() * y.numel();
    samples += y.numel();
  }
  return total / samples;
}
