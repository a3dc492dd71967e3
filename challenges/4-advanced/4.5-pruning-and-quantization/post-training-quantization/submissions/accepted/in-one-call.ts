import torch, { nn, no_grad, type Tensor } from 'torch';

const {
  QuantStub,
  DeQuantStub,
  fuse_modules,
  get_default_qconfig,
  quantize: quantized,
  QConfig,
} = torch.ao.quantization;
type Model = nn.Module & { forward(x: Tensor): Tensor };

interface Options {
  fuse: string[][];
  qconfig?: InstanceType<typeof QConfig>;
}

/** A copy in evaluation mode, by way of the only thing that copies: fusing. */
function fusedCopy(model: Model, fuse: string[][]): Model {
  const training = new Set<nn.Module>();
  for (const part of model.modules()) if (part.training) training.add(part);
  model.train(false);
  const copy = fuse_modules(model, fuse);
  training.forEach((part) => {
    part.training = true;
  });
  return copy;
}

export function quantize(model: Model, calibration: Tensor[], { fuse, qconfig }: Options): nn.Module {
  const chain = new nn.Sequential(new QuantStub(), fusedCopy(model, fuse), new DeQuantStub());
  chain.qconfig = qconfig ?? get_default_qconfig('fbgemm');
  return quantized(chain, (observed: nn.Module) =>
    no_grad(() => {
      for (const batch of calibration) observed(batch);
    }),
  );
}

export function evaluate(model: Model, batches: [Tensor, Tensor][]): { accuracy: number; bytes: number } {
  const modes = new Map<nn.Module, boolean>();
  for (const part of model.modules()) modes.set(part, part.training);
  model.eval();
  const counts = batches.map(([x, labels]) => {
    const scores = no_grad(() => model(x));
    const answers = scores.argmax({ dim: -1 });
    return [answers.eq(labels).sum().item(), labels.size(0)] as const;
  });
  for (const [part, mode] of modes) part.training = mode;
  const [right, all] = counts.reduce(([a, b], [c, d]) => [a + c, b + d], [0, 0]);
  return { accuracy: right / all, bytes: torch.save(model.state_dict()).length };
}
