import torch, { nn, type Tensor } from 'torch';

export interface Run {
  model: nn.Module;
  batches: [Tensor, Tensor][];
  loss_fn: (output: Tensor, target: Tensor) => Tensor;
  optimizer: { zero_grad(): void; step(): void };
  accumulate: number;
}

// A stream: gradients of sums are collected, and divided by the samples seen when the group is complete.
export function train_accumulated(run: Run): number[] {
  const history: number[] = [];
  let [sum, seen, held] = [0, 0, 0];

  const finish = () => {
    torch.no_grad(() => {
      for (const p of run.model.parameters()) p.grad?.div_(seen);
    });
    run.optimizer.step();
    run.optimizer.zero_grad();
    history.push(sum / seen);
    [sum, seen, held] = [0, 0, 0];
  };

  run.optimizer.zero_grad();
  for (const [inputs, targets] of run.batches) {
    const n = inputs.size(0);
    const loss = run.loss_fn(run.model(inputs), targets);
    loss.backward(torch.full_like(loss, n));
    sum += loss.item() * n;
    seen += n;
    if (++held === run.accumulate) finish();
  }
  if (held > 0) finish();
  return history;
}
