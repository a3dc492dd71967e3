// mistake: random-state-taken-too-late
// en: The random state is taken after fn has drawn its numbers.
// zh: 随机状态是在 fn 抽取随机数之后才保存的。
// fails: repeats-the-random-numbers
import torch, { autograd, type FunctionCtx, type Tensor } from 'torch';

type Fn = (...inputs: Tensor[]) => Tensor;

export class Checkpoint extends autograd.Function {
  static override forward(ctx: FunctionCtx, fn: Fn, preserve_rng_state: boolean, ...inputs: Tensor[]): Tensor {
    ctx['fn'] = fn;
    ctx.save_for_backward(...inputs);
    const output = fn(...inputs); // nothing is recorded in here
    ctx['then'] = preserve_rng_state ? torch.get_rng_state() : null;
    return output;
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
