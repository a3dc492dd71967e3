import torch, { nn, optim } from 'torch';

interface Stateful {
  state_dict(): unknown;
  load_state_dict(state: never): unknown;
}
export interface Run {
  model: nn.Module;
  optimizer: optim.Optimizer;
  scheduler: optim.lr_scheduler.LRScheduler;
  generator: InstanceType<typeof torch.Generator>;
}

// No names: parts and streams by position.
const parts = ({ model, optimizer, scheduler }: Run): readonly Stateful[] => [scheduler, optimizer, model];
const streams = (run: Run) => [run.generator, torch.default_generator];

export const save_checkpoint = (run: Run, epoch: number) =>
  torch.save([epoch, streams(run).map((stream) => stream.get_state()), parts(run).map((part) => part.state_dict())]);

export const load_checkpoint = (bytes: Uint8Array, run: Run): number => {
  const [epoch, states, dicts] = torch.load(bytes) as [number, never[], never[]];
  for (const [at, part] of parts(run).entries()) part.load_state_dict(dicts[at] as never);
  for (const [at, stream] of streams(run).entries()) stream.set_state(states[at] as never);
  return epoch;
};
