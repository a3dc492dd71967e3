// mistake: zero-grad-only-after-the-step
// en: Gradients are cleared after the step only, so those left from before go into the first one.
// zh: 只在更新之后清零，之前遗留的梯度会混进第一步。
// fails: starts-each-batch-from-zero
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
      optimizer.zero_grad();

      total += loss.item() * x.size(0); // a number: the tensor would keep its graph
      count += x.size(0);
    }
    scheduler.step();
    losses.push(total / count);
  }
  return losses;
}
