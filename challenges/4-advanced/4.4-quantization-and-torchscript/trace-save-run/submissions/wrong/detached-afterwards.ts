// mistake: detached-afterwards
// en: Outputs are detached when the graph has been built already.
// zh: 计算图已经建好，之后才对输出做 detach。
// fails: runs-without-a-graph
import torch, { nn, type Tensor } from 'torch';

/** Runs the body with the model in evaluation mode; afterwards every module is in the mode it was in. */
function evaluating<R>(model: nn.Module, body: () => R): R {
  const modes = [...model.modules()].map((module) => ({ module, training: module.training }));
  model.eval();
  try {
    return torch.no_grad(body);
  } finally {
    for (const { module, training } of modes) module.training = training;
  }
}

/** The model in evaluation mode as a file that needs none of its code. */
export function export_model(model: nn.Module, example: Tensor): Uint8Array {
  return evaluating(model, () => torch.jit.trace(model, example).save());
}

/** What the program in the file gives for each batch. */
export function run_model(file: Uint8Array, batches: readonly Tensor[]): Tensor[] {
  const program = torch.jit.load(file);
  return batches.map((batch) => program(batch).detach());
}

/** The largest absolute difference between the file and the model in evaluation mode; NaN where there is one. */
export function largest_difference(model: nn.Module, file: Uint8Array, batches: readonly Tensor[]): number {
  const outputs = run_model(file, batches);
  return evaluating(model, () =>
    Math.max(0, ...batches.map((batch, i) => model(batch).sub(outputs[i]).abs().max().item())),
  );
}
