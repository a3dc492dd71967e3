// mistake: no-graph-at-all
// en: The whole forward pass runs without recording, so there is nothing to walk backward.
// zh: 整个前向传播都关闭了梯度记录，反向传播无图可走。
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
  model.requires_grad_(false);
  model.fc = new nn.Sequential(new nn.Dropout(p), new nn.Linear(in_features, classes)); // new parameters require gradients
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
    const loss = nn.functional.cross_entropy(
      torch.no_grad(() => model(x)),
      y,
    );
    loss.backward();
    optimizer.step();
    total += loss.item() * y.numel();
    samples += y.numel();
  }
  return total / samples;
}
