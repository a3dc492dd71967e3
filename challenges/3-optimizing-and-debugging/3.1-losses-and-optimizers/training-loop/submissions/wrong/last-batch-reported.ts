// mistake: last-batch-reported
// en: The loss of the last batch is reported as that of the epoch.
// zh: 把最后一个批次的损失当成整个 epoch 的损失。
// fails: reports-the-mean-over-samples
import { nn, type Tensor } from 'torch';

export interface Run {
  model: nn.Module;
  loader: Iterable<[Tensor, Tensor]>;
  loss_fn: (output: Tensor, target: Tensor) => Tensor;
  optimizer: { zero_grad(): void; step(): void };
  scheduler: { step(): void };
  epochs: number;
}

export function train({ model, loader, loss_fn, optimizer, scheduler, epochs }: Run): number[] {
  const losses: number[] = [];
  for (let epoch = 0; epoch < epochs; epoch++) {
    model.train();
    let total = 0;
    let count = 0;
    for (const [x, y] of loader) {
      optimizer.zero_grad();
      const loss = loss_fn(model(x), y);
      loss.backward();
      optimizer.step();

      total = loss.item() * x.size(0); // a number: the tensor would keep its graph
      count = x.size(0);
    }
    scheduler.step();
    losses.push(total / count);
  }
  return losses;
}
