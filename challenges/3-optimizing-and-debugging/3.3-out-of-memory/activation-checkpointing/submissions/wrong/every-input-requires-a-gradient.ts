// mistake: every-input-requires-a-gradient
// en: All inputs of the second run are made to require a gradient, which integers cannot.
// zh: 第二次运行时把所有输入都设为需要梯度，而整数张量做不到。
// fails: gives-the-gradients
import torch, { autograd, type FunctionCtx, type Tensor } from 'torch';

type Fn = (...inputs: Tensor[]) => Tensor;

export class Checkpoint extends autograd.Function {
  static override forward(ctx: FunctionCtx, fn: Fn, preserve_rng_state: boolean, ...inputs: Tensor[]): Tensor {
    ctx['fn'] = fn;
    ctx['then'] = preserve_rng_state ? torch.get_rng_state() : null;
    ctx.save_for_backward(...inputs);
    return fn(...inputs); // nothing is recorded in here
  }

  static override backward(ctx: FunctionCtx, grad: Tensor): (Tensor | null)[] {
    const fn: Fn = ctx['fn'];
    const then: Tensor | null = ctx['then'];
    // Leaves of a graph of their own: the inner backward must not walk on into the outer one.
    const inputs = ctx.saved_tensors.map((t) => t.detach().requires_grad_(true));

    const now = torch.get_rng_state();
    if (then) torch.set_rng_state(then);
    const output = torch.enable_grad(() => fn(...inputs));
    if (then) torch.set_rng_state(now);

    output.backward(grad);
    return [null, null, ...inputs.map((t) => t.grad)];
  }
}
