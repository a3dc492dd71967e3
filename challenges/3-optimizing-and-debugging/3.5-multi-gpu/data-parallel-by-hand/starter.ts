import torch, { nn, type Tensor } from 'torch';

export type CopyTo = (t: Tensor, device: number) => Tensor;

export class DataParallel extends nn.Module {
  constructor(module: nn.Module, device_ids: number[], copy_to: CopyTo) {
    super();
  }

  forward(...inputs: Tensor[]): Tensor {
    throw new Error('forward is not written yet');
  }
}
