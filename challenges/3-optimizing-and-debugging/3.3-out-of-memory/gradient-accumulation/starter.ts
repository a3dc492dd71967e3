import { nn, type Tensor } from 'torch';

export interface Run {
  model: nn.Module;
  batches: [Tensor, Tensor][];
  loss_fn: (output: Tensor, target: Tensor) => Tensor;
  optimizer: { zero_grad(): void; step(): void };
  accumulate: number;
}

export function train_accumulated(run: Run): number[] {
  const { model, batches, loss_fn, optimizer, accumulate } = run;
  throw new Error('train_accumulated is not written yet');
}
