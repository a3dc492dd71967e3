import { type Tensor } from 'torch';

export interface Options {
  lr?: number;
  betas?: [number, number];
  eps?: number;
  weight_decay?: number;
}

// Nothing is changed in place but the parameter's data: every step makes new moments from detached tensors.
class Moments {
  t = 0;
  m: Tensor | number = 0;
  v: Tensor | number = 0;
  readonly parameter: Tensor;

  constructor(parameter: Tensor) {
    this.parameter = parameter;
  }

  advance([beta1, beta2]: readonly [number, number], lr: number, eps: number, decay: number): void {
    const { grad, data } = this.parameter;
    if (!grad) return;
    this.t++;
    const g = data.mul(decay).add(grad.detach());
    this.m = g.mul(1 - beta1).add(typeof this.m === 'number' ? 0 : this.m.mul(beta1));
    this.v = g
      .pow(2)
      .mul(1 - beta2)
      .add(typeof this.v === 'number' ? 0 : this.v.mul(beta2));
    const hat = (x: Tensor, beta: number) => x.div(1 - beta ** this.t);
    data.copy_(data.sub(hat(this.m, beta1).mul(lr).div(hat(this.v, beta2).sqrt().add(eps))));
  }
}

export class Adam {
  readonly #moments: Moments[] = [];
  readonly #advance: (moments: Moments) => void;

  constructor(params: Iterable<Tensor>, options?: Options) {
    for (const p of params) this.#moments.push(new Moments(p));
    const { lr, betas, eps, weight_decay } = {
      lr: 1e-3,
      betas: [0.9, 0.999] as const,
      eps: 1e-8,
      weight_decay: 0,
      ...options,
    };
    this.#advance = (moments) => moments.advance(betas, lr, eps, weight_decay);
  }

  step() {
    this.#moments.forEach(this.#advance);
  }

  zero_grad() {
    this.#moments.forEach(({ parameter }) => {
      parameter.grad = null;
    });
  }
}
