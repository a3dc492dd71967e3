import { type nn, type optim, type Tensor } from 'torch';

export interface Run {
  model: nn.Module;
  train_loader: Iterable<[Tensor, Tensor]>;
  val_loader: Iterable<[Tensor, Tensor]>;
  loss_fn: (output: Tensor, target: Tensor) => Tensor;
  optimizer: optim.Optimizer;
  scheduler: { step(): void };
  epochs: number;
  writer: { add_scalar(tag: string, value: number, global_step: number): void };
}

export function fit(run: Run): void {
  throw new Error('fit is not written yet');
}
