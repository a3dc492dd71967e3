// mistake: mode-left-as-it-came
// en: model.train() is never called: a model that comes from validation trains in evaluation mode.
// zh: 从不调用 model.train()：刚做完验证的模型会一直以评估模式训练。
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
    scheduler.step();
    losses.push(total / count);
  }
  return losses;
}
