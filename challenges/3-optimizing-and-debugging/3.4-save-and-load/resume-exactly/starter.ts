import torch, { nn, optim } from 'torch';

export interface Run {
  model: nn.Module;
  optimizer: optim.Optimizer;
  scheduler: optim.lr_scheduler.LRScheduler;
  generator: InstanceType<typeof torch.Generator>;
}

export function save_checkpoint(run: Run, epoch: number): Uint8Array {
  throw new Error('save_checkpoint is not written yet');
}

export function load_checkpoint(bytes: Uint8Array, run: Run): number {
  throw new Error('load_checkpoint is not written yet');
}
