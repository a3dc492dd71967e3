// mistake: every-micro-batch-weighs-the-same
// en: Each loss is divided by the number of micro-batches in its group, whatever their sizes.
// zh: 每个损失都除以组内的微批次数，不管它们有多大。
// fails: weighs-by-samples
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
      loss.mul(1 / group.length).backward();
      total += (loss.item() * x.size(0)) / samples;
    }
    optimizer.step();
    losses.push(total);
  }
  return losses;
}
