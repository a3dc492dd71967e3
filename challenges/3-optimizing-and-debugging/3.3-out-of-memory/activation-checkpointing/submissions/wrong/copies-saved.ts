// mistake: copies-saved
// en: Copies of the inputs are saved, so each is in memory twice.
// zh: 保存的是输入的拷贝，每个输入在内存里都有两份。
// fails: saves-only-the-inputs
import torch, { autograd, type FunctionCtx, type Tensor } from 'torch';

type Fn = (...inputs: Tensor[]) => Tensor;

export class Checkpoint extends autograd.Function {
  static override forward(ctx: FunctionCtx, fn: Fn, preserve_rng_state: boolean, ...inputs: Tensor[]): Tensor {
    ctx['fn'] = fn;
    ctx['then'] = preserve_rng_state ? torch.get_rng_state() : null;
    ctx['needs'] = inputs.map((t) => t.requires_grad);
    ctx.save_for_backward(...inputs.map((t) => t.clone()));
    return fn(...inputs); // nothing is recorded in here
  }

  static override backward(ctx: FunctionCtx, grad: Tensor): (Tensor | null)[] {
    const fn: Fn = ctx['fn'];
    const then: Tensor | null = ctx['then'];
    // Leaves of a graph of their own: the inner backward must not walk on into the outer one.
    const inputs = ctx.saved_tensors.map((t, i) => t.detach().requires_grad_(ctx['needs'][i]));

    const now = torch.get_rng_state();
    if (then) torch.set_rng_state(then);
    const output = torch.enable_grad(() => fn(...inputs));
    if (then) torch.set_rng_state(now);

    output.backward(grad);
    return [null, null, ...inputs.map((t) => t.grad)];
  }
}
