// mistake: recording-left-off
// en: Recording is not switched on for the second run, so there is nothing to walk back through.
// zh: 第二次运行时没有打开记录，没有计算图可以反向。
// fails: gives-the-gradients, saves-only-the-inputs, runs-fn-again-once, repeats-the-random-numbers, leaves-the-random-state, preserves-only-when-asked
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
    const inputs = ctx.saved_tensors.map((t) => t.detach().requires_grad_(t.requires_grad));

    const now = torch.get_rng_state();
    if (then) torch.set_rng_state(then);
    const output = fn(...inputs);
    if (then) torch.set_rng_state(now);

    output.backward(grad);
    return [null, null, ...inputs.map((t) => t.grad)];
  }
}
