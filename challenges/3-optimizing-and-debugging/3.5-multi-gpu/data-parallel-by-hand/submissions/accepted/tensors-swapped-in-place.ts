import torch, { nn, type Tensor } from 'torch';

export type CopyTo = (t: Tensor, device: number) => Tensor;

interface Place {
  owner: nn.Module;
  name: string;
  own: Tensor;
}

// For each further device the copies stand in the module itself for the time of one call.
export class DataParallel extends nn.Module {
  module: nn.Module;
  #device_ids: number[];
  #copy_to: CopyTo;

  constructor(module: nn.Module, device_ids: number[], copy_to: CopyTo) {
    super();
    this.module = module;
    this.#device_ids = device_ids;
    this.#copy_to = copy_to;
  }

  forward(...inputs: Tensor[]): Tensor {
    const devices = this.#device_ids;
    const batch = inputs[0]?.size(0) ?? 0;
    const rows = Math.ceil(batch / devices.length);
    const outputs: Tensor[] = [];
    for (let start = 0; start < batch; start += rows) {
      const device = devices[outputs.length] ?? 0;
      const piece = inputs.map((x) => x.narrow(0, start, Math.min(rows, batch - start)));
      if (start === 0) {
        outputs.push(this.module(...piece));
        continue;
      }
      const away = piece.map((x) => this.#copy_to(x, device));
      const output = this.with_copies(device, () => this.module(...away));
      outputs.push(this.#copy_to(output, devices[0] ?? 0));
    }
    const joined = outputs.map((t) => (t.dim() === 0 ? t.unsqueeze(0) : t));
    return torch.cat(joined, 0);
  }

  with_copies(device: number, run: () => Tensor): Tensor {
    const places: Place[] = [];
    for (const owner of this.module.modules()) {
      for (const [name, own] of owner.named_parameters({ recurse: false })) places.push({ owner, name, own });
      for (const [name, own] of owner.named_buffers({ recurse: false })) places.push({ owner, name, own });
    }
    for (const { owner, name, own } of places) Reflect.set(owner, name, this.#copy_to(own, device));
    try {
      return run();
    } finally {
      for (const { owner, name, own } of places) Reflect.set(owner, name, own);
    }
  }
}
