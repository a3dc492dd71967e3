import torch, { nn, type Tensor } from 'torch';

export type CopyTo = (t: Tensor, device: number) => Tensor;

// A replica is a module of its own, whose parameters have become plain tensors: the copies, with their way back to the originals.
export class DataParallel extends nn.Module {
  readonly module: nn.Module;
  private readonly device_ids: number[];
  private readonly copy_to: CopyTo;

  constructor(module: nn.Module, device_ids: number[], copy_to: CopyTo) {
    super();
    this.module = module;
    this.device_ids = device_ids;
    this.copy_to = copy_to;
  }

  private replica(device: number): nn.Module {
    const copy = nn.deepcopy(this.module);
    const parts = [...copy.modules()];
    for (const [i, source] of [...this.module.modules()].entries()) {
      const part = parts[i];
      if (!part) throw new Error('the copy has other modules');
      for (const [name, parameter] of source.named_parameters('', false)) {
        Reflect.deleteProperty(part, name);
        Reflect.set(part, name, this.copy_to(parameter, device));
      }
      for (const [name, buffer] of source.named_buffers('', false))
        Reflect.set(part, name, this.copy_to(buffer, device));
    }
    return copy;
  }

  forward(...inputs: Tensor[]): Tensor {
    const cut = inputs.map((x) => x.chunk(this.device_ids.length));
    const home = this.device_ids[0] ?? 0;
    const outputs: Tensor[] = [];
    for (const [i, device] of this.device_ids.entries()) {
      const pieces = cut.flatMap((chunks) => chunks.slice(i, i + 1));
      if (pieces.length === 0) break;
      if (i === 0) outputs.push(this.module(...pieces));
      else {
        const there = pieces.map((piece) => this.copy_to(piece, device));
        outputs.push(this.copy_to(this.replica(device)(...there), home));
      }
    }
    return outputs[0]?.dim() === 0 ? torch.stack(outputs) : torch.cat(outputs, 0);
  }
}
