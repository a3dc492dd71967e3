import torch, { nn, type Tensor } from 'torch';

export interface Run {
  model: nn.Module;
  batches: [Tensor, Tensor][];
  loss_fn: (output: Tensor, target: Tensor) => Tensor;
  optimizer: { zero_grad(): void; step(): void };
  accumulate: number;
}

// Gradients of each micro-batch are asked for, weighed and added by hand; .grad is set once for each step.
const group_step = ({ model, loss_fn, optimizer }: Run, group: readonly [Tensor, Tensor][]): number => {
  const params = [...model.parameters()];
  const sums = params.map((p) => torch.zeros_like(p));
  const samples = group.map(([x]) => x.size(0)).reduce((a, b) => a + b, 0);
  let mean = 0;
  for (const [x, y] of group) {
    const share = x.size(0) / samples;
    const loss = loss_fn(model(x), y);
    torch.autograd.grad(loss, params).forEach((grad, i) => sums[i]?.add_(grad.mul(share)));
    mean += share * loss.item();
  }
  params.forEach((p, i) => {
    p.grad = sums[i] ?? null;
  });
  optimizer.step();
  return mean;
};

export const train_accumulated = (run: Run): number[] =>
  Array.from({ length: Math.ceil(run.batches.length / run.accumulate) }, (_, i) =>
    group_step(run, run.batches.slice(i * run.accumulate, (i + 1) * run.accumulate)),
  );
