import torch, { nn, type Tensor } from 'torch';

export interface Run {
  model: nn.Module;
  loader: Iterable<[Tensor, Tensor]>;
  loss_fn: (output: Tensor, target: Tensor) => Tensor;
  optimizer: { zero_grad(): void; step(): void };
  scheduler: { step(): void };
  epochs: number;
}

// The report is a tensor too, but of detached losses; gradients are dropped by hand.
export function train(run: Run): number[] {
  const history: number[] = [];
  while (history.length < run.epochs) {
    run.model.train();
    const means: Tensor[] = [];
    const sizes: number[] = [];
    const batches = run.loader[Symbol.iterator]();
    for (let next = batches.next(); !next.done; next = batches.next()) {
      const [inputs, targets] = next.value;
      for (const p of run.model.parameters()) p.grad = null;
      const loss = run.loss_fn(run.model(inputs), targets);
      loss.backward();
      run.optimizer.step();
      means.push(loss.detach());
      sizes.push(inputs.size(0));
    }
    const weights = torch.tensor(sizes).double();
    history.push(torch.stack(means).double().mul(weights).sum().div(weights.sum()).item());
    run.scheduler.step();
  }
  return history;
}
