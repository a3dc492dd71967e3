// mistake: last-loss-reported
// en: The loss of the last micro-batch is reported for the group.
// zh: 把最后一个微批次的损失当成整组的损失。
// fails: reports-each-group
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
      const loss = loss_fn(model(x), y).mul(x.size(0) / samples);
      loss.backward(); // adds to .grad and frees this graph before the next is built
      total = (loss.item() * samples) / x.size(0);
    }
    optimizer.step();
    losses.push(total);
  }
  return losses;
}
