// mistake: zero-grad-only-after-the-step
// en: Gradients are cleared after the step only, so those left from before go into the first group.
// zh: 只在更新之后清零，之前遗留的梯度会混进第一组。
// fails: starts-each-group-from-zero
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

    let total = 0;
    for (const [x, y] of group) {
      const loss = loss_fn(model(x), y).mul(x.size(0) / samples);
      loss.backward(); // adds to .grad and frees this graph before the next is built
      total += loss.item();
    }
    optimizer.step();
    optimizer.zero_grad();
    losses.push(total);
  }
  return losses;
}
