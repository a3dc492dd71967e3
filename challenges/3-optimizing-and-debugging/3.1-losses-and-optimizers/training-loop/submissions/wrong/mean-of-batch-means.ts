// mistake: mean-of-batch-means
// en: The mean is taken over batches, so samples of a small batch weigh more.
// zh: 对各批次的均值再求平均，小批次里的样本占了更大的分量。
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

      total += loss.item(); // a number: the tensor would keep its graph
      count += 1;
    }
    scheduler.step();
    losses.push(total / count);
  }
  return losses;
}
