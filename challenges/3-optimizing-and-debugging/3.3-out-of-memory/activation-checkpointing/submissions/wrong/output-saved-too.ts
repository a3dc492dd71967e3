// mistake: output-saved-too
// en: The output is saved beside the inputs, although backward computes it again.
// zh: 除了输入，还保存了输出，而反向时本来会重新计算它。
// fails: saves-only-the-inputs
import torch, { autograd, type FunctionCtx, type Tensor } from 'torch';

type Fn = (...inputs: Tensor[]) => Tensor;

export class Checkpoint extends autograd.Function {
  static override forward(ctx: FunctionCtx, fn: Fn, preserve_rng_state: boolean, ...inputs: Tensor[]): Tensor {
    ctx['fn'] = fn;
    ctx['then'] = preserve_rng_state ? torch.get_rng_state() : null;
    const output = fn(...inputs); // nothing is recorded in here
    ctx.save_for_backward(...inputs, output);
    return output;
  }

  static override backward(ctx: FunctionCtx, grad: Tensor): (Tensor | null)[] {
    const fn: Fn = ctx['fn'];
    const then: Tensor | null = ctx['then'];
    // Leaves of a graph of their own: the inner backward must not walk on into the outer one.
    const inputs = ctx.saved_tensors.slice(0, -1).map((t) => t.detach().requires_grad_(t.requires_grad));

    const now = torch.get_rng_state();
    if (then) torch.set_rng_state(then);
    const output = torch.enable_grad(() => fn(...inputs));
    if (then) torch.set_rng_state(now);

    output.backward(grad);
    return [null, null, ...inputs.map((t) => t.grad)];
  }
}
