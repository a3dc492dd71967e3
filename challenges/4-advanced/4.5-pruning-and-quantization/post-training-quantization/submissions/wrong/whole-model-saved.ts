// mistake: whole-model-saved
// en: More than the state_dict is saved and counted.
// zh: 保存并计量的不只是 state_dict。
// fails: measures-size
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
  const prepared = Q.prepare(new Q.QuantWrapper(fused)); // the wrapper's stubs take their qconfig from what they wrap
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
  return { accuracy: right / count, bytes: torch.save({ model: model.state_dict(), training: model.training }).length };
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
