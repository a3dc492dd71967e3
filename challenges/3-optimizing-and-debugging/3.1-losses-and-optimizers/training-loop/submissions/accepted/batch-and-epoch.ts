import { nn, type Tensor } from 'torch';

export interface Run {
  model: nn.Module;
  loader: Iterable<[Tensor, Tensor]>;
  loss_fn: (output: Tensor, target: Tensor) => Tensor;
  optimizer: { zero_grad(): void; step(): void };
  scheduler: { step(): void };
  epochs: number;
}

// One function for a batch, one for an epoch; gradients are cleared through the model, just before backward.
function train_batch({ model, loss_fn, optimizer }: Run, [x, y]: [Tensor, Tensor]) {
  const loss = loss_fn(model(x), y);
  model.zero_grad();
  loss.backward();
  optimizer.step();
  const samples = y.shape[0] ?? 0;
  return { samples, sum: loss.detach().mul(samples).item() };
}

function train_epoch(run: Run): number {
  const batches: { samples: number; sum: number }[] = [];
  for (const batch of run.loader) batches.push(train_batch(run, batch));
  run.scheduler.step();
  const add = (key: 'samples' | 'sum') => batches.reduce((sum, batch) => sum + batch[key], 0);
  return add('sum') / add('samples');
}

export const train = (run: Run): number[] => {
  run.model.train(true);
  return Array.from({ length: run.epochs }, () => train_epoch(run));
};
