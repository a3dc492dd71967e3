import torch, { nn } from '#engine/index.ts';

/** A converted convolution and linear layer, also made by make-quantization.py: its file is read both ways. */
export function convertedPair(seed: number) {
  const Q = torch.ao.quantization;
  torch.manual_seed(seed);
  const layers = new nn.Sequential(new nn.Conv2d(1, 2, 3), new nn.Flatten(), new nn.Linear(8, 3));
  const model = new Q.QuantWrapper(layers).eval();
  model.qconfig = Q.get_default_qconfig('fbgemm');
  const prepared = Q.prepare(model);
  torch.manual_seed(seed + 1);
  prepared(torch.randn(4, 1, 4, 4));
  return Q.convert(prepared);
}
