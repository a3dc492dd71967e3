import { bindArguments, needed } from '../nn/arguments.ts';
import { type Betas, checkBetas, decayed, moments, startMoments } from './adam.ts';
import {
  atLeastZero,
  count,
  counter,
  held,
  type ImplementationOptions,
  Optimizer,
  type ParamGroup,
  type Params,
  update,
  zerosLike,
} from './optimizer.ts';

interface Common extends ImplementationOptions {
  /** Learning rate. Default: 2e-3 (Adamax, NAdam), 1e-3 (RAdam). */
  lr?: number;
  /** Decay of the running means. Default: [0.9, 0.999]. */
  betas?: Betas;
  /** Default: 1e-8. */
  eps?: number;
  /** L2 penalty. Default: 0. */
  weight_decay?: number;
  maximize?: boolean;
}
export type AdamaxOptions = Common;
export interface NAdamOptions extends Common {
  /** Default: 4e-3. */
  momentum_decay?: number;
  /** Decay that does not pass through the moments. Default: false. */
  decoupled_weight_decay?: boolean;
}
export interface RAdamOptions extends Common {
  decoupled_weight_decay?: boolean;
}
const common = (lr: number) => ({ lr, betas: [0.9, 0.999] as Betas, eps: 1e-8, weight_decay: 0 });
const rest = { foreach: null as boolean | null, maximize: false, capturable: false, differentiable: false };
function check(o: { lr: number; betas: Betas; eps: number; weight_decay: number }): void {
  atLeastZero(
    { lr: o.lr, eps: o.eps, weight_decay: o.weight_decay },
    { lr: 'learning rate', eps: 'epsilon value', weight_decay: 'weight_decay value' },
  );
  checkBetas(o.betas);
}

/** Adam with the largest decayed gradient in place of the second moment: u ← max(β₂u, |g| + eps), p ← p − lr / (1 − β₁ᵗ) · m / u. */
export class Adamax extends Optimizer<Required<AdamaxOptions>> {
  constructor(params: Params<AdamaxOptions>, lr?: number | AdamaxOptions, options?: AdamaxOptions);
  constructor(...args: unknown[]) {
    const { params, ...options } = bindArguments('Adamax', args, {
      params: needed<Params<Required<AdamaxOptions>>>(),
      ...common(2e-3),
      ...rest,
    });
    check(options);
    super(params, options as unknown as Required<AdamaxOptions>);
  }
  override _update(group: ParamGroup<Required<AdamaxOptions>>): void {
    const { lr, betas, eps, weight_decay, maximize } = group;
    for (const [p, grad, state] of this._ready(group)) {
      if (!state['step']) Object.assign(state, { step: counter(), exp_avg: zerosLike(p), exp_inf: zerosLike(p) });
      const t = count(state);
      const g = decayed(p, maximize ? grad.neg() : grad, weight_decay);
      const m = held(state, 'exp_avg');
      const u = held(state, 'exp_inf');
      update(m, 'm + (g - m) * k', { m, g, k: 1 - betas[0] });
      update(u, 'max(u * b, abs(g) + e)', { u, g, b: betas[1], e: eps });
      update(p, 'p - s * m / u', { p, m, u, s: lr / (1 - betas[0] ** t) });
    }
  }
}

/** Adam with Nesterov momentum (Dozat, 2016). */
export class NAdam extends Optimizer<Required<NAdamOptions>> {
  constructor(params: Params<NAdamOptions>, lr?: number | NAdamOptions, options?: NAdamOptions);
  constructor(...args: unknown[]) {
    const { params, ...options } = bindArguments('NAdam', args, {
      params: needed<Params<Required<NAdamOptions>>>(),
      ...common(2e-3),
      momentum_decay: 4e-3,
      decoupled_weight_decay: false,
      ...rest,
    });
    check(options);
    atLeastZero({ momentum_decay: options.momentum_decay }, { momentum_decay: 'momentum_decay value' });
    super(params, options as unknown as Required<NAdamOptions>);
  }
  override _update(group: ParamGroup<Required<NAdamOptions>>): void {
    const { lr, betas, eps, weight_decay, momentum_decay, decoupled_weight_decay, maximize } = group;
    for (const [p, grad, state] of this._ready(group)) {
      if (!state['step'])
        Object.assign(state, {
          step: counter(),
          mu_product: counter().add(1),
          exp_avg: zerosLike(p),
          exp_avg_sq: zerosLike(p),
        });
      const t = count(state);
      let g = maximize ? grad.neg() : grad;
      if (!decoupled_weight_decay) g = decayed(p, g, weight_decay);
      else if (weight_decay !== 0) update(p, 'p * k', { p, k: 1 - lr * weight_decay });
      const mu = betas[0] * (1 - 0.5 * 0.96 ** (t * momentum_decay));
      const next = betas[0] * (1 - 0.5 * 0.96 ** ((t + 1) * momentum_decay));
      const product = held(state, 'mu_product').mul_(mu);
      const seen = Number(product.item());
      const [m, v] = moments(state, g, betas);
      const square = 1 - betas[1] ** t;
      update(p, 'p - a * g / (sqrt(v / c) + e)', { p, g, v, a: (lr * (1 - mu)) / (1 - seen), c: square, e: eps });
      update(p, 'p - a * m / (sqrt(v / c) + e)', { p, m, v, a: (lr * next) / (1 - seen * next), c: square, e: eps });
    }
  }
}

/** Adam whose adaptive step waits until the variance of its second moment is known well enough (Liu et al., 2019). */
export class RAdam extends Optimizer<Required<RAdamOptions>> {
  constructor(params: Params<RAdamOptions>, lr?: number | RAdamOptions, options?: RAdamOptions);
  constructor(...args: unknown[]) {
    const { params, ...options } = bindArguments('RAdam', args, {
      params: needed<Params<Required<RAdamOptions>>>(),
      ...common(1e-3),
      decoupled_weight_decay: false,
      ...rest,
    });
    check(options);
    super(params, options as unknown as Required<RAdamOptions>);
  }
  override _update(group: ParamGroup<Required<RAdamOptions>>): void {
    const { lr, betas, eps, weight_decay, decoupled_weight_decay, maximize } = group;
    for (const [p, grad, state] of this._ready(group)) {
      if (!state['step']) startMoments(state, p);
      const t = count(state);
      let g = maximize ? grad.neg() : grad;
      if (!decoupled_weight_decay) g = decayed(p, g, weight_decay);
      else if (weight_decay !== 0) update(p, 'p * k', { p, k: 1 - lr * weight_decay });
      const [m, v] = moments(state, g, betas);
      const first = 1 - betas[0] ** t;
      const second = 1 - betas[1] ** t;
      const longest = 2 / (1 - betas[1]) - 1;
      const length = longest - (2 * t * betas[1] ** t) / second;
      if (length <= 5) {
        update(p, 'p - a * (m / c)', { p, m, c: first, a: lr });
        continue;
      }
      const rectify = Math.sqrt(((length - 4) * (length - 2) * longest) / ((longest - 4) * (longest - 2) * length));
      update(p, 'p - m / c * a * (k / (sqrt(v) + e)) * r', {
        p,
        m,
        v,
        c: first,
        a: lr,
        k: Math.sqrt(second),
        e: eps,
        r: rectify,
      });
    }
  }
}
