// mistake: replicas-detached
// en: Replicas are made of state_dict(), whose tensors are detached: only the first piece gives gradients.
// zh: 用 state_dict() 建副本，而它的张量是 detach 过的：只有第一块给出梯度。
// fails: adds-gradients-in-the-module
import torch, { nn, type Tensor } from 'torch';

export type CopyTo = (t: Tensor, device: number) => Tensor;

export class DataParallel extends nn.Module {
  module: nn.Module;
  device_ids: number[];
  copy_to: CopyTo;

  constructor(module: nn.Module, device_ids: number[], copy_to: CopyTo) {
    super();
    this.module = module;
    this.device_ids = device_ids;
    this.copy_to = copy_to;
  }

  forward(...inputs: Tensor[]): Tensor {
    const pieces = this.scatter(inputs); // a small batch leaves devices without work
    const others = this.device_ids.slice(1, pieces.length);
    const replicas = others.map((device) => this.replicate(device)); // anew each time: weights and mode may have changed
    const [own = [], ...rest] = pieces;
    const outputs = [
      this.module(...own),
      ...replicas.map((tensors, i) => nn.utils.stateless.functional_call(this.module, tensors, rest[i])),
    ];
    return this.gather(outputs);
  }

  /** The inputs of each device that gets any. */
  scatter(inputs: Tensor[]): Tensor[][] {
    const cut = inputs.map((x) => x.chunk(this.device_ids.length));
    return this.device_ids
      .slice(0, cut[0]?.length)
      .map((device, i) => cut.flatMap((pieces) => pieces[i] ?? []).map((x) => (i === 0 ? x : this.copy_to(x, device))));
  }

  /** Copies in the graph: each leads backward to the one parameter, where their gradients add up. */
  replicate(device: number): Record<string, Tensor> {
    const tensors = Object.entries(this.module.state_dict());
    return Object.fromEntries(tensors.map(([name, t]) => [name, this.copy_to(t, device)]));
  }

  gather(outputs: Tensor[]): Tensor {
    const [home = 0] = this.device_ids;
    const here = outputs.map((output, i) => (i === 0 ? output : this.copy_to(output, home)));
    return here[0]?.dim() === 0 ? torch.stack(here) : torch.cat(here);
  }
}
