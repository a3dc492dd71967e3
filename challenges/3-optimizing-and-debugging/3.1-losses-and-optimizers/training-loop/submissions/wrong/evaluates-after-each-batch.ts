// mistake: evaluates-after-each-batch
// en: model.eval() is called for the report and never taken back within the epoch.
// zh: 为了统计损失调用了 model.eval()，在这个 epoch 里再也没有切换回来。
// fails: trains-in-training-mode
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
      model.eval();
    }
    scheduler.step();
    losses.push(total / count);
  }
  return losses;
}
