// mistake: one-mode-for-all-modules
// en: Only the mode of the whole model is noted; layers that were in another mode are switched.
// zh: 只记住了整个模型的模式，处于另一种模式的层被改掉了。
// fails: exporting-changes-nothing
import torch, { nn, type Tensor } from 'torch';

/** Runs the body with the model in evaluation mode; afterwards every module is in the mode it was in. */
function evaluating<R>(model: nn.Module, body: () => R): R {
  const modes = [...model.modules()].map((module) => ({ module, training: module.training }));
  model.eval();
  try {
    return torch.no_grad(body);
  } finally {
    model.train(modes[0]?.training);
  }
}

/** The model in evaluation mode as a file that needs none of its code. */
export function export_model(model: nn.Module, example: Tensor): Uint8Array {
  return evaluating(model, () => torch.jit.trace(model, example).save());
}

/** What the program in the file gives for each batch. */
export function run_model(file: Uint8Array, batches: readonly Tensor[]): Tensor[] {
  const program = torch.jit.load(file);
  return torch.no_grad(() => batches.map((batch) => program(batch)));
}

/** The largest absolute difference between the file and the model in evaluation mode; NaN where there is one. */
export function largest_difference(model: nn.Module, file: Uint8Array, batches: readonly Tensor[]): number {
  const outputs = run_model(file, batches);
  return evaluating(model, () =>
    Math.max(0, ...batches.map((batch, i) => model(batch).sub(outputs[i]).abs().max().item())),
  );
}
