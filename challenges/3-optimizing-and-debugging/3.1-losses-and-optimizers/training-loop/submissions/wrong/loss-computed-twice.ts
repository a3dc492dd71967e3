// mistake: loss-computed-twice
// en: The model runs a second time for the report, after the step.
// zh: 为了统计损失，在更新之后又跑了一遍模型。
// fails: steps-once-per-batch, reports-the-mean-over-samples, leaves-no-graph-behind
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

      total += loss_fn(model(x), y).item() * x.size(0); // a number: the tensor would keep its graph
      count += x.size(0);
    }
    scheduler.step();
    losses.push(total / count);
  }
  return losses;
}
