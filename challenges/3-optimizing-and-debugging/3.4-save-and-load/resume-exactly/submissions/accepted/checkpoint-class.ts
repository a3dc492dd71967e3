import torch, { nn, optim, type Tensor } from 'torch';

export interface Run {
  model: nn.Module;
  optimizer: optim.Optimizer;
  scheduler: optim.lr_scheduler.LRScheduler;
  generator: InstanceType<typeof torch.Generator>;
}

/** Every tensor of the model by hand, under no_grad; the archive inside the archive holds the rest. */
class Checkpoint {
  private readonly run: Run;

  constructor(run: Run) {
    this.run = run;
  }

  private tensors(): [string, Tensor][] {
    return [...this.run.model.named_parameters(), ...this.run.model.named_buffers()];
  }

  write(epoch: number): Uint8Array {
    const { optimizer, scheduler, generator } = this.run;
    const rest = torch.save({ optimizer: optimizer.state_dict(), scheduler: scheduler.state_dict() });
    return torch.save(
      new Map<string, unknown>([
        ['weights', new Map(this.tensors().map(([name, tensor]) => [name, tensor.detach()]))],
        ['rest', torch.tensor([...rest], { dtype: torch.uint8 })],
        ['streams', torch.stack([torch.get_rng_state(), generator.get_state()])],
        ['epoch', torch.tensor(epoch)],
      ]),
    );
  }

  read(bytes: Uint8Array): number {
    const { optimizer, scheduler, generator } = this.run;
    const held = torch.load(bytes) as {
      weights: Record<string, Tensor>;
      rest: Tensor;
      streams: Tensor;
      epoch: Tensor;
    };
    torch.no_grad(() => {
      for (const [name, tensor] of this.tensors()) {
        const saved = held.weights[name];
        if (!saved) throw new Error(`no ${name} in the checkpoint`);
        tensor.copy_(saved);
      }
    });
    const rest = torch.load(Uint8Array.from(held.rest.tolist() as number[])) as {
      optimizer: ReturnType<optim.Optimizer['state_dict']>;
      scheduler: ReturnType<optim.lr_scheduler.LRScheduler['state_dict']>;
    };
    scheduler.load_state_dict(rest.scheduler);
    optimizer.load_state_dict(rest.optimizer);
    const [main, own] = held.streams.unbind(0);
    if (main) torch.set_rng_state(main.clone());
    if (own) generator.set_state(own.clone());
    return held.epoch.item();
  }
}

export function save_checkpoint(run: Run, epoch: number): Uint8Array {
  return new Checkpoint(run).write(epoch);
}

export function load_checkpoint(bytes: Uint8Array, run: Run): number {
  return new Checkpoint(run).read(bytes);
}
