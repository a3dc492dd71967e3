// mistake: keeps-the-graph
// en: Forward records a graph and keeps it, so nothing is run again and nothing is saved.
// zh: 前向时记录并保留了计算图，既没有重新运行，也没有节省内存。
// fails: saves-only-the-inputs, runs-fn-again-once, preserves-only-when-asked
import torch, { autograd, type FunctionCtx, type Tensor } from 'torch';

type Fn = (...inputs: Tensor[]) => Tensor;

export class Checkpoint extends autograd.Function {
  static override forward(ctx: FunctionCtx, fn: Fn, preserve_rng_state: boolean, ...inputs: Tensor[]): Tensor {
    ctx['fn'] = fn;
    ctx['then'] = preserve_rng_state ? torch.get_rng_state() : null;
    ctx.save_for_backward(...inputs);
    ctx['leaves'] = inputs.map((t) => t.detach().requires_grad_(t.requires_grad));
    ctx['output'] = torch.enable_grad(() => fn(...ctx['leaves']));
    return ctx['output'].detach();
  }

  static override backward(ctx: FunctionCtx, grad: Tensor): (Tensor | null)[] {
    const then: Tensor | null = ctx['then'];
    // Leaves of a graph of their own: the inner backward must not walk on into the outer one.
    const inputs: Tensor[] = ctx['leaves'];
    for (const t of inputs) t.grad = null;

    const now = torch.get_rng_state();
    if (then) torch.set_rng_state(then);
    const output = ctx['output'] as Tensor;
    if (then) torch.set_rng_state(now);

    output.backward(grad, { retain_graph: true });
    return [null, null, ...inputs.map((t) => t.grad)];
  }
}
