// mistake: one-backward-for-the-sum
// en: The losses are added up and walked backward once, so all graphs are held until then.
// zh: 先把损失加起来，最后只做一次反向传播，在那之前所有计算图都留着。
// fails: holds-one-micro-batch
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
    let sum: Tensor | null = null;
    for (const [x, y] of group) {
      const loss = loss_fn(model(x), y).mul(x.size(0) / samples);
      sum = sum ? loss.add(sum) : loss;
    }
    sum?.backward();
    optimizer.step();
    losses.push(sum?.item() ?? NaN);
  }
  return losses;
}
