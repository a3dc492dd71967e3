import torch, { nn, type Tensor } from 'torch';

export type CopyTo = (t: Tensor, device: number) => Tensor;
type Run = (...inputs: Tensor[]) => Tensor;

const { functional_call } = nn.utils.stateless;

export class DataParallel extends nn.Module {
  module: nn.Module;
  run: Run;

  constructor(module: nn.Module, device_ids: number[], copy_to: CopyTo) {
    super();
    this.module = module;
    const home = device_ids[0] ?? 0;
    const move = (t: Tensor, from: number, to: number): Tensor => (from === to ? t : copy_to(t, to));
    const replica =
      (device: number): Run =>
      (...inputs) => {
        if (device === home) return module(...inputs);
        const tensors: Record<string, Tensor> = {};
        for (const [name, p] of module.named_parameters()) tensors[name] = copy_to(p, device);
        for (const [name, b] of module.named_buffers()) tensors[name] = copy_to(b, device);
        return functional_call(module, tensors, inputs);
      };
    this.run = (...inputs) => {
      const columns = inputs.map((x) => torch.chunk(x, device_ids.length));
      const outputs: Tensor[] = [];
      for (const [i, device] of device_ids.entries()) {
        const piece = columns.map((column) => column[i]).filter((x) => x !== undefined);
        if (piece.length < inputs.length) break;
        const output = replica(device)(...piece.map((x) => move(x, home, device)));
        outputs.push(move(output, device, home));
      }
      return outputs.every((t) => t.ndim === 0) ? torch.stack(outputs) : torch.cat(outputs);
    };
  }

  forward(...inputs: Tensor[]): Tensor {
    return this.run(...inputs);
  }
}
