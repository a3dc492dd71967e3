import torch, { nn, type Tensor } from 'torch';

// Compiled from the source of the layers, then frozen: weights become constants of the graph.
export const export_model = (model: nn.Module, _example: Tensor): Uint8Array => {
  const copy = torch.jit.load(torch.jit.save(torch.jit.script(model)));
  if (!(copy instanceof torch.jit.ScriptModule)) throw new Error('expected a module');
  return torch.jit.freeze(copy.eval()).save();
};

export const run_model = (file: Uint8Array, batches: readonly Tensor[]): Tensor[] => {
  const program = torch.jit.load(file);
  const results: Tensor[] = [];
  torch.inference_mode(() => {
    for (const batch of batches) results.push(program(batch));
  });
  return results;
};

export const largest_difference = (model: nn.Module, file: Uint8Array, batches: readonly Tensor[]): number => {
  const current = batches.flatMap((batch) => run_model(export_model(model, batch), [batch]));
  const stored = run_model(file, batches);
  let worst = 0;
  for (const [i, one] of current.entries()) {
    const other = stored[i];
    if (!other) continue;
    const difference = one.sub(other).abs().max().item();
    if (Number.isNaN(difference)) return NaN;
    if (difference > worst) worst = difference;
  }
  return worst;
};
