// mistake: scheduler-skips-the-last-epoch
// en: The schedule is stepped between epochs only, not after the last.
// zh: 只在两个 epoch 之间推进调度，最后一个 epoch 之后没有。
// fails: steps-the-schedule-after-each-epoch
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

      total += loss.item() * x.size(0); // a number: the tensor would keep its graph
      count += x.size(0);
    }
    if (epoch + 1 < epochs) scheduler.step();
    losses.push(total / count);
  }
  return losses;
}
