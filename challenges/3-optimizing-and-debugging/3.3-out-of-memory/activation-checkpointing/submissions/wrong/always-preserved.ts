// mistake: always-preserved
// en: The random state is preserved even when preserve_rng_state is false.
// zh: 即使 preserve_rng_state 为 false，也保留了随机状态。
// fails: preserves-only-when-asked
import torch, { autograd, type FunctionCtx, type Tensor } from 'torch';

type Fn = (...inputs: Tensor[]) => Tensor;

export class Checkpoint extends autograd.Function {
  static override forward(ctx: FunctionCtx, fn: Fn, preserve_rng_state: boolean, ...inputs: Tensor[]): Tensor {
    ctx['fn'] = fn;
    ctx['then'] = torch.get_rng_state();
    ctx.save_for_backward(...inputs);
    return fn(...inputs); // nothing is recorded in here
  }

  static override backward(ctx: FunctionCtx, grad: Tensor): (Tensor | null)[] {
    const fn: Fn = ctx['fn'];
    const then: Tensor | null = ctx['then'];
    // Leaves of a graph of their own: the inner backward must not walk on into the outer one.
    const inputs = ctx.saved_tensors.map((t) => t.detach().requires_grad_(t.requires_grad));

    const now = torch.get_rng_state();
    if (then) torch.set_rng_state(then);
    const output = torch.enable_grad(() => fn(...inputs));
    if (then) torch.set_rng_state(now);

    output.backward(grad);
    return [null, null, ...inputs.map((t) => t.grad)];
  }
}
