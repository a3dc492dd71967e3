// mistake: batches-kept
// en: The batches of the first epoch are kept and used again in all others.
// zh: 把第一个 epoch 的批次存下来，后面一直重复使用。
// fails: walks-the-loader-each-epoch
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
  const batches = [...loader];
  for (let epoch = 0; epoch < epochs; epoch++) {
    model.train();
    let total = 0;
    let count = 0;
    for (const [x, y] of batches) {
      optimizer.zero_grad();
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
