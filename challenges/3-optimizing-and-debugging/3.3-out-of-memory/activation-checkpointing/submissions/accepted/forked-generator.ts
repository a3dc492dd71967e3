import torch, { autograd, type FunctionCtx, type Tensor } from 'torch';

type Fn = (...inputs: Tensor[]) => Tensor;

// The second run takes place in a fork of the generator; its gradients are asked for by name and handed out by hand.
export class Checkpoint extends autograd.Function {
  static override forward(ctx: FunctionCtx, fn: Fn, preserve_rng_state: boolean, ...inputs: Tensor[]) {
    const state = torch.random.get_rng_state();
    ctx.save_for_backward(...inputs);
    ctx['again'] = (leaves: Tensor[]): Tensor => {
      const run = (): Tensor => torch.enable_grad(() => fn(...leaves));
      if (!preserve_rng_state) return run();
      return torch.random.fork_rng(() => {
        torch.random.set_rng_state(state);
        return run();
      });
    };
    return torch.no_grad(() => fn(...inputs));
  }

  static override backward(ctx: FunctionCtx, grad: Tensor) {
    const leaves: Tensor[] = [];
    for (const saved of ctx.saved_tensors) {
      const leaf = saved.detach();
      if (saved.requires_grad) leaf.requires_grad_();
      leaves.push(leaf);
    }
    const output: Tensor = ctx['again'](leaves);
    torch.autograd.backward([output], [grad]);
    const gradients: (Tensor | null)[] = [null, null];
    for (const leaf of leaves) gradients.push(leaf.requires_grad ? leaf.grad : null);
    return gradients;
  }
}
