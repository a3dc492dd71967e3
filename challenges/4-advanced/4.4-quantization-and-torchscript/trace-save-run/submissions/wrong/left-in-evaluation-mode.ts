// mistake: left-in-evaluation-mode
// en: The model stays in evaluation mode after the export.
// zh: 导出之后模型停留在评估模式。
// fails: exporting-changes-nothing, measures-the-difference
import torch, { nn, type Tensor } from 'torch';

/** Runs the body with the model in evaluation mode; afterwards every module is in the mode it was in. */
function evaluating<R>(model: nn.Module, body: () => R): R {
  const modes = [...model.modules()].map((module) => ({ module, training: module.training }));
  model.eval();
  try {
    return torch.no_grad(body);
  } finally {
    modes.length = 0;
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
