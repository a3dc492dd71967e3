// mistake: betas-swapped
// en: The two betas are swapped.
// zh: 两个 beta 用反了。
// fails: follows-adam, adds-eps-outside-the-root, decays-as-l2, skips-what-has-no-gradient
import torch, { type Tensor } from 'torch';

export interface Options {
  lr?: number;
  betas?: [number, number];
  eps?: number;
  weight_decay?: number;
}

interface State {
  step: number;
  mean: Tensor;
  square: Tensor;
}

export class Adam {
  private readonly params: readonly Tensor[];
  private readonly options: Required<Options>;
  private readonly states = new Map<Tensor, State>();

  constructor(
    params: Iterable<Tensor>,
    { lr = 1e-3, betas = [0.9, 0.999], eps = 1e-8, weight_decay = 0 }: Options = {},
  ) {
    this.params = [...params]; // model.parameters() can be walked only once
    this.options = { lr, betas, eps, weight_decay };
  }

  step(): void {
    torch.no_grad(() => {
      for (const p of this.params) {
        if (p.grad) this.update(p, p.grad);
      }
    });
  }

  zero_grad(): void {
    for (const p of this.params) p.grad = null;
  }

  private update(p: Tensor, grad: Tensor): void {
    const { lr, betas, eps, weight_decay } = this.options;
    const [beta2, beta1] = betas;
    const g = grad.add(p.mul(weight_decay));

    const state = this.states.get(p) ?? { step: 0, mean: torch.zeros_like(p), square: torch.zeros_like(p) };
    this.states.set(p, state);
    state.step += 1;
    state.mean.mul_(beta1).add_(g.mul(1 - beta1));
    state.square.mul_(beta2).add_(g.mul(g).mul(1 - beta2));

    const mean = state.mean.div(1 - beta1 ** state.step); // both began at 0 and are too small at first
    const square = state.square.div(1 - beta2 ** state.step);
    p.sub_(mean.div(square.sqrt().add(eps)).mul(lr));
  }
}
