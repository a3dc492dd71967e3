import { ValueError } from '../device/device.ts';
import { bindArguments, needed } from '../nn/arguments.ts';
import { fromValues } from '../tensor.ts';
import { decayed } from './adam.ts';
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

export interface RMSpropOptions extends ImplementationOptions {
  /** Default: 1e-2. */
  lr?: number;
  /** Decay of the running mean of squares. Default: 0.99. */
  alpha?: number;
  /** Default: 1e-8. */
  eps?: number;
  weight_decay?: number;
  momentum?: number;
  /** Divides by the estimated deviation instead of the root of squares. Default: false. */
  centered?: boolean;
  maximize?: boolean;
}
/** v ← αv + (1 − α)g², p ← p − lr · g / (√v + eps); with momentum through a buffer, centered with v − mean². */
export class RMSprop extends Optimizer<Required<RMSpropOptions>> {
  constructor(params: Params<RMSpropOptions>, lr?: number | RMSpropOptions, options?: RMSpropOptions);
  constructor(...args: unknown[]) {
    const { params, ...options } = bindArguments('RMSprop', args, {
      params: needed<Params<Required<RMSpropOptions>>>(),
      lr: 1e-2,
      alpha: 0.99,
      eps: 1e-8,
      weight_decay: 0,
      momentum: 0,
      centered: false,
      capturable: false,
      foreach: null as boolean | null,
      maximize: false,
      differentiable: false,
    });
    const { lr, alpha, eps, weight_decay, momentum } = options;
    atLeastZero(
      { lr, eps, momentum, weight_decay, alpha },
      {
        lr: 'learning rate',
        eps: 'epsilon value',
        momentum: 'momentum value',
        weight_decay: 'weight_decay value',
        alpha: 'alpha value',
      },
    );
    super(params, options as unknown as Required<RMSpropOptions>);
  }
  override _update(group: ParamGroup<Required<RMSpropOptions>>): void {
    const { lr, alpha, eps, weight_decay, momentum, centered, maximize } = group;
    for (const [p, grad, state] of this._ready(group)) {
      if (!state['step']) {
        Object.assign(state, { step: counter(), square_avg: zerosLike(p) });
        if (momentum > 0) state['momentum_buffer'] = zerosLike(p);
        if (centered) state['grad_avg'] = zerosLike(p);
      }
      count(state);
      const g = decayed(p, maximize ? grad.neg() : grad, weight_decay);
      const v = held(state, 'square_avg');
      update(v, 'v * a + k * g * g', { v, g, a: alpha, k: 1 - alpha });
      let scale = v.sqrt();
      if (centered) {
        const mean = held(state, 'grad_avg');
        update(mean, 'm + (g - m) * k', { m: mean, g, k: 1 - alpha });
        update(scale, 'sqrt(v - m * m)', { v, m: mean });
      }
      scale = scale.add_(eps);
      if (momentum > 0) {
        const b = held(state, 'momentum_buffer');
        update(b, 'b * m + g / s', { b, g, s: scale, m: momentum });
        update(p, 'p - lr * b', { p, b, lr });
      } else update(p, 'p - lr * g / s', { p, g, s: scale, lr });
    }
  }
}

