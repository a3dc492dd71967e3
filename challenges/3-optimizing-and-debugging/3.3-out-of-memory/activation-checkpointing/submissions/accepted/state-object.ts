import torch, { autograd, type FunctionCtx, type Tensor } from 'torch';

type Fn = (...inputs: Tensor[]) => Tensor;

class Recorded {
  readonly fn: Fn;
  readonly state: Tensor | undefined;
  readonly needs: boolean[];

  constructor(fn: Fn, state: Tensor | undefined, inputs: Tensor[]) {
    this.fn = fn;
    this.state = state;
    this.needs = inputs.map((input) => input.requires_grad);
  }

  // A scalar whose gradient at the output is `grad`: one product and one sum, then an ordinary backward.
  walk(saved: readonly Tensor[], grad: Tensor): (Tensor | null)[] {
    const copies = saved.map((input, i) => input.detach().requires_grad_(this.needs[i] ?? false));
    const found = torch.get_rng_state();
    if (this.state !== undefined) torch.set_rng_state(this.state);
    try {
      const recording = torch.is_grad_enabled();
      torch.set_grad_enabled(true);
      const output = this.fn(...copies);
      output.mul(grad).sum().backward();
      torch.set_grad_enabled(recording);
    } finally {
      if (this.state !== undefined) torch.set_rng_state(found);
    }
    return copies.map((copy) => copy.grad);
  }
}

export class Checkpoint extends autograd.Function {
  static override forward(ctx: FunctionCtx, fn: Fn, preserve_rng_state: boolean, ...inputs: Tensor[]): Tensor {
    ctx['recorded'] = new Recorded(fn, preserve_rng_state ? torch.get_rng_state() : undefined, inputs);
    ctx.save_for_backward(...inputs);
    return fn(...inputs);
  }

  static override backward(ctx: FunctionCtx, grad: Tensor): (Tensor | null)[] {
    const recorded: Recorded = ctx['recorded'];
    return [null, null, ...recorded.walk(ctx.saved_tensors, grad)];
  }
}
