import torch, { nn, type Tensor } from 'torch';

// Works on a copy, so that there is nothing to restore.
export function export_model(model: nn.Module, example: Tensor): Uint8Array {
  return torch.jit.save(torch.jit.trace(nn.deepcopy(model).eval(), [example]));
}

export function run_model(file: Uint8Array, batches: readonly Tensor[]): Tensor[] {
  using _ = torch.no_grad();
  const program = torch.jit.load(file);
  return Array.from(batches, (batch) => program(batch));
}

export function largest_difference(model: nn.Module, file: Uint8Array, batches: readonly Tensor[]): number {
  using _ = torch.no_grad();
  const copy = nn.deepcopy(model).eval();
  const differences = run_model(file, batches).map((out, i) => {
    const batch = batches[i];
    return batch ? out.sub(copy(batch)).abs().max() : out.mul(0).max();
  });
  return differences.length === 0 ? 0 : torch.stack(differences).max().item();
}
