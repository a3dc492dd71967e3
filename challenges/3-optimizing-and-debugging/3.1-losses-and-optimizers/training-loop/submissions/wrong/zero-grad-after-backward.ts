// mistake: zero-grad-after-backward
// en: zero_grad is called between backward and step: every step is taken without a gradient.
// zh: 在 backward 和 step 之间调用了 zero_grad：每一步都没有梯度可用。
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
      optimizer.zero_grad();
      optimizer.step();

      total += loss.item() * x.size(0); // a number: the tensor would keep its graph
      count += x.size(0);
    }
    scheduler.step();
    losses.push(total / count);
  }
  return losses;
}
