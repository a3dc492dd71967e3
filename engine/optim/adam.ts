import { ValueError } from '../device/device.ts';
import { bindArguments, needed } from '../nn/arguments.ts';
import type { Tensor } from '../tensor.ts';
import {
  atLeastZero,
  computed,
  count,
  counter,
  held,
  type ImplementationOptions,
  Optimizer,
  type ParamGroup,
  type Params,
  type State,
  step,
  update,
  zerosLike,
} from './optimizer.ts';

export type Betas = readonly [number, number];
export interface AdamOptions extends ImplementationOptions {
  /** Learning rate. Default: 1e-3. */
  lr?: number;
  /** Decay of the running means of the gradient and of its square. Default: [0.9, 0.999]. */
  betas?: Betas;
  /** Added to the denominator. Default: 1e-8. */
  eps?: number;
  /** L2 penalty (Adam, default 0) or decoupled decay (AdamW, default 1e-2). */
  weight_decay?: number;
  /** Keeps the largest second moment seen. Default: false. */
  amsgrad?: boolean;
  /** Climbs instead of descending. Default: false. */
  maximize?: boolean;
}
type Options = Required<AdamOptions>;

export function checkBetas(betas: Betas): void {
  betas.forEach((beta, i) => {
    if (!(beta >= 0 && beta < 1)) throw new ValueError(`Invalid beta parameter at index ${i}: ${beta}`);
  });
}
export const decayed = (p: Tensor, grad: Tensor, weight_decay: number): Tensor =>
  weight_decay === 0 ? grad : computed('g + wd * p', { g: grad, p, wd: weight_decay });
/** Running means of the gradient and of its square. */
export function moments(state: State, g: Tensor, [beta1, beta2]: Betas): readonly [mean: Tensor, square: Tensor] {
  const m = held(state, 'exp_avg');
  const v = held(state, 'exp_avg_sq');
  update(m, 'm + (g - m) * k', { m, g, k: 1 - beta1 });
  update(v, 'v * b + k * g * g', { v, g, b: beta2, k: 1 - beta2 });
  return [m, v];
}
export function startMoments(state: State, p: Tensor): void {
  state['step'] = counter();
  state['exp_avg'] = zerosLike(p);
  state['exp_avg_sq'] = zerosLike(p);
}
const spec = (weight_decay: number) => ({
  params: needed<Params<Options>>(),
  lr: 1e-3,
  betas: [0.9, 0.999] as Betas,
  eps: 1e-8,
  weight_decay,
  amsgrad: false,
  maximize: false,
  foreach: null as boolean | null,
  capturable: false,
  differentiable: false,
  fused: null as boolean | null,
});
function checked(name: string, args: readonly unknown[], weight_decay: number) {
  const { params, ...options } = bindArguments(name, args, spec(weight_decay));
  atLeastZero(
    { lr: options.lr, eps: options.eps, weight_decay: options.weight_decay },
    { lr: 'learning rate', eps: 'epsilon value', weight_decay: 'weight_decay value' },
  );
  checkBetas(options.betas);
  return { params, options: options as Options };
}

/**
 * Adam (Kingma and Ba, 2014): m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g²,
 * p ← p − lr · m̂ / (√v̂ + eps) with m̂ = m / (1 − β₁ᵗ), v̂ = v / (1 − β₂ᵗ).
 */
export class Adam extends Optimizer<Options> {
  readonly #decoupled: boolean;
  constructor(
    params: Params<AdamOptions>,
    lr?: number | AdamOptions,
    betas?: Betas | AdamOptions,
    eps?: number,
    weight_decay?: number,
    amsgrad?: boolean,
    options?: AdamOptions,
  );
  constructor(...args: unknown[]) {
    const decoupled = new.target.prototype instanceof AdamW || new.target === AdamW;
    const { params, options } = checked(decoupled ? 'AdamW' : 'Adam', args, decoupled ? 1e-2 : 0);
    super(params, options);
    this.#decoupled = decoupled;
  }
  override _update(group: ParamGroup<Options>): void {
    const { lr, betas, eps, weight_decay, amsgrad, maximize } = group;
    for (const [p, grad, state] of this._ready(group)) {
      if (!state['step']) {
        startMoments(state, p);
        if (amsgrad) state['max_exp_avg_sq'] = zerosLike(p);
      }
      const t = count(state);
      const changing = [held(state, 'exp_avg'), held(state, 'exp_avg_sq')];
      if (amsgrad) changing.push(held(state, 'max_exp_avg_sq'));
      step('adam_step', p, grad, changing, {
        weight_decay: this.#decoupled ? 0 : weight_decay,
        shrink: this.#decoupled ? 1 - lr * weight_decay : 1,
        maximize,
        beta1: betas[0],
        beta2: betas[1],
        eps,
        step_size: lr / (1 - betas[0] ** t),
        correction: Math.sqrt(1 - betas[1] ** t),
      });
    }
  }
}

/** Adam with decoupled weight decay (Loshchilov and Hutter, 2017): p ← p · (1 − lr · weight_decay) before Adam's step. */
export class AdamW extends Adam {}
