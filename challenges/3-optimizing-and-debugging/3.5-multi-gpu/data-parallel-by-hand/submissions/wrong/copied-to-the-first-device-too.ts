// mistake: copied-to-the-first-device-too
// en: Pieces and outputs of the first device are copied to it, where they lie already.
// zh: 第一个设备上的分块和输出本来就在那里，却又复制了一次。
// fails: copies-what-is-needed, runs-each-piece-on-its-device
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
      .map((device, i) => cut.flatMap((pieces) => pieces[i] ?? []).map((x) => this.copy_to(x, device)));
  }

  /** Copies in the graph: each leads backward to the one parameter, where their gradients add up. */
  replicate(device: number): Record<string, Tensor> {
    const tensors = [...this.module.named_parameters(), ...this.module.named_buffers()];
    return Object.fromEntries(tensors.map(([name, t]) => [name, this.copy_to(t, device)]));
  }

  gather(outputs: Tensor[]): Tensor {
    const [home = 0] = this.device_ids;
    const here = outputs.map((output, i) => this.copy_to(output, home));
    return here[0]?.dim() === 0 ? torch.stack(here) : torch.cat(here);
  }
}
