// mistake: not-scaled
// en: The gradients of the means are added up, so a step is as many times too long as there are micro-batches.
// zh: 各微批次均值的梯度直接相加，有几个微批次，步长就大了几倍。
// fails: equals-one-big-batch, weighs-by-samples, finishes-the-last-group, starts-each-group-from-zero
import { nn, type Tensor } from 'torch';

export interface Run {
  model: nn.Module;
  batches: [Tensor, Tensor][];
  loss_fn: (output: Tensor, target: Tensor) => Tensor;
  optimizer: { zero_grad(): void; step(): void };
  accumulate: number;
}

export function train_accumulated({ model, batches, loss_fn, optimizer, accumulate }: Run): number[] {
  const losses: number[] = [];
  for (let start = 0; start < batches.length; start += accumulate) {
    const group = batches.slice(start, start + accumulate); // the last may be shorter
    const samples = group.reduce((sum, [x]) => sum + x.size(0), 0);

    optimizer.zero_grad();
    let total = 0;
    for (const [x, y] of group) {
      const loss = loss_fn(model(x), y);
      loss.backward();
      total += (loss.item() * x.size(0)) / samples;
    }
    optimizer.step();
    losses.push(total);
  }
  return losses;
}
