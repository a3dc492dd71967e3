import torch, { nn, type Tensor } from 'torch';

/** The model in evaluation mode as a file that needs none of its code. */
export function export_model(model: nn.Module, example: Tensor): Uint8Array {
  throw new Error('export_model is not written yet');
}

/** What the program in the file gives for each batch. */
export function run_model(file: Uint8Array, batches: readonly Tensor[]): Tensor[] {
  throw new Error('run_model is not written yet');
}

/** The largest absolute difference between the file and the model in evaluation mode; NaN where there is one. */
export function largest_difference(model: nn.Module, file: Uint8Array, batches: readonly Tensor[]): number {
  throw new Error('largest_difference is not written yet');
}
