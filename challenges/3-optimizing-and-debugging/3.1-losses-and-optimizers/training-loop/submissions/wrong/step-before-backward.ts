// mistake: step-before-backward
// en: The step is taken before backward, with the gradient of the batch before or none.
// zh: 在 backward 之前就更新，用的是上一个批次的梯度，或者根本没有梯度。
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
    let total = 0;
    let count = 0;
    for (const [x, y] of loader) {
      optimizer.step();
      optimizer.zero_grad();
      const loss = loss_fn(model(x), y);
      loss.backward();

      total += loss.item() * x.size(0); // a number: the tensor would keep its graph
      count += x.size(0);
    }
    scheduler.step();
    losses.push(total / count);
  }
  return losses;
}
