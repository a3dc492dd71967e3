import { nn, type Tensor } from 'torch';

export interface Run {
  model: nn.Module;
  loader: Iterable<[Tensor, Tensor]>;
  loss_fn: (output: Tensor, target: Tensor) => Tensor;
  optimizer: { zero_grad(): void; step(): void };
  scheduler: { step(): void };
  epochs: number;
}

export function train(run: Run): number[] {
  const { model, loader, loss_fn, optimizer, scheduler, epochs } = run;
  throw new Error('train is not written yet');
}