export interface AdagradOptions extends ImplementationOptions {
  /** Default: 1e-2. */
  lr?: number;
  lr_decay?: number;
  weight_decay?: number;
  initial_accumulator_value?: number;
  /** Default: 1e-10. */
  eps?: number;
  maximize?: boolean;
}
/** s ← s + g², p ← p − lr / (1 + (t − 1) · lr_decay) · g / (√s + eps). */
export class Adagrad extends Optimizer<Required<AdagradOptions>> {
  constructor(params: Params<AdagradOptions>, lr?: number | AdagradOptions, options?: AdagradOptions);
  constructor(...args: unknown[]) {
    const { params, ...options } = bindArguments('Adagrad', args, {
      params: needed<Params<Required<AdagradOptions>>>(),
      lr: 1e-2,
      lr_decay: 0,
      weight_decay: 0,
      initial_accumulator_value: 0,
      eps: 1e-10,
      foreach: null as boolean | null,
      maximize: false,
      differentiable: false,
      fused: null as boolean | null,
    });
    const { lr, lr_decay, weight_decay, initial_accumulator_value, eps } = options;
    atLeastZero(
      { lr, lr_decay, weight_decay, initial_accumulator_value, eps },
      {
        lr: 'learning rate',
        lr_decay: 'lr_decay value',
        weight_decay: 'weight_decay value',
        initial_accumulator_value: 'initial_accumulator_value value',
        eps: 'epsilon value',
      },
    );
    super(params, options as unknown as Required<AdagradOptions>);
    for (const group of this.param_groups) {
      for (const p of group.params) {
        const filled = new Float64Array(p.numel()).fill(initial_accumulator_value);
        this.state.set(p, { step: counter(), sum: fromValues(filled, p.shape, p.dtype, p.storage.device) });
      }
    }
  }
  override _update(group: ParamGroup<Required<AdagradOptions>>): void {
    const { lr, lr_decay, eps, weight_decay, maximize } = group;
    for (const [p, grad, state] of this._ready(group)) {
      const t = count(state);
      const g = decayed(p, maximize ? grad.neg() : grad, weight_decay);
      const sum = held(state, 'sum');
      update(sum, 's + g * g', { s: sum, g });
      update(p, 'p - k * g / (sqrt(s) + e)', { p, g, s: sum, k: lr / (1 + (t - 1) * lr_decay), e: eps });
    }
  }
}

export interface AdadeltaOptions extends ImplementationOptions {
  /** Default: 1. */
  lr?: number;
  /** Default: 0.9. */
  rho?: number;
  /** Default: 1e-6. */
  eps?: number;
  weight_decay?: number;
  maximize?: boolean;
}
/** Steps in the ratio of the running root of past steps to that of gradients (Zeiler, 2012). */
export class Adadelta extends Optimizer<Required<AdadeltaOptions>> {
  constructor(params: Params<AdadeltaOptions>, lr?: number | AdadeltaOptions, options?: AdadeltaOptions);
  constructor(...args: unknown[]) {
    const { params, ...options } = bindArguments('Adadelta', args, {
      params: needed<Params<Required<AdadeltaOptions>>>(),
      lr: 1,
      rho: 0.9,
      eps: 1e-6,
      weight_decay: 0,
      maximize: false,
      capturable: false,
      foreach: null as boolean | null,
      differentiable: false,
    });
    const { lr, rho, eps, weight_decay } = options;
    atLeastZero(
      { lr, rho, eps, weight_decay },
      { lr: 'learning rate', rho: 'rho value', eps: 'epsilon value', weight_decay: 'weight_decay value' },
    );
    if (rho > 1) throw new ValueError(`Invalid rho value: ${rho}`);
    super(params, options as unknown as Required<AdadeltaOptions>);
  }
  override _update(group: ParamGroup<Required<AdadeltaOptions>>): void {
    const { lr, rho, eps, weight_decay, maximize } = group;
    for (const [p, grad, state] of this._ready(group)) {
      if (!state['step']) Object.assign(state, { step: counter(), square_avg: zerosLike(p), acc_delta: zerosLike(p) });
      count(state);
      const g = decayed(p, maximize ? grad.neg() : grad, weight_decay);
      const v = held(state, 'square_avg');
      const past = held(state, 'acc_delta');
      update(v, 'v * r + k * g * g', { v, g, r: rho, k: 1 - rho });
      const delta = g.clone();
      update(delta, 'sqrt(d + e) / sqrt(v + e) * g', { v, d: past, g, e: eps });
      update(past, 'd * r + k * x * x', { d: past, x: delta, r: rho, k: 1 - rho });
      update(p, 'p - lr * x', { p, x: delta, lr });
    }
  }
}

