import torch, { nn, optim, type Tensor } from 'torch';

export interface Pretrained extends nn.Module {
  fc: nn.Module;
}
export interface Head {
  in_features: number;
  classes: number;
  p: number;
  lr: number;
}
export type Batches = readonly (readonly [Tensor, Tensor])[];

export function prepare(model: Pretrained, { in_features, classes, p, lr }: Head): optim.SGD {
  throw new Error('prepare is not written yet');
}

export function train_epoch(model: Pretrained, optimizer: optim.SGD, batches: Batches): number {
  throw new Error('train_epoch is not written yet');
}
