// mistake: qconfig-ignored
// en: The qconfig is not looked at: always the default one of fbgemm.
// zh: 没有理会传入的 qconfig，总是用 fbgemm 的默认值。
// fails: calibrates-on-all, follows-the-qconfig
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
  fused.qconfig = qconfig && Q.get_default_qconfig('fbgemm');
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
