import torch, { nn, type Tensor } from 'torch';

const { ao } = torch;
type Model = nn.Module & { forward(x: Tensor): Tensor };
type QConfig = InstanceType<typeof ao.quantization.QConfig>;

class Quantizable extends nn.Module {
  enter = new ao.quantization.QuantStub();
  body: Model;
  leave = new ao.quantization.DeQuantStub();
  constructor(body: Model) {
    super();
    this.body = body;
  }
  forward(x: Tensor): Tensor {
    return this.leave(this.body(this.enter(x)));
  }
}

function modes(model: nn.Module): () => void {
  const before = Array.from(model.modules(), (module) => [module, module.training] as const);
  return () => before.forEach(([module, training]) => Object.assign(module, { training }));
}

export function quantize(
  model: Model,
  calibration: Tensor[],
  options: { fuse: string[][]; qconfig?: QConfig },
): nn.Module {
  const restore = modes(model);
  model.eval();
  const body = ao.quantization.fuse_modules(model, options.fuse);
  restore();

  const quantizable = new Quantizable(body).eval();
  quantizable.qconfig = options.qconfig ?? ao.quantization.get_default_qconfig('fbgemm');
  ao.quantization.prepare(quantizable, true);
  using off = torch.no_grad();
  calibration.forEach((batch) => quantizable(batch));
  return ao.quantization.convert(quantizable, { inplace: true });
}

export function evaluate(model: Model, batches: [Tensor, Tensor][]): { accuracy: number; bytes: number } {
  const restore = modes(model);
  model.eval();
  using off = torch.no_grad();
  const hits = batches.map(([x, y]) => model(x).max(1)[1].sub(y).eq(0).float());
  restore();
  return { accuracy: torch.cat(hits).mean().item(), bytes: torch.save(model.state_dict()).byteLength };
}
