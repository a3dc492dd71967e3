import torch, { type Tensor } from 'torch';

export interface Options {
  lr?: number;
  betas?: [number, number];
  eps?: number;
  weight_decay?: number;
}

// Lists side by side instead of a Map; the corrections are folded into the step size, as PyTorch's own loop does.
export class Adam {
  private readonly params: Tensor[];
  private readonly averages: (Tensor | null)[];
  private readonly squares: (Tensor | null)[];
  private readonly steps: number[];
  private readonly lr: number;
  private readonly beta1: number;
  private readonly beta2: number;
  private readonly eps: number;
  private readonly decay: number;

  constructor(params: Iterable<Tensor>, options: Options = {}) {
    this.params = Array.from(params);
    this.averages = this.params.map(() => null);
    this.squares = this.params.map(() => null);
    this.steps = this.params.map(() => 0);
    this.lr = options.lr ?? 0.001;
    [this.beta1, this.beta2] = options.betas ?? [0.9, 0.999];
    this.eps = options.eps ?? 1e-8;
    this.decay = options.weight_decay ?? 0;
  }

  step(): void {
    using _ = torch.no_grad();
    for (const [i, p] of this.params.entries()) {
      if (p.grad === null) continue;
      const g = this.decay === 0 ? p.grad : p.grad.add(p, { alpha: this.decay });
      const average = (this.averages[i] ??= torch.zeros_like(p));
      const square = (this.squares[i] ??= torch.zeros_like(p));
      const t = (this.steps[i] ?? 0) + 1;
      this.steps[i] = t;
      average.lerp_(g, 1 - this.beta1);
      square.mul_(this.beta2).addcmul_(g, g, { value: 1 - this.beta2 });
      const denominator = square
        .sqrt()
        .div_(Math.sqrt(1 - this.beta2 ** t))
        .add_(this.eps);
      p.addcdiv_(average, denominator, { value: -this.lr / (1 - this.beta1 ** t) });
    }
  }

  zero_grad(): void {
    for (const p of this.params) p.grad?.zero_();
  }
}
