import torch, { nn, no_grad, type Tensor } from 'torch';

const Q = torch.ao.quantization;
type QConfig = InstanceType<typeof Q.QConfig>;

export interface Options {
  fuse: string[][];
  qconfig?: QConfig;
}
export interface Score {
  accuracy: number;
  bytes: number;
}
type Model = nn.Module & { forward(x: Tensor): Tensor };

export function quantize(
  model: Model,
  calibration: Tensor[],
  { fuse, qconfig = Q.get_default_qconfig('fbgemm') }: Options,
): nn.Module {
  throw new Error('quantize is not written yet');
}

export function evaluate(model: Model, batches: [Tensor, Tensor][]): Score {
  throw new Error('evaluate is not written yet');
}
