// mistake: only-the-last-batch
// en: Each batch is run in a fresh copy, so the observers know the last one only.
// zh: 每个批次都用新的副本来跑，观察器只认识最后一批。
// fails: calibrates-on-all
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
  const fused = inEvaluation(model, () => Q.fuse_modules(model, fuse)); // a copy, in evaluation mode as well
  fused.qconfig = qconfig;
  const wrapped = new Q.QuantWrapper(fused);
  let prepared = Q.prepare(wrapped);
  no_grad(() => {
    for (const x of calibration) {
      prepared = Q.prepare(wrapped);
      prepared(x);
    }
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
