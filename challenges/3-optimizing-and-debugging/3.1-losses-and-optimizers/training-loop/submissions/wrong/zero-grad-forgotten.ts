// mistake: zero-grad-forgotten
// en: zero_grad is never called, so gradients of all batches add up.
// zh: 从不调用 zero_grad，所有批次的梯度越加越多。
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
