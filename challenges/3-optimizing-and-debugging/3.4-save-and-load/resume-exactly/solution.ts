import torch, { nn, optim, type Tensor } from 'torch';

export interface Run {
  model: nn.Module;
  optimizer: optim.Optimizer;
  scheduler: optim.lr_scheduler.LRScheduler;
  generator: InstanceType<typeof torch.Generator>;
}

/** What torch.load gives back for the bytes of save_checkpoint. */
interface Checkpoint {
  model: ReturnType<nn.Module['state_dict']>;
  optimizer: ReturnType<optim.Optimizer['state_dict']>;
  scheduler: ReturnType<optim.lr_scheduler.LRScheduler['state_dict']>;
  epoch: number;
  rng: Tensor;
  generator: Tensor;
}

export function save_checkpoint({ model, optimizer, scheduler, generator }: Run, epoch: number): Uint8Array {
  return torch.save({
    model: model.state_dict(),
    optimizer: optimizer.state_dict(),
    scheduler: scheduler.state_dict(),
    epoch,
    rng: torch.get_rng_state(),
    generator: generator.get_state(),
  });
}

export function load_checkpoint(bytes: Uint8Array, { model, optimizer, scheduler, generator }: Run): number {
  const checkpoint = torch.load(bytes) as Checkpoint;
  model.load_state_dict(checkpoint.model);
  optimizer.load_state_dict(checkpoint.optimizer);
  scheduler.load_state_dict(checkpoint.scheduler);
  generator.set_state(checkpoint.generator);
  torch.set_rng_state(checkpoint.rng); // last: nothing draws from the stream after this
  return checkpoint.epoch;
}