export interface RpropOptions extends ImplementationOptions {
  /** First step of every weight. Default: 1e-2. */
  lr?: number;
  /** Factors for a gradient that turned and one that did not. Default: [0.5, 1.2]. */
  etas?: readonly [number, number];
  /** Bounds of a step. Default: [1e-6, 50]. */
  step_sizes?: readonly [number, number];
  maximize?: boolean;
}
/** Resilient backpropagation: each weight has its own step, grown while its gradient keeps its sign. */
export class Rprop extends Optimizer<Required<RpropOptions>> {
  constructor(params: Params<RpropOptions>, lr?: number | RpropOptions, options?: RpropOptions);
  constructor(...args: unknown[]) {
    const { params, ...options } = bindArguments('Rprop', args, {
      params: needed<Params<Required<RpropOptions>>>(),
      lr: 1e-2,
      etas: [0.5, 1.2] as const,
      step_sizes: [1e-6, 50] as const,
      capturable: false,
      foreach: null as boolean | null,
      maximize: false,
      differentiable: false,
    });
    atLeastZero({ lr: options.lr }, { lr: 'learning rate' });
    const [minus, plus] = options.etas;
    if (!(0 < minus && minus < 1 && 1 < plus)) throw new ValueError(`Invalid eta values: ${minus}, ${plus}`);
    super(params, options as unknown as Required<RpropOptions>);
  }
  override _update(group: ParamGroup<Required<RpropOptions>>): void {
    const { lr, etas, step_sizes, maximize } = group;
    for (const [p, grad, state] of this._ready(group)) {
      if (!state['step'])
        Object.assign(state, { step: counter(), prev: zerosLike(p), step_size: p.detach().mul(0).add_(lr) });
      count(state);
      const g = maximize ? grad.neg() : grad.clone();
      const before = held(state, 'prev');
      const size = held(state, 'step_size');
      const turn = g.mul(before).sign();
      update(size, 'min(max(s * (t > 0 ? up : t < 0 ? down : 1), low), high)', {
        s: size,
        t: turn,
        up: etas[1],
        down: etas[0],
        low: step_sizes[0],
        high: step_sizes[1],
      });
      update(g, 't < 0 ? 0 : g', { g, t: turn });
      update(p, 'p - (g > 0 ? s : g < 0 ? -s : 0)', { p, g, s: size });
      before.copy_(g);
    }
  }
}

export interface ASGDOptions extends ImplementationOptions {
  /** Default: 1e-2. */
  lr?: number;
  /** Decay. Default: 1e-4. */
  lambd?: number;
  /** Power of the learning rate's decay. Default: 0.75. */
  alpha?: number;
  /** Step at which averaging starts. Default: 1e6. */
  t0?: number;
  weight_decay?: number;
  maximize?: boolean;
}
/** Averaged stochastic gradient descent (Polyak and Juditsky, 1992); the average is in the state as `ax`. */
export class ASGD extends Optimizer<Required<ASGDOptions>> {
  constructor(params: Params<ASGDOptions>, lr?: number | ASGDOptions, options?: ASGDOptions);
  constructor(...args: unknown[]) {
    const { params, ...options } = bindArguments('ASGD', args, {
      params: needed<Params<Required<ASGDOptions>>>(),
      lr: 1e-2,
      lambd: 1e-4,
      alpha: 0.75,
      t0: 1e6,
      weight_decay: 0,
      foreach: null as boolean | null,
      maximize: false,
      differentiable: false,
      capturable: false,
    });
    atLeastZero(
      { lr: options.lr, weight_decay: options.weight_decay },
      { lr: 'learning rate', weight_decay: 'weight_decay value' },
    );
    super(params, options as unknown as Required<ASGDOptions>);
  }
  override _update(group: ParamGroup<Required<ASGDOptions>>): void {
    const { lr, lambd, alpha, t0, weight_decay, maximize } = group;
    for (const [p, grad, state] of this._ready(group)) {
      if (!state['step'])
        Object.assign(state, { step: counter(), eta: counter().add(lr), mu: counter().add(1), ax: zerosLike(p) });
      const t = count(state);
      const g = decayed(p, maximize ? grad.neg() : grad, weight_decay);
      const eta = Number(held(state, 'eta').item());
      update(p, 'p * k - eta * g', { p, g, k: 1 - lambd * eta, eta });
      const ax = held(state, 'ax');
      const mu = Number(held(state, 'mu').item());
      if (mu === 1) ax.copy_(p);
      else update(ax, 'a + (p - a) * mu', { a: ax, p, mu });
      held(state, 'eta').fill_(lr / (1 + lambd * lr * t) ** alpha);
      held(state, 'mu').fill_(1 / Math.max(1, t - t0));
    }
  }
}
