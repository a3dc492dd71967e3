// mistake: zero-grad-once-per-epoch
// en: zero_grad is called once an epoch instead of for each batch.
// zh: zero_grad 每个 epoch 只调用一次，而不是每个批次一次。
// fails: trains-the-model, starts-each-batch-from-zero
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
    optimizer.zero_grad();
    let total = 0;
    let count = 0;
    for (const [x, y] of loader) {
      const loss = loss_fn(model(x), y);
      loss.backward();
      optimizer.step();

      total += loss.item() * x.size(0); // a number: the tensor would keep its graph
      count += x.size(0);
    }
    scheduler.step();
    losses.push(total / count);
  }
  return losses;
}
