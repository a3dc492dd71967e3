// mistake: loss-kept-with-its-graph
// en: The loss is summed as a tensor that still carries its graph.
// zh: 把还带着计算图的损失张量直接累加。
// fails: leaves-no-graph-behind
import torch, { nn, type Tensor } from 'torch';

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
    let total = torch.zeros([]);
    let count = 0;
    for (const [x, y] of loader) {
      optimizer.zero_grad();
      const loss = loss_fn(model(x), y);
      loss.backward();
      optimizer.step();

      total = total.add(loss.mul(x.size(0)));
      count += x.size(0);
    }
    scheduler.step();
    losses.push(total.item() / count);
  }
  return losses;
}
