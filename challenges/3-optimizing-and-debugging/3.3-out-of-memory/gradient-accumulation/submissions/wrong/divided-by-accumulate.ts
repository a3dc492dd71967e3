// mistake: divided-by-accumulate
// en: Each loss is divided by accumulate, also in a last group that is shorter.
// zh: 每个损失都除以 accumulate，最后一组较短时也不例外。
// fails: weighs-by-samples, finishes-the-last-group
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
      loss.mul(1 / accumulate).backward();
      total += (loss.item() * x.size(0)) / samples;
    }
    optimizer.step();
    losses.push(total);
  }
  return losses;
}
