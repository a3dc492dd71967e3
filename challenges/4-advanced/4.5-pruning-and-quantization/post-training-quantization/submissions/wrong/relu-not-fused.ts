// mistake: relu-not-fused
// en: The ReLU of each group is not fused with the layer before it and runs as a step of its own.
// zh: 每组里的 ReLU 没有和前一层融合，仍单独计算。
// fails: fuses-first, calibrates-on-all
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
  const groups = fuse.map((names) => names.slice(0, -1)).filter((names) => names.length > 1);
  const prepared = inEvaluation(model, () => {
    const wrapped = new Q.QuantWrapper(groups.length > 0 ? Q.fuse_modules(model, groups) : model);
    wrapped.qconfig = qconfig;
    return Q.prepare(wrapped);
  });
  no_grad(() => {
    for (const x of calibration) prepared(x);
  });
  return Q.convert(prepared);
}

export function evaluate(model: Model, batches: [Tensor, Tensor][]): Score {
  let right = 0;
  let count = 0;
  inEvaluation(model, () =>
    no_grad(() => {
      for (const [x, y] of batches) {
        right += model(x).argmax(1).eq(y).sum().item();
        count += y.numel();
      }
    }),
  );
  return { accuracy: right / count, bytes: torch.save(model.state_dict()).length };
}

/** Every module is afterwards in the mode it was in: a part may have been in evaluation before. */
function inEvaluation<R>(model: nn.Module, body: () => R): R {
  const training = [...model.modules()].filter((module) => module.training);
  model.eval();
  try {
    return body();
  } finally {
    for (const module of training) module.training = true;
  }
}
