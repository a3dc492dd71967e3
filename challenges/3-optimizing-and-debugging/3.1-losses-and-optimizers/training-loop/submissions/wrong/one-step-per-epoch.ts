// mistake: one-step-per-epoch
// en: The optimizer steps once an epoch, with the last batch's gradient.
// zh: 优化器每个 epoch 只更新一次，用的是最后一个批次的梯度。
// fails: steps-once-per-batch, trains-the-model, starts-each-batch-from-zero, steps-the-schedule-after-each-epoch
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

      total += loss.item() * x.size(0); // a number: the tensor would keep its graph
      count += x.size(0);
    }
    optimizer.step();
    scheduler.step();
    losses.push(total / count);
  }
  return losses;
}
